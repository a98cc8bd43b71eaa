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
import type {
  AuthSchemeProvider,
  Configurable,
  DefaultsMode,
  EndpointProvider,
} from "./options.js";
import type { ProtocolInput, SmithyProtocol } from "./protocol-input.js";

/** The constructor options of every client. All are optional. */
export interface ServiceClientConfig<Params extends EndpointParameters = EndpointParameters> {
  /**
   * The region of the service. Default in Node: the environment, then the profile, then the
   * instance metadata.
   */
  region?: Configurable<string> | Provider<string | undefined> | undefined;
  /** The profile of the shared configuration files from which settings and credentials are read. */
  profile?: string | undefined;
  /** Replaces the service's default endpoint, for example with that of a mock server. */
  endpoint?: Configurable<string> | Configurable<Endpoint> | Configurable<EndpointV2> | undefined;
  /** Replaces the endpoint rules. */
  endpointProvider?: EndpointProvider<Params> | undefined;
  /** Ignores endpoints that the environment or the profile configures. Default `false`. */
  ignoreConfiguredEndpointUrls?: boolean | undefined;
  /**
   * The hash class for signatures. Default: `node:crypto`, or the Web Crypto API. If neither is
   * available (pages without HTTPS, React Native), pass a class, for example `Sha256Js` of
   * `@smithy/core/checksum`.
   */
  sha256?: ChecksumConstructor | HashConstructor | undefined;
  /** Uses TLS for endpoints without a protocol. Default `true`. */
  tls?: boolean | undefined;
  /** Uses endpoints that also support IPv6. Default `false`. */
  useDualstackEndpoint?: boolean | Provider<boolean | undefined> | undefined;
  /** Uses endpoints with FIPS 140 validated cryptography. Default `false`. */
  useFipsEndpoint?: boolean | Provider<boolean | undefined> | undefined;
  /** Omits the host name prefixes that some operations define. Default `false`. */
  disableHostPrefix?: boolean | undefined;
  /** The request handler, or options of the default one. */
  requestHandler?: RequestHandlerInput | undefined;
  /** The maximum number of attempts, including the first one. Default 3. */
  maxAttempts?: Configurable<number> | undefined;
  /** The retry mode: `standard` (default) or `adaptive`. */
  retryMode?: Configurable<string> | undefined;
  /** Replaces the retry strategy. */
  retryStrategy?: RetryStrategy | RetryStrategyV2 | undefined;
  /**
   * The named set of defaults for timeouts and retries that fits the environment. Default `legacy`,
   * which sets none.
   */
  defaultsMode?: Configurable<DefaultsMode> | undefined;
  /** Receives a log entry for every call. Sensitive members are masked. */
  logger?: Logger | undefined;
  /** Replaces the protocol with one of `@tinsmith/protocols`, or with one for the AWS SDK. */
  protocol?: ProtocolInput | undefined;
  /**
   * The constructor argument of a protocol class of the AWS SDK. Default: the settings of this
   * service.
   */
  protocolSettings?: { defaultNamespace?: string; [setting: string]: unknown } | undefined;
  /** Names of authentication schemes in order of preference, for example `["sigv4a", "sigv4"]`. */
  authSchemePreference?: Configurable<string[]> | undefined;
  /** Replaces the authentication schemes of this client. */
  httpAuthSchemes?: HttpAuthScheme[] | undefined;
  /** Replaces the selection of the authentication scheme. */
  httpAuthSchemeProvider?: AuthSchemeProvider | undefined;
  /** An addition to the user agent header. */
  customUserAgent?: string | UserAgent | undefined;
  /** The application's name in the user agent header, at most 50 characters. */
  userAgentAppId?: Configurable<string | undefined> | undefined;
  /** Replaces the entries for library and platform in the user agent header. */
  defaultUserAgentProvider?: Provider<UserAgent> | undefined;
  /**
   * Plugins that change the options and middleware of this client. They run in order, after the
   * plugins of its class.
   */
  plugins?: readonly ClientPlugin[] | undefined;
  /** The version of the service's API. Programs need not set it. */
  readonly apiVersion?: string | undefined;
  /** The service's SDK id, from which names of its environment settings are derived. */
  serviceId?: string | undefined;
  /** Returns the length of a body in bytes. */
  bodyLengthChecker?: BodyLengthCalculator | undefined;
  /** Utilities for protocols of the AWS SDK. Programs need not set them. */
  streamCollector?: StreamCollector | undefined;
  base64Decoder?: Decoder | undefined;
  base64Encoder?: Encoder | undefined;
  utf8Decoder?: Decoder | undefined;
  utf8Encoder?: Encoder | undefined;
  urlParser?: UrlParser | undefined;
  /** Has no effect: the build determines the platform. */
  runtime?: string | undefined;
  /** Has no effect: the order of middleware is always cached, and updated when a stack changes. */
  cacheMiddleware?: boolean | undefined;
}

/** The resolved configuration that clients of all services have, at `client.config`. */
export interface ResolvedClientConfig {
  readonly serviceId: string;
  requestHandler: HttpHandler;
  maxAttempts: Provider<number>;
  retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
  protocol: ClientProtocol | SmithyProtocol;
  bodyLengthChecker: BodyLengthCalculator;
}

/** The resolved configuration of a client of an AWS service, at `client.config`. */
export interface ResolvedServiceClientConfig<Params extends EndpointParameters = EndpointParameters>
  extends ResolvedClientConfig, SerdeFunctions {
  readonly apiVersion: string;
  readonly runtime: "node" | "browser";
  profile?: string | undefined;
  region: Provider<string>;
  endpoint?: Provider<Endpoint> | undefined;
  disableHostPrefix: boolean;
  // A method, because methods are bivariant: the types of collected parameters are unknown until
  // run time.
  endpointProvider(params: Params, context?: { logger?: Logger }): EndpointV2;
  isCustomEndpoint: boolean;
  ignoreConfiguredEndpointUrls: boolean;
  serviceConfiguredEndpoint: Provider<string | undefined>;
  tls: boolean;
  useDualstackEndpoint: Provider<boolean>;
  useFipsEndpoint: Provider<boolean>;
  retryMode: Provider<string>;
  defaultsMode: Provider<DefaultsMode>;
  logger: Logger;
  protocolSettings: { defaultNamespace?: string; [setting: string]: unknown };
  authSchemePreference: Provider<string[]>;
  httpAuthSchemes: HttpAuthScheme[];
  httpAuthSchemeProvider: AuthSchemeProvider;
  customUserAgent?: UserAgent | undefined;
  userAgentAppId: Provider<string | undefined>;
  defaultUserAgentProvider: Provider<UserAgent>;
  extensions: readonly object[];
  sha256: ChecksumConstructor | HashConstructor;
  urlParser: UrlParser;
}

/**
 * The options of a client under construction, including those of its service and of its
 * authentication.
 */
export type PluginOptions = ServiceClientConfig & { readonly [option: string]: unknown };

/**
 * Changes the options or the middleware of clients during construction. Pass it to one client with
 * the option `plugins`, or to all clients of a class with `addPlugin`. Any `Pluggable` of the AWS
 * SDK is a plugin.
 */
export interface ClientPlugin {
  /**
   * Receives the options before they are resolved.
   *
   * @returns options that replace those of the same name
   */
  configure?(options: PluginOptions): object | undefined;
  /**
   * Adds or removes middleware.
   *
   * @param config - the client's resolved configuration; absent when called by
   * `middlewareStack.use`
   */
  applyToStack?<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}

/** A plugin with middleware. `client.middlewareStack.use` also accepts it. */
export interface MiddlewarePlugin extends ClientPlugin {
  applyToStack<Input extends object, Output extends object>(
    stack: MiddlewareStack<Input, Output>,
    config?: ResolvedServiceClientConfig,
  ): void;
}
