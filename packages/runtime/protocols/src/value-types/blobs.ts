import { Sentinel } from "@tinsmith/schema";
import { Mismatch, expected } from "../malformed-message.js";
import { fromBase64, isBase64, toBase64 } from "../values/base64.js";
import { bytesOf } from "../values/bytes.js";
import type { ValueType } from "./value-type.js";

/** Bytes. In text they are base64. */
export const blobs: ValueType = {
  sentinels: [Sentinel.blob, Sentinel.streamingBlob],
  writeJson: () => (value) => `"${toBase64(bytesOf(value))}"`,
  readJson:
    (_schema, { strict }) =>
    (value) => {
      if (typeof value !== "string" || strict?.isBase64(value) === false)
        throw expected("a base64 string", value);
      return fromBase64(value);
    },
  writeText: () => (value) => toBase64(bytesOf(value)),
  readText: () => (text) => {
    if (!isBase64(text)) throw new Mismatch("Expected base64.");
    return fromBase64(text);
  },
  zero: () => new Uint8Array(),
  fromNode: (_schema, node) => fromBase64(String(node)),
};
