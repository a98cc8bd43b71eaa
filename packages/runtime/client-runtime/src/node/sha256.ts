import type { Hash, Hmac } from "node:crypto";
import type { Checksum, SourceData } from "@smithy/types";
import { nodeCrypto } from "./builtins.js";

/** Computes SHA-256 with Node, or its HMAC if a secret is passed. */
export class Sha256 implements Checksum {
  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #hash: Hash | Hmac;

  /** Returns the hash of data in hexadecimal, computed in a single call. */
  static hex(data: string | Uint8Array, secret?: Uint8Array): string {
    const { hash } = nodeCrypto();
    // Creates no object that has to be collected later, but not all runtimes have this function.
    if (!secret && hash) return hash("sha256", data, "hex");
    return createDigest(secret).update(data).digest("hex");
  }

  constructor(secret?: SourceData) {
    this.#secret = secret;
    this.#hash = createDigest(secret);
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    // A hash can be copied and continued after its digest. An HMAC cannot.
    const hash = "copy" in this.#hash ? this.#hash.copy() : this.#hash;
    return new Uint8Array(hash.digest());
  }

  reset(): void {
    this.#hash = createDigest(this.#secret);
  }
}

const createDigest = (secret: SourceData | undefined): Hash | Hmac =>
  secret === undefined
    ? nodeCrypto().createHash("sha256")
    : nodeCrypto().createHmac("sha256", toKey(secret));

function toKey(secret: SourceData): string | Uint8Array {
  if (typeof secret === "string") return secret;
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
}
