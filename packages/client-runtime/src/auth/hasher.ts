import type { ChecksumConstructor, HashConstructor } from "@smithy/types";

/** SHA-256 as signatures need it; now where it can be had now. */
export interface Hasher {
  /** The hash in hexadecimal. */
  hash(data: string | Uint8Array): string | Promise<string>;
  /** The keyed hash. */
  hmac(key: string | Uint8Array, data: string): Uint8Array | Promise<Uint8Array>;
}

/** A hasher of a hash class as `@smithy/*` have them, which can be configured as `sha256`. */
export const hasherOf = (sha256: ChecksumConstructor | HashConstructor): Hasher => {
  const digest = (data: string | Uint8Array, key?: string | Uint8Array): Promise<Uint8Array> => {
    const hash = new sha256(key === undefined ? undefined : toBytes(key));
    hash.update(toBytes(data));
    return hash.digest();
  };
  return {
    hash: async (data) => toHex(await digest(data)),
    hmac: (key, data) => digest(data, key),
  };
};

/** Bytes in hexadecimal. */
export const toHex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
};

const encoder = new TextEncoder();

const toBytes = (data: string | Uint8Array): Uint8Array =>
  typeof data === "string" ? encoder.encode(data) : data;
