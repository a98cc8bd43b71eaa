import { normalizeProvider } from "@smithy/core/transport";
import type {
  AuthScheme,
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  HashConstructor,
  Provider,
  RequestSigner,
} from "@smithy/types";
import type { Configurable } from "../config/options.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { Platform } from "../platform.js";
import { memoizeIdentity } from "./memoize-identity.js";

/** The constructor arguments of a signer. */
export interface SignerOptions {
  readonly credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  readonly region: string | Provider<string>;
  readonly service: string;
  readonly sha256: ChecksumConstructor | HashConstructor;
  /** Encodes the path a second time for the signature. Default `true`. */
  readonly uriEscapePath?: boolean;
}

/** Options of clients that sign with AWS Signature Version 4. */
export interface SigV4Config {
  /**
   * The credentials, or a provider of them. Default in Node: the credential chain of the AWS SDKs,
   * loaded on first use.
   */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
  /** Creates the provider to use instead of the credential chain if `credentials` is omitted. */
  credentialDefaultProvider?(options: object): AwsCredentialIdentityProvider;
  /** The region for signatures, unless the endpoint specifies another one. Default: `region`. */
  signingRegion?: string | undefined;
  /** The class of the signer. The default signs requests only. */
  signerConstructor?: (new (options: SignerOptions) => RequestSigner) | undefined;
  /** Replaces the signer. */
  signer?: RequestSigner | ((authScheme?: AuthScheme) => Promise<RequestSigner>) | undefined;
  /** Encodes the path a second time for the signature. Default `true`. */
  signingEscapePath?: boolean | undefined;
  /**
   * The difference between the service's clock and this machine's, in milliseconds; positive if
   * this machine is behind. Default 0; corrected from responses.
   */
  systemClockOffset?: number | undefined;
  /** Turns off the correction of the clock offset. Default `false`. */
  disableClockSkewCorrection?: Configurable<boolean> | undefined;
}

/** {@link SigV4Config} as resolved in `client.config`. */
export interface SigV4ResolvedConfig {
  /** The provider of credentials. Assign credentials or a provider to replace it. */
  get credentials(): AwsCredentialIdentityProvider;
  set credentials(value: AwsCredentialIdentity | AwsCredentialIdentityProvider);
  signer: (authScheme?: AuthScheme) => Promise<RequestSigner>;
  signingEscapePath: boolean;
  systemClockOffset: number;
  disableClockSkewCorrection: Provider<boolean>;
}

/** Creates a signer. Region and service of the request take precedence over those of the scheme. */
export type CreateSigner = (
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  authScheme?: AuthScheme,
  /** Omits the second encoding of the path, as S3 requires. */
  encodePathOnce?: boolean,
) => RequestSigner;

/** Resolves the signing options that all signature versions share into the configuration. */
export function resolveSigV4Config(
  input: ServiceClientConfig & SigV4Config,
  config: ResolvedServiceClientConfig,
  platform: Platform,
  createSigner: CreateSigner,
): SigV4ResolvedConfig {
  const { signer, signingEscapePath = true } = input;
  let { systemClockOffset = 0 } = input;
  let credentials: AwsCredentialIdentityProvider | undefined;
  const settings: SigV4ResolvedConfig = {
    get credentials() {
      const options = { profile: config.profile, parentClientConfig: config };
      return (credentials ??= memoizeIdentity(
        input.credentialDefaultProvider?.(options) ?? platform.defaultCredentials(options),
        config,
      ));
    },
    set credentials(value) {
      credentials = memoizeIdentity(value, config);
    },
    get systemClockOffset() {
      return systemClockOffset;
    },
    set systemClockOffset(value) {
      systemClockOffset = value;
    },
    signingEscapePath,
    disableClockSkewCorrection: normalizeProvider(
      input.disableClockSkewCorrection ?? platform.settings(config).disableClockSkewCorrection,
    ),
    signer: async (authScheme) => {
      if (signer) return typeof signer === "function" ? signer(authScheme) : signer;
      return createSigner(() => settings.credentials(), authScheme);
    },
  };
  if (input.credentials) settings.credentials = input.credentials;
  // Copies the descriptors, so that values assigned to the client's configuration also apply here.
  Object.defineProperties(config, Object.getOwnPropertyDescriptors(settings));
  return settings;
}
