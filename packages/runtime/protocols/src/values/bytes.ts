const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });
const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * UTF-8 of a text; bytes (also another view or a buffer) as they are.
 *
 * @internal
 */
export function bytesOf(value: unknown): Uint8Array {
  if (typeof value === "string") return encoder.encode(value);
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new TypeError("Expected bytes (Uint8Array) or a string for a blob.");
}

/**
 * The text of UTF-8 bytes. @throws TypeError where `strict` and it is not UTF-8
 *
 * @internal
 */
export const textOf = (value: string | Uint8Array, strict = false): string =>
  typeof value === "string" ? value : (strict ? strictDecoder : decoder).decode(value);

/**
 * Pieces of bytes as one; the piece itself where there is only one.
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
 * Bytes in hexadecimal, in lower case.
 *
 * @internal
 */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
