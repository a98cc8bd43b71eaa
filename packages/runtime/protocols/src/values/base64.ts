import { bytesOf } from "./bytes.js";

const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether a text is base64 with its padding, and nothing else. */
export const isBase64 = (text: string): boolean => text.length % 4 === 0 && alphabet.test(text);

/**
 * Bytes (or a text's UTF-8) as base64.
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
 * The bytes of a base64 text.
 *
 * @internal
 */
export function fromBase64(text: string): Uint8Array {
  if (typeof Buffer === "function") {
    // A copy of its own: small buffers share one pool, and a blob should not keep others' bytes reachable.
    return new Uint8Array(Buffer.from(text, "base64"));
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
