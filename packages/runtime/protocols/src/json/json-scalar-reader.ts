import { Sentinel } from "@tinsmith/schema";
import { Decimal } from "../values/decimal.js";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { fromBase64 } from "../values/base64.js";
import { ExactNumber, exactInteger, integerValue, specialNumber } from "../values/numbers.js";
import {
  fromEpochSeconds,
  parseTimestamp,
  timestampFormatOf,
  type TimestampFormat,
} from "../values/timestamps.js";
import { setOwn } from "../values/members.js";
import type { ReadTree } from "../tree/tree-reader.js";
import type { JsonStyle } from "./json-style.js";

/** How a simple shape is read. */
export interface ScalarReading {
  readonly style: JsonStyle;
  /** What a server reads otherwise; a client does not carry it. */
  readonly strict: StrictJson | undefined;
  readonly maxDepth: number;
  readonly kind: NumberKind | undefined;
  /** Told of a number beyond the safe integers, which may not be what the text says. */
  onUnsafe(this: void): void;
}

/** What only a server's reading has. */
export interface StrictJson {
  number(kind: NumberKind | undefined, onUnsafe: () => void): ReadTree;
  isBase64(text: string): boolean;
  /** @throws Mismatch where the body is not UTF-8 */
  textOf(body: string | Uint8Array): string;
  /** Parses JSON; a number that would lose digits to an `ExactNumber` where they must be `exact`. */
  parse(text: string, exact: boolean): unknown;
}

/** The reader of a simple shape. Smithy: https://smithy.io/2.0/spec/simple-types.html */
export function jsonScalarReader(
  schema: number,
  { style, strict, maxDepth, kind, onUnsafe }: ScalarReading,
): ReadTree {
  // Some servers write big numbers as strings, which keeps them whole in every parser.
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
      throw new TypeError(`${schema} is not the schema of a value.`);
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

/** An integer in full, as a bigint where need be; with a point or exponent, the nearest double. */
export const nearestNumber = (source: string): number | bigint =>
  /[.eE]/.test(source) ? Number(source) : integerValue(BigInt(source));

/** The digits of a big number. */
function sourceOf(value: unknown, text: boolean): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof ExactNumber) return value.source;
  return text && typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)
    ? value
    : undefined;
}

function timestampReader(format: TimestampFormat, strict: boolean): ReadTree {
  const what =
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
    if (date === undefined) throw expected(what, value);
    return date;
  };
}

/** A document as plain data; numbers that a double cannot hold become a bigint or a `NumericValue`. */
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
  // Up to 15 digits a double gives back what it was given.
  return digits.replace(".", "").length <= 15 && Number.isFinite(Number(source))
    ? Number(source)
    : new Decimal(source);
}
