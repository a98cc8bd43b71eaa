import type { NumericValue } from "@smithy/core/serde";
import { Sentinel } from "@tinsmith/schema";
import { Decimal, isDecimal } from "../values/decimal.js";
import { tag } from "@smithy/core/cbor";
import { isBytes, isDate } from "@tinsmith/values";
import { setOwn } from "../values/members.js";
import type { WriteTree } from "../tree/tree-writer.js";
import { bytesOf } from "../values/bytes.js";
import { exactInteger } from "../values/numbers.js";
import { toEpochSeconds } from "../values/timestamps.js";

/** Creates the writer of a simple shape. It returns a value for the encoder. */
export function cborScalarWriter(schema: number): WriteTree {
  switch (schema) {
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return (value) => {
        if (!isDate(value) || Number.isNaN(value.getTime())) {
          throw new TypeError("Expected a valid Date for a timestamp.");
        }
        return tagged(value);
      };
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return bytesOf;
    case Sentinel.bigDecimal:
      return (value) => (isDecimal(value) ? withoutExponent(value) : value);
    case Sentinel.document:
      return writeDocument;
    default:
      return (value) => value;
  }
}

/** Writes a timestamp with tag 1, independent of the format in the schema. */
const tagged = (date: Date): unknown => tag({ tag: 1, value: toEpochSeconds(date) });

/** Writes `1e3` as `1000`, because the decoder of `@smithy/core` misreads positive exponents. */
function withoutExponent(value: NumericValue): NumericValue {
  if (!/[eE]/.test(value.string)) return value;
  const integer = exactInteger(value.string);
  return integer === undefined ? value : new Decimal(String(integer));
}

function writeDocument(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isDecimal(value) || isBytes(value)) return value;
  if (isDate(value)) return tagged(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (item === undefined ? null : writeDocument(item)));
  }
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) setOwn(out, key, writeDocument(item));
  }
  return out;
}
