import { Sentinel } from "@tinsmith/schema";
import { isBytes } from "@tinsmith/values";
import { Decimal, isDecimal } from "../values/decimal.js";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { isRecord, setOwn } from "../values/members.js";
import type { ReadTree } from "../tree/tree-reader.js";
import { isIntegerKind, kindCheck, kindName } from "../values/number-kinds.js";
import { exactInteger } from "../values/numbers.js";
import { fromEpochSeconds } from "../values/timestamps.js";

/** Creates the reader of a simple shape in decoded CBOR. */
export function cborScalarReader(
  schema: number,
  strict: boolean,
  maxDepth: number,
  kind: NumberKind | undefined,
): ReadTree {
  switch (schema) {
    case Sentinel.string:
      return (value) => {
        if (typeof value !== "string") throw expected("a string", value);
        return value;
      };
    case Sentinel.boolean:
      return (value) => {
        if (typeof value !== "boolean") throw expected("a boolean", value);
        return value;
      };
    case Sentinel.number: {
      const fits = kindCheck(strict ? kind : undefined);
      const name = kindName(kind);
      const integral = isIntegerKind(kind);
      return (value) => {
        if (isDecimal(value) && !integral) return Number(value.string);
        if (typeof value !== "number" && typeof value !== "bigint") throw expected(name, value);
        if (!fits(value)) throw new Mismatch(`Expected ${name}, found a number out of its range.`);
        return kind === "float" || kind === "double" ? Number(value) : value;
      };
    }
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return (value) => {
        const seconds = isTag(value, 1) ? value["value"] : strict ? undefined : value;
        const date =
          typeof seconds === "number" || typeof seconds === "bigint"
            ? fromEpochSeconds(Number(seconds))
            : undefined;
        if (date === undefined) throw expected("a timestamp (tag 1)", value);
        return date;
      };
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (value) => {
        if (!isBytes(value)) throw expected("a byte string", value);
        // Copies, so that a small blob does not keep the whole body in memory.
        return new Uint8Array(value);
      };
    case Sentinel.bigInteger:
      return (value) => {
        if (typeof value === "bigint") return value;
        const integer = typeof value === "number" ? exactInteger(String(value)) : undefined;
        if (integer === undefined) throw expected("an integer", value);
        return integer;
      };
    case Sentinel.bigDecimal:
      return (value) => {
        if (isDecimal(value)) return value;
        if ((typeof value === "number" && Number.isFinite(value)) || typeof value === "bigint") {
          return new Decimal(String(value));
        }
        throw expected("a decimal number", value);
      };
    case Sentinel.document:
      return (value, depth) => readDocument(value, depth, maxDepth);
    default:
      throw new TypeError(`Unknown schema sentinel ${schema}.`);
  }
}

const isTag = (value: unknown, tag: number): value is Record<string, unknown> =>
  isRecord(value) && value["tag"] === tag && "value" in value;

/** Reads a document, with timestamps as dates. Also reads members that are not in the schema. */
function readDocument(value: unknown, depth: number, maxDepth: number): unknown {
  if (typeof value !== "object" || value === null || isDecimal(value)) return value;
  if (isBytes(value)) return new Uint8Array(value);
  if (depth >= maxDepth) throw new Mismatch("The body nests too deeply.");
  if (Array.isArray(value)) {
    return value.map((item: unknown) => readDocument(item, depth + 1, maxDepth));
  }
  if (isTag(value, 1)) return fromEpochSeconds(Number(value["value"])) ?? value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    setOwn(out, key, readDocument(item, depth + 1, maxDepth));
  }
  return out;
}
