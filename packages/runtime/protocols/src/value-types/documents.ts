import { Sentinel } from "@tinsmith/schema";
import { copyJson, isBytes, isDate } from "@tinsmith/values";
import { quote } from "../values/quote.js";
import { Mismatch } from "../malformed-message.js";
import { toBase64 } from "../values/base64.js";
import { Decimal, isDecimal } from "../values/decimal.js";
import { ExactNumber } from "../values/exact-number.js";
import { setOwn } from "../values/members.js";
import { exactInteger, integerValue } from "../values/numbers.js";
import { toDateTime } from "../values/timestamps.js";
import type { ValueType } from "./value-type.js";

/** Values of any type. */
export const documents: ValueType = {
  sentinels: [Sentinel.document],
  writeJson: () => writeAny,
  readJson:
    (_schema, { maxDepth }) =>
    (value, depth) =>
      readDocument(value, depth, maxDepth),
  writeText: () => (value) => (isDecimal(value) ? value.string : String(value)),
  readText: () => (text) => text,
  zero: () => null,
  fromNode: (_schema, node) => copyJson(node),
};

/** Writes a value of any type as JSON, such as a number, a boolean or a document. */
function writeAny(value: unknown): string {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? String(value) : `"${value}"`;
    case "bigint":
    case "boolean":
      return String(value);
    case "string":
      return quote(value);
    case "object":
      return writeObject(value);
    default:
      throw new TypeError(`JSON cannot represent a ${typeof value}.`);
  }
}

function writeObject(value: object | null): string {
  if (value === null) return "null";
  if (isDecimal(value)) return value.string;
  if (value instanceof ExactNumber) return value.source;
  if (isDate(value)) return `"${toDateTime(value)}"`;
  if (isBytes(value)) return `"${toBase64(value)}"`;
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => (item === undefined ? "null" : writeAny(item))).join()}]`;
  }
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members.map(([key, item]) => `${quote(key)}:${writeAny(item)}`).join()}}`;
}

/** Reads a document as plain data. Inexact numbers become a bigint or a `NumericValue`. */
function readDocument(value: unknown, depth: number, maxDepth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof ExactNumber) return documentNumber(value.source);
  if (depth >= maxDepth) throw new Mismatch("The body nests too deeply.");
  if (Array.isArray(value)) {
    return value.map((item: unknown) => readDocument(item, depth + 1, maxDepth));
  }
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    setOwn(out, key, readDocument(item, depth + 1, maxDepth));
  }
  return out;
}

function documentNumber(source: string): number | bigint | Decimal {
  const integer = exactInteger(source);
  if (integer !== undefined) return integerValue(integer);
  const digits = source
    .replace(/[eE].*$/, "")
    .replace(/^[-0.]+/, "")
    .replace(/0+$/, "");
  // A double preserves up to 15 digits.
  return digits.replace(".", "").length <= 15 && Number.isFinite(Number(source))
    ? Number(source)
    : new Decimal(source);
}
