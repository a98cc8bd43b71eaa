import { Sentinel } from "@tinsmith/schema";
import { Decimal } from "../values/decimal.js";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { fromBase64 } from "../values/base64.js";
import { ExactNumber, exactInteger, integerValue, specialNumber } from "../values/numbers.js";
import { fromEpochSeconds, parseTimestamp, timestampFormatOf } from "../values/timestamps.js";
import type { TimestampFormat } from "../values/timestamps.js";
import { setOwn } from "../values/members.js";
import type { ReadTree } from "../tree/tree-reader.js";
import type { JsonStyle } from "./json-style.js";

/** Options for reading a simple shape. */
export interface ScalarReading {
  readonly style: JsonStyle;
  /** The readers that differ on a server. Clients do not bundle them. */
  readonly strict: StrictJson | undefined;
  readonly maxDepth: number;
  readonly kind: NumberKind | undefined;
  /** Called for a number beyond the safe integers, which may differ from the text. */
  onUnsafe(this: void): void;
}

/** The parts of JSON reading that only servers use. */
export interface StrictJson {
  number(kind: NumberKind | undefined, onUnsafe: () => void): ReadTree;
  isBase64(text: string): boolean;
  /** @throws Mismatch if the body is not UTF-8 */
  textOf(body: string | Uint8Array): string;
  /** Parses JSON. If `exact`, numbers that would lose digits become an `ExactNumber`. */
  parse(text: string, exact: boolean): unknown;
}

/** Creates the reader of a simple shape. Smithy: https://smithy.io/2.0/spec/simple-types.html */
export function jsonScalarReader(
  schema: number,
  { style, strict, maxDepth, kind, onUnsafe }: ScalarReading,
): ReadTree {
  // Some servers write big numbers as strings, so that no parser loses digits.
  const text = !strict || style.bigNumbersAsStrings;
  switch (schema) {
    case Sentinel.string:
      return (value) => {
        if (typeof value === "string") return value;
        if (strict || typeof value === "object") throw expected("a string", value);
        return String(value);
      };
    case Sentinel.boolean:
      return (value) => {
        if (typeof value === "boolean") return value;
        if (!strict && (value === "true" || value === "false")) return value === "true";
        throw expected("a boolean", value);
      };
    case Sentinel.number:
      return strict ? strict.number(kind, onUnsafe) : lenientNumber(onUnsafe);
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return timestampReader(timestampFormatOf(schema, style), strict !== undefined);
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (value) => {
        if (typeof value !== "string" || strict?.isBase64(value) === false)
          throw expected("a base64 string", value);
        return fromBase64(value);
      };
    case Sentinel.bigInteger:
      return (value) => {
        const integer = exactInteger(sourceOf(value, text) ?? "");
        if (integer === undefined) throw expected("an integer", value);
        return integer;
      };
    case Sentinel.bigDecimal:
      return (value) => {
        const source = sourceOf(value, text);
        if (source === undefined) throw expected("a decimal number", value);
        return new Decimal(source);
      };
    case Sentinel.document:
      return (value, depth) => readDocument(value, depth, maxDepth);
    default:
      throw new TypeError(`Unknown schema sentinel ${schema}.`);
  }
}

const lenientNumber =
  (onUnsafe: () => void): ReadTree =>
  (value) => {
    if (typeof value === "number") {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) onUnsafe();
      return value;
    }
    if (value instanceof ExactNumber) return nearestNumber(value.source);
    if (typeof value === "string") {
      const number = specialNumber(value) ?? (value.trim() === "" ? Number.NaN : Number(value));
      if (!Number.isNaN(number) || value === "NaN") return number;
    }
    throw expected("a number", value);
  };

/** Reads an integer exactly, if necessary as a bigint; any other number as the nearest double. */
export const nearestNumber = (source: string): number | bigint =>
  /[.eE]/.test(source) ? Number(source) : integerValue(BigInt(source));

/** Returns the text of a big number, or `undefined` if the value is not a number. */
function sourceOf(value: unknown, text: boolean): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof ExactNumber) return value.source;
  return text && typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)
    ? value
    : undefined;
}

function timestampReader(format: TimestampFormat, strict: boolean): ReadTree {
  const description =
    format === Sentinel.epochSeconds
      ? "a timestamp in seconds since 1970"
      : format === Sentinel.dateTime
        ? "a timestamp such as 2026-11-01T05:59:00Z"
        : "a timestamp such as Sun, 01 Nov 2026 05:59:00 GMT";
  const numeric = format === Sentinel.epochSeconds;
  return (value) => {
    const date =
      typeof value === "string"
        ? numeric && strict
          ? undefined
          : parseTimestamp(value, format, strict)
        : numeric && typeof value === "number"
          ? fromEpochSeconds(value)
          : numeric && value instanceof ExactNumber
            ? fromEpochSeconds(Number(value.source))
            : undefined;
    if (date === undefined) throw expected(description, value);
    return date;
  };
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
