import type {
  AwsCredentialIdentityProvider,
  BodyLengthCalculator,
  ChecksumConstructor,
  HashConstructor,
  Provider,
  StreamCollector,
  UserAgent,
} from "@smithy/types";
import type { Configurable, DefaultsMode } from "./config/options.js";
import type { HttpHandler, RequestHandlerInput } from "./http/http-handler.js";

/** Where a setting is looked up, beside the client's own configuration. */
export interface SettingsContext {
  /** The profile of the shared files; the environment's one where absent. */
  readonly profile?: string | undefined;
  /** The service's SDK id, for example `Marketplace Metering`. */
  readonly serviceId: string;
}

/** Settings of the environment and the shared configuration files. Each provider reads them once, when first asked. */
export interface Settings {
  /** @throws Error where no region is set anywhere */
  readonly region: Provider<string>;
  readonly maxAttempts: Provider<number>;
  /** `undefined` where nothing is set. */
  readonly retryMode: Provider<string | undefined>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly authSchemePreference: Provider<string[]>;
  readonly userAgentAppId: Provider<string | undefined>;
  readonly disableClockSkewCorrection: Provider<boolean>;
  /** The service's endpoint URL; `undefined` where none is set or where such settings are to be ignored. */
  readonly endpointUrl: Provider<string | undefined>;
  /** Any other setting, by its environment variable and its key in the profile. */
  text(variable: string, key: string): Provider<string | undefined>;
}

/** Settings that a defaults mode stands for. */
export interface ModeDefaults {
  readonly retryMode?: string;
  readonly connectionTimeout?: number;
  readonly requestTimeout?: number;
}

/** What differs between Node and browsers. The rest of the runtime knows neither. */
export interface Platform {
  readonly runtime: "node" | "browser";
  /** SHA-256, for signers and protocols. */
  readonly sha256: ChecksumConstructor | HashConstructor;
  requestHandler(
    input: RequestHandlerInput | undefined,
    defaults: Provider<ModeDefaults>,
  ): HttpHandler;
  settings(context: SettingsContext): Settings;
  /** The mode that is configured, with `auto` settled: it depends on where the program runs. */
  defaultsMode(
    configured: Configurable<DefaultsMode> | undefined,
    region: Provider<string>,
  ): Provider<DefaultsMode>;
  /** Bytes of a body. @throws Error where they are not known before it is sent */
  readonly bodyLength: BodyLengthCalculator;
  /** The chain of places where credentials may be found; nothing of it is loaded before it is asked. */
  defaultCredentials(options: {
    readonly profile?: string | undefined;
    readonly parentClientConfig: { readonly region: Provider<string> };
  }): AwsCredentialIdentityProvider;
  /** What the user agent header says of the machine and the language. */
  userAgent(): UserAgent;
  /** The bytes of a response's body, for protocols of the AWS SDK. */
  readonly collectStream: StreamCollector;
  /** The trace id that marks calls made from within a traced function, to stop endless recursion. */
  traceId(): string | undefined;
}
