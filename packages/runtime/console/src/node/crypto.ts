import { md5 } from "js-md5";

// The parts of `node:crypto` that a server in a page uses. A page that was opened from disk has no
// secure context, and thus no `crypto.randomUUID`.

export function randomBytes(size: number): Buffer {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(size)));
}

export function randomUUID(): string {
  const digits = randomBytes(16).toString("hex");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}

/** Hashes a text with MD5, the only algorithm that samples contain. */
export function createHash(algorithm: string): ReturnType<typeof md5.create> {
  if (algorithm === "md5") return md5.create();
  throw new RangeError(`The console does not support the hash ${algorithm}.`);
}
