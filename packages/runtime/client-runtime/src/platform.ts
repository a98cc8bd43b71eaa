import type {
  AwsCredentialIdentityProvider,
  BodyLengthCalculator,
  ChecksumConstructor,
  HashConstructor,
  MetadataBearer,
  Pluggable,
  Provider,
  StreamCollector,
  UserAgent,
} from "@smithy/types";
import type { ResolvedClientConfig } from "./config/client-config.js";
import type { Configurable, DefaultsMode } from "./config/options.js";
import type { HttpHandler, RequestHandlerInput } from "./http/http-handler.js";

/** The context in which settings outside the client's configuration are looked up. */
export interface SettingsContext {
  /** The profile of the shared configuration files. Default: the environment's profile. */
  readonly profile?: string | undefined;
  /** The service's SDK id, for example `Marketplace Metering`. */
  readonly serviceId: string;
}

/**
 * Settings of the environment and the shared configuration files. Each provider reads its setting
 * once, on first use.
 */
export interface Settings {
  /** @throws Error if no region is configured */
  readonly region: Provider<string>;
  readonly maxAttempts: Provider<number>;
  /** Provides `undefined` if no mode is configured. */
  readonly retryMode: Provider<string | undefined>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly authSchemePreference: Provider<string[]>;
  readonly userAgentAppId: Provider<string | undefined>;
  readonly disableClockSkewCorrection: Provider<boolean>;
  /**
   * The service's endpoint URL. `undefined` if none is configured or configured endpoints are
   * ignored.
   */
  readonly endpointUrl: Provider<string | undefined>;
  /**
   * Returns a provider of any other setting, by its environment variable and its key in the
   * profile.
   */
  text(variable: string, key: string): Provider<string | undefined>;
}

/** Settings that a defaults mode implies. */
export interface ModeDefaults {
  readonly retryMode?: string;
  readonly connectionTimeout?: number;
  readonly requestTimeout?: number;
}

/** The differences between Node and browsers that concern clients of all services. */
export interface Platform {
  requestHandler(
    input: RequestHandlerInput | undefined,
    defaults: Provider<ModeDefaults>,
  ): HttpHandler;
  /**
   * Returns the length of a body in bytes. @throws Error if it is unknown before the body is sent
   */
  readonly bodyLength: BodyLengthCalculator;
  settings(context: SettingsContext): Settings;
  /** Returns the default credential chain. Its code is loaded on first use. */
  defaultCredentials(options: {
    readonly profile?: string | undefined;
    readonly parentClientConfig: { readonly region: Provider<string> };
  }): AwsCredentialIdentityProvider;
}

/** The differences between Node and browsers that concern clients of services outside AWS. */
export interface ApiPlatform extends Platform {
  /**
   * Adds the length of the body. Omitted where `fetch` sends requests, because `fetch` adds the
   * length itself.
   */
  contentLength(config: ResolvedClientConfig): Pluggable<object, MetadataBearer>;
}

/** The differences between Node and browsers that concern clients of AWS services. */
export interface AwsPlatform extends Platform {
  readonly runtime: "node" | "browser";
  /** SHA-256, for signers and protocols. */
  readonly sha256: ChecksumConstructor | HashConstructor;
  /** Resolves the configured mode. `auto` depends on where the program runs. */
  defaultsMode(
    configured: Configurable<DefaultsMode> | undefined,
    region: Provider<string>,
  ): Provider<DefaultsMode>;
  /** Returns the user agent's entries for platform and language. */
  userAgent(): UserAgent;
  /** Collects the bytes of a response body, for protocols of the AWS SDK. */
  readonly collectStream: StreamCollector;
  /**
   * Returns the trace id that marks calls from within a traced function, to stop endless recursion.
   */
  traceId(): string | undefined;
}
