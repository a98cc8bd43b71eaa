import type {
  AwsCredentialIdentity,
  HttpRequest,
  HttpSigner,
  Identity,
  RequestSigner,
} from "@smithy/types";
import { correctClock, isDateRejected } from "./clock-skew.js";
import type { CreateSigner, SigV4ResolvedConfig } from "./sigv4-config.js";

/** Returns the regions of a signature, or `undefined` for the region of the call. */
export type RegionSet = (properties: Record<string, unknown>) => Promise<string[] | undefined>;

/** Signs requests with the service's time, corrected for clock skew. */
export class SigV4Signer implements HttpSigner {
  readonly #settings: SigV4ResolvedConfig;
  readonly #createSigner: CreateSigner | undefined;
  readonly #regionSet: RegionSet | undefined;
  /** The signers by credentials object. Usually all calls have the same credentials object. */
  readonly #signers = new WeakMap<Identity, RequestSigner>();
  readonly #encodeOnceSigners = new WeakMap<Identity, RequestSigner>();

  /**
   * @param createSigner - omitted if the user passed a `signer`
   * @param regionSet - returns the regions of a signature that is valid in several
   */
  constructor(
    settings: SigV4ResolvedConfig,
    createSigner: CreateSigner | undefined,
    regionSet?: RegionSet,
  ) {
    this.#settings = settings;
    this.#createSigner = createSigner;
    this.#regionSet = regionSet;
  }

  async sign(
    request: HttpRequest,
    identity: Identity,
    properties: Record<string, unknown>,
  ): Promise<HttpRequest> {
    const now = Date.now();
    const correct = !(await this.#settings.disableClockSkewCorrection());
    const { systemClockOffset } = this.#settings;
    properties["sentAt"] = correct ? now : undefined;
    properties["clockOffset"] = systemClockOffset;
    const date = new Date(correct ? now + systemClockOffset : now);
    const regions = await this.#regionSet?.(properties);
    const region =
      regions?.join(",") ?? text(properties, "signingRegion") ?? text(properties, "region");
    const service = text(properties, "signingName") ?? text(properties, "name");
    const signer =
      this.#findSigner(identity, properties["disableDoubleEncoding"] === true) ??
      (await this.#settings.signer());
    // The signer signs a copy, so each attempt starts from the unsigned request.
    return signer.sign(request, {
      signingDate: date,
      ...(region !== undefined && { signingRegion: region }),
      ...(service !== undefined && { signingService: service }),
    });
  }

  /**
   * Marks the error of a rejected date as retryable if this response, or the response of a parallel
   * call, has corrected the clock. The retry strategy reads the mark.
   */
  errorHandler(properties: Record<string, unknown>) {
    return (error: Error): never => {
      if ("$response" in error) this.#correctClock(error.$response, properties);
      const { sentAt, clockOffset } = properties;
      const isCorrected = sentAt !== undefined && this.#settings.systemClockOffset !== clockOffset;
      if (isCorrected && isDateRejected(error) && "$metadata" in error) {
        Object.assign(error.$metadata ?? {}, { clockSkewCorrected: true });
      }
      throw error;
    };
  }

  successHandler(response: unknown, properties: Record<string, unknown>): void {
    this.#correctClock(response, properties);
  }

  #findSigner(identity: Identity, encodePathOnce: boolean): RequestSigner | undefined {
    const signers = encodePathOnce ? this.#encodeOnceSigners : this.#signers;
    let signer = signers.get(identity);
    if (signer === undefined && this.#createSigner !== undefined) {
      signer = this.#createSigner(requireCredentials(identity), undefined, encodePathOnce);
      signers.set(identity, signer);
    }
    return signer;
  }

  #correctClock(response: unknown, { sentAt }: Record<string, unknown>): void {
    if (typeof sentAt === "number") correctClock(this.#settings, response, sentAt);
  }
}

/** @throws TypeError if the provider did not return AWS credentials */
export function requireCredentials(identity: Identity): AwsCredentialIdentity {
  if (!isCredentials(identity)) {
    throw new TypeError(
      "Credentials must have accessKeyId, secretAccessKey and, if any, sessionToken as text.",
    );
  }
  return identity;
}

function isCredentials(identity: Identity): identity is AwsCredentialIdentity {
  const { accessKeyId, secretAccessKey, sessionToken }: Partial<AwsCredentialIdentity> =
    identity ?? {};
  return [accessKeyId, secretAccessKey, sessionToken ?? ""].every((it) => typeof it === "string");
}

function text(properties: Record<string, unknown>, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
}
