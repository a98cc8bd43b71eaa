import { isBytes, isDate, isPlainRecord } from "@tinsmith/values";
import type { NumberKind } from "./constraints.js";
import type { SimpleKind } from "./schema-view.js";

/** A check of a value's type, and the name of the type for messages. */
export interface TypeCheck {
  /** The name of the type with an article: `a string`. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/**
 * Returns the check of a simple type for values that clients send and receive.
 *
 * @param number - the numeric type, if the type is a number
 * @param payload - true for the whole body of a message, where a blob may also be text
 */
export function simpleTypeCheck(
  kind: SimpleKind,
  number: NumberKind | undefined,
  payload: boolean,
): TypeCheck {
  if (kind === "number") return numberCheck(number);
  return kind === "blob" && payload ? payloadCheck : simpleChecks[kind];
}

export const listCheck: TypeCheck = { expected: "an array", accepts: Array.isArray };

export const eventStreamCheck: TypeCheck = {
  expected: "an async iterable of events",
  accepts: (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
};

export const recordCheck: TypeCheck = { expected: "an object", accepts: isPlainRecord };

/**
 * Names the type of a value for messages. The value itself is omitted, because it may be secret.
 */
export function nameOfValue(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (isDate(value)) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  if (isBytes(value)) return "a Uint8Array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

const bytesOrText = (value: unknown): boolean =>
  typeof value === "string" || value instanceof ArrayBuffer || ArrayBuffer.isView(value);

const payloadCheck: TypeCheck = { expected: "a Uint8Array or a string", accepts: bytesOrText };

const simpleChecks: Readonly<Record<Exclude<SimpleKind, "number">, TypeCheck>> = {
  string: { expected: "a string", accepts: (value) => typeof value === "string" },
  boolean: { expected: "a boolean", accepts: (value) => typeof value === "boolean" },
  timestamp: {
    expected: "a Date",
    accepts: (value) => isDate(value) && !Number.isNaN(value.getTime()),
  },
  blob: { expected: "a Uint8Array", accepts: (value) => isBytes(value) },
  streamingBlob: {
    expected: "a stream, a Uint8Array or a string",
    accepts: (value) => bytesOrText(value) || isPlainRecord(value),
  },
  bigInteger: {
    expected: "a bigint",
    accepts: (value) => typeof value === "bigint",
  },
  bigDecimal: {
    expected: "a NumericValue",
    accepts: (value) => isPlainRecord(value) && value["type"] === "bigDecimal",
  },
  document: {
    expected: "a document (null, boolean, number, string, array or object)",
    accepts: (value) => /^(?:boolean|number|string|object)$/.test(typeof value),
  },
};

/**
 * The greatest values of the integer types. Smithy: https://smithy.io/2.0/spec/simple-types.html
 */
export const integerLimit: Partial<Record<NumberKind, number>> = {
  byte: 0x7f,
  short: 0x7fff,
  integer: 0x7fffffff,
  intEnum: 0x7fffffff,
};

function numberCheck(kind: NumberKind | undefined): TypeCheck {
  if (kind === undefined || kind === "float" || kind === "double") {
    return { expected: "a number", accepts: (value) => typeof value === "number" };
  }
  // A long beyond the safe integers is a bigint.
  if (kind === "long") {
    return {
      expected: "an integer",
      accepts: (value) => Number.isInteger(value) || typeof value === "bigint",
    };
  }
  const limit = integerLimit[kind] ?? 0;
  return {
    expected: `an integer from ${-limit - 1} to ${limit}`,
    accepts: (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= -limit - 1 && value <= limit,
  };
}
