import type { $SchemaRef } from "@smithy/types";
import { isRecord, memberValue } from "@tinsmith/protocols/json";
import {
  isList,
  isMap,
  isUnion,
  hasMembers,
  listMemberOf,
  mapValueOf,
  membersOf,
  resolveSchema,
  Sentinel,
} from "@tinsmith/protocols/schema";

/**
 * Returns true if parsed JSON has the types of a shape. The readers of clients are lenient, for
 * example they accept a string as a number. They would select the wrong member of an untagged
 * union.
 */
export function isOfType(reference: $SchemaRef, value: unknown): boolean {
  const { schema } = resolveSchema(reference);
  if (typeof schema === "number") return isOfSentinel(schema, value);
  if (isList(schema)) return isArrayOf(listMemberOf(schema), value);
  if (isMap(schema)) return isObjectOf(mapValueOf(schema), value);
  // The reader of the nested union checks the value.
  if (isUnion(schema)) return true;
  if (!isRecord(value) || !hasMembers(schema)) return false;
  return membersOf(schema).every(([name, member]) => {
    const item = memberValue(value, resolveSchema(member).memberTraits.jsonName ?? name);
    return isAbsent(item) || isOfType(member, item);
  });
}

function isArrayOf(element: $SchemaRef, value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => isAbsent(item) || isOfType(element, item));
}

function isObjectOf(entry: $SchemaRef, value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.values(value).every((item) => isAbsent(item) || isOfType(entry, item));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isOfSentinel(schema: number, value: unknown): boolean {
  if (schema === Sentinel.document) return true;
  if (schema >= Sentinel.map) return isObjectOf(schema - Sentinel.map, value);
  if (schema >= Sentinel.list) return isArrayOf(schema - Sentinel.list, value);
  switch (schema) {
    case Sentinel.string:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
      return typeof value === "string";
    case Sentinel.blob:
      return typeof value === "string" && base64.test(value);
    case Sentinel.boolean:
      return typeof value === "boolean";
    default:
      return isNumber(value);
  }
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A number with more digits than a double can hold is an object. */
function isNumber(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "number";
  return !Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype;
}
