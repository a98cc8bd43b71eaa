import { isBytes } from "@tinsmith/values";

// Created on first use: React Native has no decoder until a polyfill adds one.
let encoder: InstanceType<typeof TextEncoder> | undefined;
const decoders: (InstanceType<typeof TextDecoder> | undefined)[] = [];

/**
 * Encodes a text as UTF-8. Buffers and views of bytes are returned without copying.
 *
 * @internal
 */
export function bytesOf(value: unknown): Uint8Array {
  if (typeof value === "string") return (encoder ??= new TextEncoder()).encode(value);
  if (isBytes(value)) return value;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new TypeError("Expected bytes (Uint8Array) or a string for a blob.");
}

/**
 * Decodes UTF-8. @throws TypeError if `fatal` and the bytes are not UTF-8
 *
 * @internal
 */
export const textOf = (value: string | Uint8Array, fatal = false): string =>
  typeof value === "string"
    ? value
    : (decoders[+fatal] ??= new TextDecoder("utf-8", { fatal, ignoreBOM: true })).decode(value);

/**
 * Concatenates pieces of bytes. A single piece is returned without copying.
 *
 * @internal
 */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    out.set(piece, offset);
    offset += piece.byteLength;
  }
  return out;
}

/**
 * Encodes bytes in lower-case hexadecimal.
 *
 * @internal
 */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
