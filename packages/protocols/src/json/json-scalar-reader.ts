import { Decimal } from "../values/decimal.js";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { Sentinel } from "../schema/resolve.js";
import { fromBase64, isBase64 } from "../values/base64.js";
import {
  ExactNumber,
  exactInteger,
  integerValue,
  isIntegerKind,
  kindCheck,
  kindName,
  specialNumber,
} from "../values/numbers.js";
import {
  fromEpochSeconds,
  parseTimestamp,
  timestampFormatOf,
  type TimestampFormat,
} from "../values/timestamps.js";
import { setOwn } from "../schema/members.js";
import type { ReadTree } from "../tree/tree-reader.js";
import type { JsonStyle } from "./json-style.js";

/** How a simple shape is read. */
export interface ScalarReading {
  readonly style: JsonStyle;
  readonly strict: boolean;
  readonly maxDepth: number;
  readonly kind: NumberKind | undefined;
  /** Told of a number beyond the safe integers, which may not be what the text says. */
  onUnsafe(this: void): void;
}

/** The reader of a simple shape. Smithy: https://smithy.io/2.0/spec/simple-types.html */
export const jsonScalarReader = (
  schema: number,
  { style, strict, maxDepth, kind, onUnsafe }: ScalarReading,
): ReadTree => {
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
      return strict ? strictNumber(kind, onUnsafe) : lenientNumber(onUnsafe);
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return timestampReader(timestampFormatOf(schema, style), strict);
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (value) => {
        if (typeof value !== "string" || (strict && !isBase64(value)))
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
};

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

const strictNumber = (kind: NumberKind | undefined, onUnsafe: () => void): ReadTree => {
  const fits = kindCheck(kind);
  const integral = isIntegerKind(kind);
  const name = kindName(kind);
  return (value) => {
    if (typeof value === "number") {
      if (integral && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER))
        onUnsafe();
      if (fits(value)) {
        // Beyond the safe integers the digits are exact, the number they became may not be.
        return integral && !Number.isSafeInteger(value) ? BigInt(String(value)) : value;
      }
      throw new Mismatch(
        Number.isInteger(value)
          ? `Expected ${name}, found a number out of its range.`
          : `Expected ${name}, found a number with a fraction.`,
      );
    }
    if (value instanceof ExactNumber) {
      if (!integral) return nearestNumber(value.source);
      const integer = exactInteger(value.source);
      if (integer !== undefined && fits(integer)) return integerValue(integer);
      throw new Mismatch(`Expected ${name}, found a number out of its range.`);
    }
    const special = !integral && typeof value === "string" ? specialNumber(value) : undefined;
    if (special === undefined) throw expected(name, value);
    return special;
  };
};

/** An integer in full, as a bigint where need be; with a point or exponent, the nearest double. */
const nearestNumber = (source: string): number | bigint =>
  /[.eE]/.test(source) ? Number(source) : integerValue(BigInt(source));

/** The digits of a big number. */
const sourceOf = (value: unknown, text: boolean): string | undefined => {
  if (typeof value === "number") return String(value);
  if (value instanceof ExactNumber) return value.source;
  return text && typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)
    ? value
    : undefined;
};

const timestampReader = (format: TimestampFormat, strict: boolean): ReadTree => {
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
};

/** A document as plain data; numbers that a double cannot hold become a bigint or a `NumericValue`. */
const readDocument = (value: unknown, depth: number, maxDepth: number): unknown => {
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
};

const documentNumber = (source: string): number | bigint | Decimal => {
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
};
