import type {
  BodyLengthCalculator,
  ChecksumConstructor,
  Decoder,
  Encoder,
  Endpoint,
  EndpointParameters,
  EndpointV2,
  HashConstructor,
  HttpAuthScheme,
  Logger,
  MiddlewareStack,
  Provider,
  RetryStrategy,
  RetryStrategyV2,
  SerdeFunctions,
  StreamCollector,
  UrlParser,
  UserAgent,
} from "@smithy/types";
import type { ClientProtocol } from "@tinsmith/protocols";
import type { HttpHandler, RequestHandlerInput } from "../http/http-handler.js";
import type { Platform } from "../platform.js";
import type {
  AuthSchemeProvider,
  Configurable,
  DefaultsMode,
  EndpointProvider,
} from "./options.js";
import type { ProtocolInput, SmithyProtocol } from "./protocol-input.js";

/** The options that the constructor of every client takes. All may be left out. */
export interface ServiceClientConfig<Params extends EndpointParameters = EndpointParameters> {
  /** The region to talk to. Default, in Node: the environment, then the profile, then the instance. */
  region?: Configurable<string> | Provider<string | undefined> | undefined;
  /** The profile of the shared configuration files that settings and credentials are read from. */
  profile?: string | undefined;
  /** Replaces the service's own endpoint, for example by that of a mock server. */
  endpoint?: Configurable<string> | Configurable<Endpoint> | Configurable<EndpointV2> | undefined;
  /** Replaces the rules by which the endpoint is found. */
  endpointProvider?: EndpointProvider<Params> | undefined;
  /** Whether endpoints in the environment and the profile are left out of account. Default `false`. */
  ignoreConfiguredEndpointUrls?: boolean | undefined;
  /**
   * Hashes what is signed. Default: `node:crypto`, or the Web Crypto API. Where there is neither (pages without HTTPS,
   * React Native), pass a class, for example `Sha256Js` of `@smithy/core/checksum`.
   */
  sha256?: ChecksumConstructor | HashConstructor | undefined;
  /** Whether to speak TLS with endpoints that do not say. Default `true`. */
  tls?: boolean | undefined;
  /** Whether to use endpoints that also answer over IPv6. Default `false`. */
  useDualstackEndpoint?: boolean | Provider<boolean | undefined> | undefined;
  /** Whether to use endpoints with FIPS 140 validated cryptography. Default `false`. */
  useFipsEndpoint?: boolean | Provider<boolean | undefined> | undefined;
  /** Keeps prefixes that operations ask for off the host name. Default `false`. */
  disableHostPrefix?: boolean | undefined;
  /** Sends the requests, or the options of the default handler. */
  requestHandler?: RequestHandlerInput | undefined;
  /** How often a request is sent at most, the first time included. Default 3. */
  maxAttempts?: Configurable<number> | undefined;
  /** `standard` (default) or `adaptive`. */
  retryMode?: Configurable<string> | undefined;
  /** Replaces the retry strategy. */
  retryStrategy?: RetryStrategy | RetryStrategyV2 | undefined;
  /** Timeouts and retries for a kind of environment. Default `legacy`: none of its own. */
  defaultsMode?: Configurable<DefaultsMode> | undefined;
  /** Told of every call. Sensitive members are masked. */
  logger?: Logger | undefined;
  /** Replaces the protocol: one of `@tinsmith/protocols`, or one written for the AWS SDK. */
  protocol?: ProtocolInput | undefined;
  /** What a protocol class of the AWS SDK is constructed with; by default this service's own settings. */
  protocolSettings?: { defaultNamespace?: string; [setting: string]: unknown } | undefined;
  /** Names of authentication schemes, best first, for example `["sigv4a", "sigv4"]`. */
  authSchemePreference?: Configurable<string[]> | undefined;
  /** Replaces the authentication schemes of this client. */
  httpAuthSchemes?: HttpAuthScheme[] | undefined;
  /** Replaces the choice among the authentication schemes. */
  httpAuthSchemeProvider?: AuthSchemeProvider | undefined;
  /** Added to the user agent header. */
  customUserAgent?: string | UserAgent | undefined;
  /** Names the application in the user agent header, at most 50 characters. */
  userAgentAppId?: Configurable<string | undefined> | undefined;
  /** Replaces what the user agent header says of the library and the machine. */
  defaultUserAgentProvider?: Provider<UserAgent> | undefined;
  /** Change this client's options and middleware, in their order, after those of its class. */
  plugins?: readonly ClientPlugin[] | undefined;
  /** The service's version; there is no reason to set it. */
  readonly apiVersion?: string | undefined;
  /** The service's SDK id, by which its settings are named in the environment. */
  serviceId?: string | undefined;
  /** Measures bodies. */
  bodyLengthChecker?: BodyLengthCalculator;
  /** What protocols of the AWS SDK work with; there is no reason to set any of them. */
  streamCollector?: StreamCollector;
  base64Decoder?: Decoder;
  base64Encoder?: Encoder;
  utf8Decoder?: Decoder;
  utf8Encoder?: Encoder;
  urlParser?: UrlParser;
  /** No effect: a client knows its platform. */
  runtime?: string;
  /** No effect: the order of middleware is kept from call to call in any case, and changes of it are seen. */
  cacheMiddleware?: boolean | undefined;
}

/** The configuration of a client once it is constructed, at `client.config`. */
export interface ResolvedServiceClientConfig<
  Params extends EndpointParameters = EndpointParameters,
> extends SerdeFunctions {
  readonly apiVersion: string;
  readonly serviceId: string;
  readonly runtime: Platform["runtime"];
  profile?: string | undefined;
  region: Provider<string>;
  endpoint?: Provider<Endpoint> | undefined;
  // A method: collected parameters are only known to be some by the time they are here.
  endpointProvider(params: Params, context?: { logger?: Logger }): EndpointV2;
  isCustomEndpoint: boolean;
  ignoreConfiguredEndpointUrls: boolean;
  serviceConfiguredEndpoint: Provider<string | undefined>;
  tls: boolean;
  useDualstackEndpoint: Provider<boolean>;
  useFipsEndpoint: Provider<boolean>;
  disableHostPrefix: boolean;
  requestHandler: HttpHandler;
  maxAttempts: Provider<number>;
  retryMode: Provider<string>;
  retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
  defaultsMode: Provider<DefaultsMode>;
  logger: Logger;
  protocol: ClientProtocol | SmithyProtocol;
  protocolSettings: { defaultNamespace?: string; [setting: string]: unknown };
  authSchemePreference: Provider<string[]>;
  httpAuthSchemes: HttpAuthScheme[];
  httpAuthSchemeProvider: AuthSchemeProvider;
  customUserAgent?: UserAgent | undefined;
  userAgentAppId: Provider<string | undefined>;
  defaultUserAgentProvider: Provider<UserAgent>;
  extensions: readonly object[];
  sha256: ChecksumConstructor | HashConstructor;
  bodyLengthChecker: BodyLengthCalculator;
  urlParser: UrlParser;
}

/** The options of a client that is being constructed, those of its service and of its authentication included. */
export type PluginOptions = ServiceClientConfig & { readonly [option: string]: unknown };

/**
 * Changes clients while they are constructed: their options, their middleware, or both. It is given to one client in its
 * option `plugins`, or to all clients of a class with `addPlugin`. Any `Pluggable` of the AWS SDK is one.
 */
export interface ClientPlugin {
  /**
   * Sees the options before anything is made of them.
   *
   * @returns options that replace those of the same name
   */
  configure?(options: PluginOptions): object | undefined;
  /**
   * Adds middleware, or takes some away.
   *
   * @param config - the client's, with all defaults; absent where `middlewareStack.use` calls
   */
  applyToStack?<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}

/** A plugin with middleware, which `client.middlewareStack.use` takes as well. */
export interface MiddlewarePlugin extends ClientPlugin {
  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}
