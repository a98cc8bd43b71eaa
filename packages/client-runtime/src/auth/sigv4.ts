import { normalizeProvider } from "@smithy/core/transport";
import { SignatureV4 } from "@smithy/signature-v4";
import type {
  AuthScheme,
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  HttpRequest,
  HttpSigner,
  Identity,
  Provider,
  RequestSigner,
} from "@smithy/types";
import type {
  Configurable,
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "../config/client-config.js";
import type { Platform } from "../platform.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { memoizeCredentials } from "./memoize-credentials.js";
import { correctClock, isDateRefused } from "./clock-skew.js";

/** Options of clients that sign with AWS Signature Version 4. */
export interface SigV4Config {
  /** Credentials, or where to get them. Default, in Node: the chain of the AWS SDKs, loaded when first needed. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
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

/**
 * AWS Signature Version 4 for the named service.
 * Smithy: https://smithy.io/2.0/aws/aws-auth.html#aws-auth-sigv4-trait
 */
export const sigv4 = (signingName: string): AuthSchemeFactory => ({
  schemeId: "aws.auth#sigv4",
  create(
    input: ServiceClientConfig & SigV4Config,
    config: ResolvedServiceClientConfig,
    platform: Platform,
  ): ClientAuthScheme {
    const createSigner: CreateSigner = (credentials, authScheme) =>
      new SignatureV4({
        credentials,
        region: authScheme?.signingRegion ?? (() => config.region()),
        service: authScheme?.signingName ?? signingName,
        sha256: config.sha256,
        uriEscapePath: settings.signingEscapePath,
      });
    const settings = resolveSigV4Config(input, config, platform, createSigner);
    // Accessors stay accessors: what is assigned to the client's configuration counts here too.
    Object.defineProperties(config, Object.getOwnPropertyDescriptors(settings));
    return {
      schemeId: "aws.auth#sigv4",
      identityProvider: () => settings.credentials,
      signer: new SigV4Signer(settings, input.signer === undefined ? createSigner : undefined),
      signingProperties: ({ region }) => ({ name: signingName, region }),
    };
  },
});

/** Makes the library's signer. Region and service that come with a request go before those of the scheme. */
type CreateSigner = (
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  authScheme?: AuthScheme,
) => RequestSigner;

const resolveSigV4Config = (
  input: ServiceClientConfig & SigV4Config,
  config: ResolvedServiceClientConfig,
  platform: Platform,
  createSigner: CreateSigner,
): SigV4ResolvedConfig => {
  const { signer, signingEscapePath = true } = input;
  let { systemClockOffset = 0 } = input;
  let credentials: AwsCredentialIdentityProvider | undefined;
  const settings: SigV4ResolvedConfig = {
    get credentials() {
      return (credentials ??= memoizeCredentials(
        platform.defaultCredentials({ profile: config.profile, parentClientConfig: config }),
        config,
      ));
    },
    set credentials(value) {
      credentials = memoizeCredentials(value, config);
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
  return settings;
};

class SigV4Signer implements HttpSigner {
  readonly #settings: SigV4ResolvedConfig;
  readonly #createSigner: CreateSigner | undefined;
  /** Credentials are the same object from call to call, so their signer can be, too. */
  readonly #signers = new WeakMap<Identity, RequestSigner>();

  /** @param createSigner absent where the user has a signer of their own */
  constructor(settings: SigV4ResolvedConfig, createSigner: CreateSigner | undefined) {
    this.#settings = settings;
    this.#createSigner = createSigner;
  }

  async sign(
    request: HttpRequest,
    identity: Identity,
    properties: Record<string, unknown>,
  ): Promise<HttpRequest> {
    const now = Date.now();
    const correct = !(await this.#settings.disableClockSkewCorrection());
    properties["sentAt"] = correct ? now : undefined;
    const date = new Date(correct ? now + this.#settings.systemClockOffset : now);
    const region = text(properties, "signingRegion") ?? text(properties, "region");
    const service = text(properties, "signingName") ?? text(properties, "name");
    const signer = this.#signerOf(identity) ?? (await this.#settings.signer());
    // The signer signs a copy: each attempt starts from the request as it was.
    return signer.sign(request, {
      signingDate: date,
      ...(region !== undefined && { signingRegion: region }),
      ...(service !== undefined && { signingService: service }),
    });
  }

  /** A refused date is worth another try once the clock is right; the retry strategy looks for this mark. */
  errorHandler(properties: Record<string, unknown>) {
    return (error: Error): never => {
      if ("$response" in error && this.#correctClock(error.$response, properties)) {
        if (isDateRefused(error) && "$metadata" in error) {
          Object.assign(error.$metadata ?? {}, { clockSkewCorrected: true });
        }
      }
      throw error;
    };
  }

  successHandler(response: unknown, properties: Record<string, unknown>): void {
    this.#correctClock(response, properties);
  }

  #signerOf(identity: Identity): RequestSigner | undefined {
    let signer = this.#signers.get(identity);
    if (signer === undefined && this.#createSigner !== undefined) {
      signer = this.#createSigner(requireCredentials(identity));
      this.#signers.set(identity, signer);
    }
    return signer;
  }

  #correctClock(response: unknown, { sentAt }: Record<string, unknown>): boolean {
    return typeof sentAt === "number" && correctClock(this.#settings, response, sentAt);
  }
}

/** @throws TypeError where the provider gave something else than AWS credentials */
const requireCredentials = (identity: Identity): AwsCredentialIdentity => {
  if (!isCredentials(identity)) {
    throw new TypeError("The credentials need an accessKeyId and a secretAccessKey.");
  }
  return identity;
};

const isCredentials = (identity: Identity): identity is AwsCredentialIdentity =>
  "accessKeyId" in identity &&
  typeof identity.accessKeyId === "string" &&
  "secretAccessKey" in identity &&
  typeof identity.secretAccessKey === "string";

const text = (properties: Record<string, unknown>, name: string): string | undefined => {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
};
