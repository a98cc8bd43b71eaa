import { createHash, createHmac } from "node:crypto";
import type { Hash, Hmac } from "node:crypto";
import type { Checksum, SourceData } from "@smithy/types";

/** SHA-256 as Node has it, or its HMAC where there is a secret. */
export class Sha256 implements Checksum {
  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #hash: Hash | Hmac;

  /** The hash of data that is there as a whole, in hexadecimal. */
  static hex(data: string | Uint8Array, secret?: Uint8Array): string {
    return start(secret).update(data).digest("hex");
  }

  constructor(secret?: SourceData) {
    this.#secret = secret;
    this.#hash = start(secret);
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    // A hash may go on after it was asked; an HMAC cannot.
    const hash = "copy" in this.#hash ? this.#hash.copy() : this.#hash;
    return new Uint8Array(hash.digest());
  }

  reset(): void {
    this.#hash = start(this.#secret);
  }
}

const start = (secret: SourceData | undefined): Hash | Hmac =>
  secret === undefined ? createHash("sha256") : createHmac("sha256", keyOf(secret));

function keyOf(secret: SourceData): string | Uint8Array {
  if (typeof secret === "string") return secret;
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
}
