import type { ServicePlan } from "@tinsmith/service";

/** An option of the constructor of a client. */
export interface ClientOptionDoc {
  readonly name: string;
  /** The type, as a description or as TypeScript. */
  readonly type: string;
  /** The default, as code or as a description. */
  readonly default: string;
  /** The environment variable that sets it in Node. */
  readonly variable?: string;
  /** The key in the profile of the shared configuration files. */
  readonly profile?: string;
  /** The description in Markdown. */
  readonly text: string;
}

/** Options about one subject. */
export interface ClientOptionGroup {
  readonly title: string;
  readonly options: readonly ClientOptionDoc[];
}

/** Returns all client options of a service that programs may need to set. */
export function clientOptionGroups(plan: ServicePlan): readonly ClientOptionGroup[] {
  const groups = plan.isAws
    ? [identity(plan), endpoints(plan), retries(), requests(plan), observing(), internals()]
    : [ownIdentity(plan), ownEndpoint(plan), ownRequests(plan)];
  return groups.filter(({ options }) => options.length > 0);
}

function identity(plan: ServicePlan): ClientOptionGroup {
  return {
    title: "Region and credentials",
    options: [
      {
        name: "region",
        type: "string, or a function",
        default: "the environment, then the profile, then the instance",
        variable: "AWS_REGION",
        profile: "region",
        text: "The region of the service.",
      },
      {
        name: "profile",
        type: "string",
        default: `"default"`,
        variable: "AWS_PROFILE",
        text: "The profile of the shared configuration files from which settings and credentials are read.",
      },
      {
        name: "credentials",
        type: "AwsCredentialIdentity, or a provider",
        default: "the credential chain of the AWS SDKs, in Node",
        variable: "AWS_ACCESS_KEY_ID",
        text: "The keys that sign requests, or a provider of them. The credential chain searches the environment (also `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`), the profile, single sign-on, web identity tokens, the container and the instance. Browsers have no credential chain, so the option is required there.",
      },
      ...schemeOptions(plan),
      {
        name: "authSchemePreference",
        type: "string[]",
        default: "the order of the model",
        variable: "AWS_AUTH_SCHEME_PREFERENCE",
        profile: "auth_scheme_preference",
        text: `Names of authentication schemes in order of preference, for example \`["sigv4a", "sigv4"]\`.`,
      },
      {
        name: "signingRegion",
        type: "string",
        default: "region",
        text: "The region for signatures, unless the endpoint specifies another one.",
      },
      {
        name: "systemClockOffset",
        type: "number",
        default: "0",
        text: "The difference between the clock of the service and that of this machine, in milliseconds. It is corrected from responses.",
      },
      {
        name: "disableClockSkewCorrection",
        type: "boolean",
        default: "false",
        variable: "AWS_DISABLE_CLOCK_SKEW_CORRECTION",
        profile: "disable_clock_skew_correction",
        text: "Turns off the correction of the clock offset.",
      },
    ],
  };
}

function endpoints({ endpoint }: ServicePlan): ClientOptionGroup {
  return {
    title: "Endpoint",
    options: [
      {
        name: "endpoint",
        type: "string, Endpoint, or a function",
        default: endpoint.rules === undefined ? "none" : "resolved from the region",
        variable: "AWS_ENDPOINT_URL",
        profile: "endpoint_url",
        text: "The URL of the service, for example that of a mock server. A variable for this service only has the id of the service, in capitals, as its suffix.",
      },
      {
        name: "ignoreConfiguredEndpointUrls",
        type: "boolean",
        default: "false",
        variable: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        profile: "ignore_configured_endpoint_urls",
        text: "Ignores endpoints of the environment and the profile.",
      },
      {
        name: "useFipsEndpoint",
        type: "boolean",
        default: "false",
        variable: "AWS_USE_FIPS_ENDPOINT",
        profile: "use_fips_endpoint",
        text: "Uses endpoints with validated cryptography (FIPS 140).",
      },
      {
        name: "useDualstackEndpoint",
        type: "boolean",
        default: "false",
        variable: "AWS_USE_DUALSTACK_ENDPOINT",
        profile: "use_dualstack_endpoint",
        text: "Uses endpoints that also support IPv6.",
      },
      {
        name: "endpointProvider",
        type: "function",
        default: "the rules of the model",
        text: "Replaces the endpoint rules.",
      },
      {
        name: "disableHostPrefix",
        type: "boolean",
        default: "false",
        variable: "AWS_DISABLE_HOST_PREFIX_INJECTION",
        profile: "disable_host_prefix_injection",
        text: "Omits the prefixes of host names that some operations define.",
      },
      {
        name: "tls",
        type: "boolean",
        default: "true",
        text: "Uses TLS for endpoints without a protocol.",
      },
      ...ruleOptions(endpoint),
    ],
  };
}

/** Returns the options that the endpoint rules of the model define. */
function ruleOptions({ clientContextParams }: ServicePlan["endpoint"]): readonly ClientOptionDoc[] {
  return clientContextParams.map(({ option, type, documentation }) => ({
    name: option,
    type,
    default: "none",
    text: documentation ?? "A parameter of the endpoint rules.",
  }));
}

function retries(): ClientOptionGroup {
  return {
    title: "Retries",
    options: [
      {
        name: "maxAttempts",
        type: "number",
        default: "3",
        variable: "AWS_MAX_ATTEMPTS",
        profile: "max_attempts",
        text: "The maximum number of attempts of a call, including the first one.",
      },
      {
        name: "retryMode",
        type: `"standard" or "adaptive"`,
        default: `"standard"`,
        variable: "AWS_RETRY_MODE",
        profile: "retry_mode",
        text: "The adaptive mode also limits the rate of calls when the service throttles.",
      },
      {
        name: "retryStrategy",
        type: "RetryStrategyV2",
        default: "that of the mode",
        text: "Replaces the strategy, for example with one of the entry `/retries`.",
      },
      {
        name: "defaultsMode",
        type: `"standard", "in-region", "cross-region", "mobile", "auto" or "legacy"`,
        default: `"legacy"`,
        variable: "AWS_DEFAULTS_MODE",
        profile: "defaults_mode",
        text: "Defaults for timeouts and retries in a kind of environment.",
      },
    ],
  };
}

function requests(plan: ServicePlan): ClientOptionGroup {
  return { title: "Requests", options: [handler, ...payloadOptions(plan), plugins] };
}

const handler: ClientOptionDoc = {
  name: "requestHandler",
  type: "a handler, or options of the default one",
  default: "node:https, or fetch in browsers",
  text: "Times in milliseconds: `connectionTimeout`, `socketTimeout`, `requestTimeout` with `throwOnRequestTimeout`, `continueTimeout`. `httpAgent` and `httpsAgent` are agents of Node's `http` and `https`.",
};

const plugins: ClientOptionDoc = {
  name: "plugins",
  type: "ClientPlugin[]",
  default: "[]",
  text: "Plugins that change the options and the middleware of this client. They run in order, after those of its class.",
};

function observing(): ClientOptionGroup {
  return {
    title: "Logs and user agent",
    options: [
      {
        name: "logger",
        type: "Logger",
        default: "none",
        text: "Receives an entry for every call. Sensitive members are masked.",
      },
      {
        name: "userAgentAppId",
        type: "string",
        default: "none",
        variable: "AWS_SDK_UA_APP_ID",
        profile: "sdk_ua_app_id",
        text: "The name of the application in the user agent, at most 50 characters.",
      },
      {
        name: "customUserAgent",
        type: "string, or pairs",
        default: "none",
        text: "An addition to the user agent.",
      },
    ],
  };
}

function internals(): ClientOptionGroup {
  return {
    title: "Replacements",
    options: [
      {
        name: "protocol",
        type: "a protocol",
        default: "the first of the service",
        text: "Replaces the protocol with one of `@tinsmith/protocols`, or with one for the AWS SDK.",
      },
      {
        name: "signer",
        type: "RequestSigner",
        default: "AWS Signature Version 4",
        text: "Replaces the signer.",
      },
      {
        name: "sha256",
        type: "a hash class",
        default: "node:crypto, or Web Crypto",
        text: "The hash class for signatures, for platforms without the default ones.",
      },
      {
        name: "extensions",
        type: "RuntimeExtension[]",
        default: "[]",
        text: "Extensions of the AWS SDK that change the options, applied in order.",
      },
    ],
  };
}

/** Returns the options for schemes other than AWS signatures. */
function schemeOptions({
  authSchemes,
  furtherAuthSchemes,
}: ServicePlan): readonly ClientOptionDoc[] {
  const kinds = new Set([...authSchemes, ...furtherAuthSchemes].map(({ kind }) => kind));
  return [
    ...(kinds.has("httpBearerAuth")
      ? [
          {
            name: "token",
            type: "{ token: string }, or a provider",
            default: "none",
            text: "The bearer token.",
          },
        ]
      : []),
    ...(kinds.has("httpApiKeyAuth")
      ? [
          {
            name: "apiKey",
            type: "{ apiKey: string }, or a provider",
            default: "none",
            text: "The API key.",
          },
        ]
      : []),
    ...(kinds.has("httpBasicAuth") || kinds.has("httpDigestAuth")
      ? [
          {
            name: "login",
            type: "{ username: string, password: string }, or a provider",
            default: "none",
            text: "The user name and password.",
          },
        ]
      : []),
  ];
}

function payloadOptions({ features, operations }: ServicePlan): readonly ClientOptionDoc[] {
  const kinds = new Set<string>(features.map(({ kind }) => kind));
  const isCompressed = operations.some(({ compression }) => compression !== undefined);
  const isChecked = operations.some(({ checksum }) => checksum !== undefined);
  return [
    ...(isCompressed
      ? [
          {
            name: "disableRequestCompression",
            type: "boolean",
            default: "false",
            variable: "AWS_DISABLE_REQUEST_COMPRESSION",
            profile: "disable_request_compression",
            text: "Sends bodies without compression.",
          },
          {
            name: "requestMinCompressionSizeBytes",
            type: "number",
            default: "10240",
            variable: "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
            profile: "request_min_compression_size_bytes",
            text: "The size from which bodies are compressed.",
          },
        ]
      : []),
    ...(isChecked
      ? [
          {
            name: "requestChecksumCalculation",
            type: `"WHEN_SUPPORTED" or "WHEN_REQUIRED"`,
            default: `"WHEN_SUPPORTED"`,
            variable: "AWS_REQUEST_CHECKSUM_CALCULATION",
            profile: "request_checksum_calculation",
            text: "Determines which requests get a checksum.",
          },
          {
            name: "responseChecksumValidation",
            type: `"WHEN_SUPPORTED" or "WHEN_REQUIRED"`,
            default: `"WHEN_SUPPORTED"`,
            variable: "AWS_RESPONSE_CHECKSUM_VALIDATION",
            profile: "response_checksum_validation",
            text: "Determines whether the checksums of responses are verified.",
          },
        ]
      : []),
    ...(kinds.has("endpointDiscovery")
      ? [
          {
            name: "endpointDiscoveryEnabled",
            type: "boolean",
            default: "where operations require it",
            variable: "AWS_ENABLE_ENDPOINT_DISCOVERY",
            profile: "endpoint_discovery_enabled",
            text: "Discovers the endpoint of each operation that supports it.",
          },
        ]
      : []),
  ];
}

function ownIdentity(plan: ServicePlan): ClientOptionGroup {
  return { title: "Credentials", options: schemeOptions(plan) };
}

function ownEndpoint({ endpoint }: ServicePlan): ClientOptionGroup {
  return {
    title: "Endpoint",
    options: [
      {
        name: "endpoint",
        type: "string, URL, or a function",
        default: endpoint.rules === undefined ? "none: required" : "that of the model",
        text: "The URL of the service, for example that of a mock server.",
      },
      ...ruleOptions(endpoint),
    ],
  };
}

function ownRequests(plan: ServicePlan): ClientOptionGroup {
  return {
    title: "Requests",
    options: [
      {
        name: "maxAttempts",
        type: "number",
        default: "3",
        text: "The maximum number of attempts of a call, including the first one.",
      },
      {
        name: "retryStrategy",
        type: "RetryStrategyV2",
        default: "standard",
        text: "Replaces the retry strategy.",
      },
      handler,
      ...payloadOptions(plan).map(({ variable: _v, profile: _p, ...option }) => option),
      plugins,
    ],
  };
}
