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

/** What a signer is constructed with. */
export interface SignerOptions {
  readonly credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  readonly region: string | Provider<string>;
  readonly service: string;
  readonly sha256: ChecksumConstructor | HashConstructor;
  /** Whether the path is encoded once more for the signature. Default `true`. */
  readonly uriEscapePath?: boolean;
}

/** Options of clients that sign with AWS Signature Version 4. */
export interface SigV4Config {
  /** Credentials, or where to get them. Default, in Node: the chain of the AWS SDKs, loaded when first needed. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
  /** Makes the provider of credentials where there are no `credentials`, in the place of the chain. */
  credentialDefaultProvider?(options: object): AwsCredentialIdentityProvider;
  /** The region that signatures are for, unless the endpoint says another. Default: `region`. */
  signingRegion?: string | undefined;
  /** The class of signers. Default: a signer of requests alone. */
  signerConstructor?: (new (options: SignerOptions) => RequestSigner) | undefined;
  /** Replaces the signer. */
  signer?: RequestSigner | ((authScheme?: AuthScheme) => Promise<RequestSigner>) | undefined;
  /** Whether to encode the path once more for the signature. Default `true`. */
  signingEscapePath?: boolean | undefined;
  /** How far this machine's clock is behind the service's, in milliseconds. Default 0; corrected from responses. */
  systemClockOffset?: number | undefined;
  /** Keeps the clock offset as it is. Default `false`. */
  disableClockSkewCorrection?: Configurable<boolean> | undefined;
}

/** What {@link SigV4Config} becomes in `client.config`. */
export interface SigV4ResolvedConfig {
  /** The provider of credentials. A value that is assigned replaces it, be it credentials or a provider. */
  get credentials(): AwsCredentialIdentityProvider;
  set credentials(value: AwsCredentialIdentity | AwsCredentialIdentityProvider);
  signer: (authScheme?: AuthScheme) => Promise<RequestSigner>;
  signingEscapePath: boolean;
  systemClockOffset: number;
  disableClockSkewCorrection: Provider<boolean>;
}

/** Makes the library's signer. Region and service that come with a request go before those of the scheme. */
export type CreateSigner = (
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  authScheme?: AuthScheme,
  /** Whether the path is not encoded once more, as S3 wants it. */
  encodePathOnce?: boolean,
) => RequestSigner;

/** Resolves the options of signing, which all versions of the signature have in common, onto the configuration. */
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
      if (signer !== undefined) return typeof signer === "function" ? signer(authScheme) : signer;
      return createSigner(() => settings.credentials(), authScheme);
    },
  };
  if (input.credentials !== undefined) settings.credentials = input.credentials;
  // Accessors stay accessors: what is assigned to the client's configuration counts here too.
  Object.defineProperties(config, Object.getOwnPropertyDescriptors(settings));
  return settings;
}
