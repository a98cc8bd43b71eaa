import type { $SchemaRef } from "@smithy/types";
import { isPlainRecord } from "@tinsmith/values";

import { viewOf } from "../schema-view.js";
import type { ShapeView, SimpleKind } from "../schema-view.js";
import type { Conversions } from "./convertible.js";

/**
 * Converts a value to the types of the schema. Values that cannot be converted are returned
 * unchanged, so that validation reports them. Only the parts that change are copied.
 */
export function convertValue(ref: $SchemaRef, value: unknown, conversions: Conversions): unknown {
  if (value === undefined || value === null) return value;
  const view: ShapeView = viewOf(ref);
  switch (view.kind) {
    case "list":
      return Array.isArray(value)
        ? unlessSame(
            value,
            value.map((item) => convertValue(view.member, item, conversions)),
          )
        : value;
    case "map":
      return isPlainRecord(value)
        ? convertEntries(value, Object.keys(value), () => view.value, conversions)
        : value;
    case "structure":
    case "union": {
      if (view.streaming || !isPlainRecord(value)) return value;
      const members = new Map(view.members.map(({ name, ref: member }) => [name, member]));
      const known = Object.keys(value).filter((name) => members.has(name));
      return convertEntries(value, known, (name) => members.get(name) ?? 15, conversions);
    }
    default:
      return convertSimple(view.kind, value, conversions);
  }
}

const unlessSame = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] =>
  after.every((item, index) => item === before[index]) ? before : after;

function convertEntries(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  refOf: (key: string) => $SchemaRef,
  conversions: Conversions,
): Readonly<Record<string, unknown>> {
  const changed = keys.flatMap((key) => {
    const converted = convertValue(refOf(key), value[key], conversions);
    return converted === value[key] ? [] : [[key, converted] as const];
  });
  return changed.length === 0 ? value : Object.fromEntries([...Object.entries(value), ...changed]);
}

function convertSimple(kind: SimpleKind, value: unknown, conversions: Conversions): unknown {
  switch (kind) {
    case "number":
      return conversions.number && typeof value === "string" ? toNumber(value) : value;
    case "bigInteger":
      return conversions.number ? toBigInt(value) : value;
    case "string":
      return conversions.string && /^(?:number|bigint|boolean)$/.test(typeof value)
        ? String(value)
        : value;
    case "boolean":
      return conversions.boolean && (value === "true" || value === "false")
        ? value === "true"
        : value;
    case "timestamp":
      return conversions.timestamp ? toDate(value) : value;
    case "blob":
      return conversions.blob && typeof value === "string"
        ? toBytes(value, conversions.blob)
        : value;
    default:
      return value;
  }
}

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function toNumber(text: string): unknown {
  const trimmed = text.trim();
  if (numeric.test(trimmed) || /^(?:NaN|-?Infinity)$/.test(trimmed)) return Number(trimmed);
  return text;
}

function toBigInt(value: unknown): unknown {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  return typeof value === "string" && /^-?\d+$/.test(value.trim()) ? BigInt(value.trim()) : value;
}

/** Matches RFC 3339, and dates without a time. Such a date means midnight UTC. */
const isoTime =
  /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;

function toDate(value: unknown): unknown {
  const seconds = typeof value === "string" && numeric.test(value.trim()) ? Number(value) : value;
  if (typeof seconds !== "number" && !(typeof value === "string" && isoTime.test(value.trim()))) {
    return value;
  }
  const date =
    typeof seconds === "number"
      ? new Date(Math.round(seconds * 1000))
      : new Date(String(value).trim());
  return Number.isNaN(date.getTime()) ? value : date;
}

function toBytes(text: string, from: "base64" | "utf8"): unknown {
  if (from === "utf8") return new TextEncoder().encode(text);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return text;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
