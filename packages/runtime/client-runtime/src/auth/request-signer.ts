import { normalizeProvider } from "@smithy/core/transport";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  DateInput,
  HashConstructor,
  HeaderBag,
  HttpRequest as RequestToSign,
  Provider,
  RequestSigner,
  RequestSigningArguments,
} from "@smithy/types";
import { bytesOf, toHex } from "@tinsmith/protocols";
import { isDate } from "@tinsmith/values";
import { canonicalRequest } from "./canonical-request.js";
import type { SignerOptions } from "./sigv4-config.js";

const CONTENT_HASH = "x-amz-content-sha256";

/**
 * Signs requests with AWS Signature Version 4.
 *
 * The signer of `@smithy/signature-v4` adds presigned URLs and event signatures to every bundle,
 * and derives the signing key for each request instead of once per day. Tests compare the
 * signatures of both.
 */
export class SigV4RequestSigner implements RequestSigner {
  protected readonly algorithm: string = "AWS4-HMAC-SHA256";
  readonly #service: string;
  readonly #region: Provider<string>;
  readonly #credentials: AwsCredentialIdentityProvider;
  protected readonly sha256: ChecksumConstructor | HashConstructor;
  readonly #escapePath: boolean;
  readonly #hex: HexDigest;
  /** The most recent signing key and its scope. A key is valid for one day. */
  #key: { readonly use: string; readonly value: Uint8Array } | undefined;

  constructor(options: SignerOptions) {
    const { service, region, credentials, sha256, uriEscapePath = true } = options;
    this.#service = service;
    this.#region = normalizeProvider(region);
    this.#credentials = normalizeProvider(credentials);
    this.sha256 = sha256;
    this.#escapePath = uriEscapePath;
    this.#hex = toHexDigest(sha256);
  }

  /** @throws Error if the credentials have no access key id or no secret */
  async sign(
    requestToSign: RequestToSign,
    { signingDate, signingRegion, signingService, ...rules }: RequestSigningArguments = {},
  ): Promise<RequestToSign> {
    const credentials: Partial<AwsCredentialIdentity> = (await this.#credentials()) ?? {};
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    if (typeof accessKeyId !== "string" || typeof secretAccessKey !== "string") {
      throw new Error("Resolved credential object is not valid");
    }
    const time = toDate(signingDate)
      .toISOString()
      .replace(/\.\d+|[-:]/g, "");
    const region = signingRegion ?? (await this.#region());
    const headers = { ...requestToSign.headers };
    const request = { ...requestToSign, headers };
    let contentHash: string | undefined;
    for (const name of Object.keys(headers)) {
      if (/^(?:authorization|(?:x-amz-)?date)$/i.test(name)) delete headers[name];
      else if (name.toLowerCase() === CONTENT_HASH) contentHash = headers[name];
    }
    headers["x-amz-date"] = time;
    if (sessionToken) headers["x-amz-security-token"] = sessionToken;
    if (contentHash === undefined) {
      contentHash = await this.#contentHash(request.body);
      headers[CONTENT_HASH] = contentHash;
    }

    const scope = [
      time.slice(0, 8),
      ...this.placeRegion(region, headers),
      signingService ?? this.#service,
      "aws4_request",
    ];
    const { text, signedHeaders } = canonicalRequest(request, contentHash, this.#escapePath, rules);
    const scopeText = scope.join("/");
    const requestHash = await this.#hex(asSent(text));
    const signature = await this.signature(
      { accessKeyId, secretAccessKey },
      scope,
      `${this.algorithm}\n${time}\n${scopeText}\n${requestHash}`,
    );
    headers["authorization"] =
      `${this.algorithm} Credential=${accessKeyId}/${scopeText}, ` +
      `SignedHeaders=${signedHeaders}, Signature=${signature}`;
    return request;
  }

  /** Returns the part of the scope that names the region; may also add headers. */
  protected placeRegion(region: string, _headers: HeaderBag): readonly string[] {
    return [region];
  }

  /** Returns the signature of a text in hexadecimal. */
  protected async signature(
    { secretAccessKey }: AwsCredentialIdentity,
    scope: readonly string[],
    text: string,
  ): Promise<string> {
    return this.#hex(text, await this.#signingKey(secretAccessKey, scope));
  }

  async #signingKey(secret: string, scope: readonly string[]): Promise<Uint8Array> {
    const use = [secret, ...scope].join("\n");
    if (this.#key?.use !== use) {
      let value = bytesOf(`AWS4${secret}`);
      for (const part of scope) {
        const hmac = new this.sha256(value);
        hmac.update(bytesOf(part));
        value = await hmac.digest();
      }
      this.#key = { use, value };
    }
    return this.#key.value;
  }

  /** A stream cannot be hashed before it is sent, so its payload is not signed. */
  #contentHash(body: unknown): string | Promise<string> {
    if (typeof (body ??= "") === "string") return this.#hex(body);
    if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) {
      return this.#hex(bytesOf(body));
    }
    return "UNSIGNED-PAYLOAD";
  }
}

/** Header values outside ASCII are sent as Latin-1, so the bytes of that encoding are signed. */
const asSent = (text: string): string | Uint8Array =>
  /[\x80-\xff]/.test(text) ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text;

/** Accepts seconds since 1970 and everything that `Date` accepts. */
function toDate(input: DateInput = new Date()): Date {
  if (isDate(input)) return input;
  const seconds = Number(input);
  return new Date(seconds ? seconds * 1000 : input);
}

/** Returns the hash of data in hexadecimal, or its HMAC if a secret is passed. */
type HexDigest = (data: string | Uint8Array, secret?: Uint8Array) => string | Promise<string>;

/** A hash class that can also hash data in a single call. */
interface OneShotHash {
  readonly hex: HexDigest;
}

const toHexDigest = (
  sha256: (ChecksumConstructor | HashConstructor) & Partial<OneShotHash>,
): HexDigest =>
  sha256.hex ??
  (async (data, secret) => {
    const hash = new sha256(secret);
    hash.update(bytesOf(data));
    return toHex(await hash.digest());
  });
