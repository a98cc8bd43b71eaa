import {
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  prepareRequest,
  SignatureV4Base,
} from "@smithy/signature-v4";
import type { SignatureV4 } from "@smithy/signature-v4";
import { toHex, toUint8Array } from "@smithy/core/serde";
import type {
  AwsCredentialIdentity,
  ChecksumConstructor,
  HashConstructor,
  HttpRequest,
  RequestSigner,
  RequestSigningArguments,
} from "@smithy/types";

type SignerOptions = ConstructorParameters<typeof SignatureV4>[0];

const ALGORITHM = "AWS4-HMAC-SHA256";
const CONTENT_HASH = "x-amz-content-sha256";

/**
 * Signs requests with AWS Signature Version 4, over the parts of the library that its signers of every version share.
 * Its own signer brings presigned URLs and the signatures of events into each bundle, and derives more for a request
 * than one needs that signs many with the same credentials.
 */
export class SigV4RequestSigner extends SignatureV4Base implements RequestSigner {
  /** The key that was used last, and what for: it holds for a day. */
  #key: { readonly use: string; readonly value: Uint8Array } | undefined;

  readonly #hex: HexDigest;

  constructor(options: SignerOptions) {
    super(options);
    this.#hex = hexDigestOf(options.sha256);
  }

  async sign(
    requestToSign: HttpRequest,
    {
      signingDate = new Date(),
      signingRegion,
      signingService = this.service,
      signableHeaders,
      unsignableHeaders,
    }: RequestSigningArguments = {},
  ): Promise<HttpRequest> {
    const credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = signingRegion ?? (await this.regionProvider());
    const { longDate, shortDate } = this.formatDate(signingDate);
    const scope = createScope(shortDate, region, signingService);
    const key = await this.#signingKey(credentials, shortDate, region, signingService);

    const request = prepareRequest(requestToSign);
    const { headers } = request;
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) headers["x-amz-security-token"] = credentials.sessionToken;
    const declared = Object.keys(headers).find((name) => name.toLowerCase() === CONTENT_HASH);
    const contentHash =
      declared === undefined ? await this.#contentHash(request.body) : (headers[declared] ?? "");
    if (declared === undefined) headers[CONTENT_HASH] = contentHash;

    const signed = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
    const canonicalRequest = this.createCanonicalRequest(request, signed, contentHash);
    const requestHash = await this.#hex(canonicalRequest);
    const stringToSign = `${ALGORITHM}\n${longDate}\n${scope}\n${requestHash}`;
    const signature = await this.#hex(stringToSign, key);
    headers["authorization"] =
      `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope}, ` +
      `SignedHeaders=${this.getCanonicalHeaderList(signed)}, Signature=${signature}`;
    return request;
  }

  async #signingKey(
    credentials: AwsCredentialIdentity,
    date: string,
    region: string,
    service: string,
  ): Promise<Uint8Array> {
    const use = [date, region, service, credentials.secretAccessKey].join("\n");
    if (this.#key?.use === use) return this.#key.value;
    const value = await getSigningKey(this.sha256, credentials, date, region, service);
    this.#key = { use, value };
    return value;
  }

  /** What is not there as a whole cannot be hashed before it is sent. */
  #contentHash(body: unknown): string | Promise<string> {
    if (body === undefined || body === null) return this.#hex("");
    if (typeof body === "string" || body instanceof Uint8Array) return this.#hex(body);
    if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) {
      return this.#hex(toUint8Array(body));
    }
    return "UNSIGNED-PAYLOAD";
  }
}

/** The hash of data in hexadecimal, keyed where there is a secret. */
type HexDigest = (data: string | Uint8Array, secret?: Uint8Array) => string | Promise<string>;

/** A class of hashes that has data hashed in one go as well. */
interface OneShotHash {
  readonly hex: HexDigest;
}

const hexDigestOf = (
  sha256: (ChecksumConstructor | HashConstructor) & Partial<OneShotHash>,
): HexDigest =>
  sha256.hex ??
  (async (data, secret) => {
    const hash = new sha256(secret);
    hash.update(toUint8Array(data));
    return toHex(await hash.digest());
  });
