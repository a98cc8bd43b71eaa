import type { ApiClientConfig } from "../api/api-client-config.js";
import type { HttpApiKeyAuthConfig } from "../auth/http-api-key-auth.js";
import type { HttpBearerAuthConfig } from "../auth/http-bearer-auth.js";
import type { LoginConfig } from "../auth/login.js";
import type { SigV4Config } from "../auth/sigv4-config.js";
import type { SigV4aConfig } from "../auth/sigv4a.js";
import type { ChecksumConfig } from "../checksums/checksum-config.js";
import type { RequestCompressionConfig } from "../compression/request-compression.js";
import type { RuntimeExtension } from "../config/extensions.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import type { EndpointDiscoveryConfig } from "../endpoint-discovery/discovery-config.js";
import type { AccountIdEndpointConfig } from "../endpoints/account-id-endpoints.js";
import type { QueueUrlConfig } from "../services/sqs.js";
import { anArrayOfStrings } from "../errors/option-kinds.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import type { ClientPlugin } from "../config/client-config.js";

/**
 * The options of every client and of the optional parts of the pipeline, by the name of their type.
 */
interface OptionTypes {
  ServiceClientConfig: ServiceClientConfig & {
    extensions?: readonly RuntimeExtension[] | undefined;
  };
  ApiClientConfig: ApiClientConfig;
  SigV4Config: SigV4Config;
  SigV4aConfig: SigV4aConfig;
  HttpApiKeyAuthConfig: HttpApiKeyAuthConfig;
  HttpBearerAuthConfig: HttpBearerAuthConfig;
  LoginConfig: LoginConfig;
  ChecksumConfig: ChecksumConfig;
  RequestCompressionConfig: RequestCompressionConfig;
  AccountIdEndpointConfig: AccountIdEndpointConfig;
  EndpointDiscoveryConfig: EndpointDiscoveryConfig;
  QueueUrlConfig: QueueUrlConfig;
}

/** The name of a type of options. */
export type OptionGroup = keyof OptionTypes;

const signing: Record<keyof SigV4Config, true> = {
  credentials: true,
  credentialDefaultProvider: true,
  signer: true,
  signerConstructor: true,
  signingRegion: true,
  signingEscapePath: true,
  systemClockOffset: true,
  disableClockSkewCorrection: true,
};

// The type ensures that no option is missing.
const optionNames: { [Group in OptionGroup]: Record<keyof OptionTypes[Group], true> } = {
  ServiceClientConfig: {
    apiVersion: true,
    authSchemePreference: true,
    base64Decoder: true,
    base64Encoder: true,
    bodyLengthChecker: true,
    cacheMiddleware: true,
    customUserAgent: true,
    defaultUserAgentProvider: true,
    defaultsMode: true,
    disableHostPrefix: true,
    endpoint: true,
    endpointProvider: true,
    extensions: true,
    httpAuthSchemeProvider: true,
    httpAuthSchemes: true,
    ignoreConfiguredEndpointUrls: true,
    logger: true,
    maxAttempts: true,
    plugins: true,
    profile: true,
    protocol: true,
    protocolSettings: true,
    region: true,
    requestHandler: true,
    retryMode: true,
    retryStrategy: true,
    runtime: true,
    serviceId: true,
    sha256: true,
    streamCollector: true,
    tls: true,
    urlParser: true,
    useDualstackEndpoint: true,
    useFipsEndpoint: true,
    userAgentAppId: true,
    utf8Decoder: true,
    utf8Encoder: true,
  },
  ApiClientConfig: {
    endpoint: true,
    maxAttempts: true,
    plugins: true,
    requestHandler: true,
    retryStrategy: true,
  },
  SigV4Config: signing,
  SigV4aConfig: { ...signing, sigv4aSigningRegionSet: true },
  HttpApiKeyAuthConfig: { apiKey: true },
  HttpBearerAuthConfig: { token: true },
  LoginConfig: { login: true },
  ChecksumConfig: {
    requestChecksumCalculation: true,
    responseChecksumValidation: true,
    checksumAlgorithms: true,
  },
  RequestCompressionConfig: {
    disableRequestCompression: true,
    requestMinCompressionSizeBytes: true,
  },
  AccountIdEndpointConfig: { accountIdEndpointMode: true },
  EndpointDiscoveryConfig: { endpointDiscoveryEnabled: true, endpointCacheSize: true },
  QueueUrlConfig: { useQueueUrlAsEndpoint: true },
};

/**
 * Creates a plugin that rejects unknown options. The constructor of a client then fails with a
 * `TypeError` that lists all of them, with suggestions for other spellings (`use_fips_endpoint`).
 *
 * @param groups - the groups of options that the client has in addition to the options of every
 *   client; with `ApiClientConfig`, all groups
 * @param names - options that only this service has
 * @param others - the user's list of options that other plugins read
 * @throws TypeError if `others` is not an array of strings
 */
export function optionCheck(
  groups: readonly OptionGroup[],
  names: readonly string[],
  others: readonly string[],
): ClientPlugin {
  if (!anArrayOfStrings.matches(others)) {
    throw wrongArgument("checkOptions() requires an array of option names", others);
  }
  const isApi = groups.includes("ApiClientConfig");
  const known = new Set([
    ...names,
    ...others,
    ...[...(isApi ? [] : ["ServiceClientConfig" as const]), ...groups].flatMap((group) =>
      Object.keys(optionNames[group]),
    ),
  ]);
  return {
    configure: (options) => {
      const problems = Object.keys(options)
        .filter((name) => options[name] !== undefined && !known.has(name))
        .map((name) => {
          const suggestion = [...known].find(
            (other) => normalizeName(other) === normalizeName(name),
          );
          return `${name}${suggestion === undefined ? "" : ` (did you mean ${suggestion}?)`}`;
        });
      if (problems.length === 0) return undefined;
      const what = problems.length === 1 ? "option" : "options";
      throw new TypeError(`Unknown client ${what}: ${problems.join(", ")}.`);
    },
  };
}

const normalizeName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
