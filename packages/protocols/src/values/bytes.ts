const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });
const strictDecoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 of a text; bytes (also another view or a buffer) as they are. */
export const bytesOf = (value: unknown): Uint8Array => {
  if (typeof value === "string") return encoder.encode(value);
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new TypeError("Expected bytes (Uint8Array) or a string for a blob.");
};

/** The text of UTF-8 bytes. @throws TypeError where `strict` and it is not UTF-8 */
export const textOf = (value: string | Uint8Array, strict = false): string =>
  typeof value === "string" ? value : (strict ? strictDecoder : decoder).decode(value);
