import type { Checksum, SourceData } from "@smithy/types";
import { bytesOf, concatBytes } from "@tinsmith/protocols";

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

  /**
   * @throws Error if Web Crypto is missing: browsers offer it in secure contexts only (HTTPS,
   * localhost)
   */
  async digest(): Promise<Uint8Array> {
    const { subtle } = globalThis.crypto ?? {};
    if (subtle === undefined) {
      throw new Error("Web Crypto is not available. Use HTTPS, or pass `sha256` to the client.");
    }
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
