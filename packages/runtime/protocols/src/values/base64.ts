import { bytesOf } from "./bytes.js";

const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** Returns true if a text is base64 with padding. */
export const isBase64 = (text: string): boolean => text.length % 4 === 0 && alphabet.test(text);

/**
 * Encodes bytes, or a text as UTF-8, to base64.
 *
 * @internal
 */
export function toBase64(value: Uint8Array | string): string {
  const bytes = bytesOf(value);
  if (typeof Buffer === "function") {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Decodes base64 to bytes.
 *
 * @internal
 */
export function fromBase64(text: string): Uint8Array {
  if (typeof Buffer === "function") {
    // Copies, because small buffers share a pool, and a blob must not expose the bytes of others.
    return new Uint8Array(Buffer.from(text, "base64"));
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
