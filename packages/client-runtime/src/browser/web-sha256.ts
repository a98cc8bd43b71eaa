import type { Hash, SourceData } from "@smithy/types";

/**
 * SHA-256 of the Web Crypto API, as a class like those of `@smithy/*`. Pages that were not loaded over TLS do not have
 * it; they can configure a class of their own as `sha256`.
 */
export class WebSha256 implements Hash {
  readonly #secret: Uint8Array<ArrayBuffer> | undefined;
  #data: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(secret?: SourceData) {
    this.#secret = secret === undefined ? undefined : toBytes(secret);
  }

  update(data: SourceData): void {
    const added = toBytes(data);
    const all = new Uint8Array(this.#data.length + added.length);
    all.set(this.#data);
    all.set(added, this.#data.length);
    this.#data = all;
  }

  async digest(): Promise<Uint8Array> {
    const { subtle } = crypto;
    if (this.#secret === undefined) {
      return new Uint8Array(await subtle.digest("SHA-256", this.#data));
    }
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await subtle.importKey("raw", this.#secret, algorithm, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", key, this.#data));
  }

  reset(): void {
    this.#data = new Uint8Array();
  }
}

const toBytes = (data: SourceData): Uint8Array<ArrayBuffer> => {
  if (typeof data === "string") return new TextEncoder().encode(data);
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return new Uint8Array(bytes);
};
