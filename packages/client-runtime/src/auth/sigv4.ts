import { normalizeProvider } from "@smithy/core/transport";
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
import { HttpRequest as HttpRequestClass } from "../http-request.js";
import type { Platform } from "../platform.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { memoizeCredentials } from "./memoize-credentials.js";
import { correctClock, isDateRefused } from "./clock-skew.js";
import { hasherOf } from "./hasher.js";
import type { Hasher } from "./hasher.js";
import { signRequest } from "./sign-request.js";

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
    const hasher = input.sha256 === undefined ? platform.hasher : hasherOf(input.sha256);
    const settings = resolveSigV4Config(input, config, platform, signingName, hasher);
    // Accessors stay accessors: what is assigned to the client's configuration counts here too.
    Object.defineProperties(config, Object.getOwnPropertyDescriptors(settings));
    return {
      schemeId: "aws.auth#sigv4",
      identityProvider: () => settings.credentials,
      signer: new SigV4Signer(settings, input.signer === undefined ? hasher : undefined),
      signingProperties: ({ region }) => ({ name: signingName, region }),
    };
  },
});

const resolveSigV4Config = (
  input: ServiceClientConfig & SigV4Config,
  config: ResolvedServiceClientConfig,
  platform: Platform,
  signingName: string,
  hasher: Hasher,
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
      return {
        sign: async (request, options) => {
          const copy = copyRequest(request);
          const scope = {
            region: options?.signingRegion ?? authScheme?.signingRegion ?? (await config.region()),
            service: options?.signingService ?? authScheme?.signingName ?? signingName,
            date: new Date(options?.signingDate ?? Date.now()),
            escapePath: signingEscapePath,
          };
          await signRequest(copy, await settings.credentials(), scope, hasher);
          return copy;
        },
      };
    },
  };
  if (input.credentials !== undefined) settings.credentials = input.credentials;
  return settings;
};

class SigV4Signer implements HttpSigner {
  readonly #settings: SigV4ResolvedConfig;
  readonly #hasher: Hasher | undefined;

  /** @param hasher absent where the user has a signer of their own */
  constructor(settings: SigV4ResolvedConfig, hasher: Hasher | undefined) {
    this.#settings = settings;
    this.#hasher = hasher;
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
    if (this.#hasher === undefined || region === undefined || service === undefined) {
      const signer = await this.#settings.signer();
      return signer.sign(request, {
        signingDate: date,
        ...(region !== undefined && { signingRegion: region }),
        ...(service !== undefined && { signingService: service }),
      });
    }
    const copy = copyRequest(request);
    const { signingEscapePath: escapePath } = this.#settings;
    const credentials = requireCredentials(identity);
    await signRequest(copy, credentials, { region, service, date, escapePath }, this.#hasher);
    return copy;
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

  #correctClock(response: unknown, { sentAt }: Record<string, unknown>): boolean {
    return typeof sentAt === "number" && correctClock(this.#settings, response, sentAt);
  }
}

/** Each attempt is signed anew, so signing leaves the request as it is. What an earlier signature put there goes. */
const copyRequest = (request: HttpRequest): HttpRequest => {
  const copy = HttpRequestClass.clone(request);
  for (const name of Object.keys(copy.headers)) {
    if (SIGNATURE_HEADERS.has(name.toLowerCase())) delete copy.headers[name];
  }
  return copy;
};

const SIGNATURE_HEADERS = new Set(["authorization", "date", "x-amz-date"]);

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
