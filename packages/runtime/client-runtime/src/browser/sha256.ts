import type { Checksum, SourceData } from "@smithy/types";
import { bytesOf, concatBytes } from "@tinsmith/protocols";
import { webCrypto } from "./web-crypto.js";

/** Computes SHA-256 with Web Crypto, or its HMAC if a secret is passed. */
export class Sha256 implements Checksum {
  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #chunks: Uint8Array[] = [];

  constructor(secret?: SourceData) {
    this.#secret = secret;
  }

  update(data: Uint8Array): void {
    this.#chunks.push(data.slice());
  }

  async digest(): Promise<Uint8Array> {
    const subtle = webCrypto();
    const data = concatBytes(this.#chunks);
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    return new Uint8Array(
      this.#secret === undefined
        ? await subtle.digest(algorithm.hash, data)
        : await subtle.sign(
            algorithm,
            await subtle.importKey("raw", bytesOf(this.#secret), algorithm, false, ["sign"]),
            data,
          ),
    );
  }

  reset(): void {
    this.#chunks = [];
  }
}
