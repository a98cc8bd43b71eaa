import { createHash, createHmac } from "node:crypto";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Checksum, SourceData } from "@smithy/types";
import type { SignedRequest } from "./signed-request.js";

/** The parts of a canonical request as received. */
export interface CanonicalParts {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** The signed headers. */
  readonly headers: Readonly<Record<string, string>>;
  readonly payloadHash: string;
}

/** Node's SHA-256 in the form that the signer accepts. */
export class Sha256 implements Checksum {
  readonly #secret: SourceData | undefined;
  #hash: { update(data: Uint8Array): unknown; digest(): Buffer };

  constructor(secret?: SourceData) {
    this.#secret = secret;
    this.#hash = start(secret);
  }

  update(data: Uint8Array | string): void {
    this.#hash.update(typeof data === "string" ? Buffer.from(data) : data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = start(this.#secret);
  }
}

const start = (secret: SourceData | undefined) =>
  secret === undefined
    ? createHash("sha256")
    : createHmac("sha256", typeof secret === "string" ? secret : bytesOf(secret));

const bytesOf = (data: Exclude<SourceData, string>): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);

/** The signer of the library for the server side. It exposes the texts that it signs. */
export class Signer extends SignatureV4 {
  readonly #signed: SignedRequest;

  /** @param doubleEncodePath - true for all services except S3 */
  constructor(signed: SignedRequest, secretAccessKey: string, doubleEncodePath: boolean) {
    super({
      credentials: { accessKeyId: signed.accessKeyId, secretAccessKey },
      region: signed.region,
      service: signed.service,
      sha256: Sha256,
      uriEscapePath: doubleEncodePath,
    });
    this.#signed = signed;
  }

  canonicalRequest({ method, path, query, headers, payloadHash }: CanonicalParts): string {
    const request = new HttpRequest({ method, path, query: { ...query } });
    const canonical: Record<string, string> = {};
    for (const name of Object.keys(headers).sort()) {
      canonical[name] = (headers[name] ?? "").trim().replaceAll(/\s+/g, " ");
    }
    return this.createCanonicalRequest(request, canonical, payloadHash);
  }

  stringToSign(canonicalRequest: string): string {
    const { date, region, service, terminator, signedAt } = this.#signed;
    const scope = [date, region, service, terminator].join("/");
    // Header values are bytes. Node reads them as characters of Latin-1.
    const hash = sha256Of(Buffer.from(canonicalRequest, "latin1"));
    return `AWS4-HMAC-SHA256\n${signedAt}\n${scope}\n${hash}`;
  }

  /** Signs a text in the scope of the request. */
  signText(text: string): Promise<string> {
    const { date, region, service } = this.#signed;
    // Only the day of the date is part of the key.
    const signingDate = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}T00:00:00Z`;
    return this.sign(text, { signingDate, signingRegion: region, signingService: service });
  }
}

/** Returns a hash in hexadecimal digits. */
export const sha256Of = (body: string | Uint8Array): string =>
  createHash("sha256").update(body).digest("hex");
