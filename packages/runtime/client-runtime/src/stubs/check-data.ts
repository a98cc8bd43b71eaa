import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  elementOf,
  entryValueOf,
  hasMembers,
  isStreaming,
  isStructure,
  isUnion,
  isUnit,
  memberNamesOf,
  membersOf,
  nameOf,
  requiredCountOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { isAsyncIterable, isBytes, isDate, isRecord, isWebStream } from "@tinsmith/values";

/**
 * Checks data against a schema: required members, types, and unknown members.
 * @returns a description of each problem with its path
 */
export const checkData = (reference: $SchemaRef, data: unknown): readonly string[] =>
  check(reference, data, "the data");

function check(reference: $SchemaRef, value: unknown, path: string): readonly string[] {
  const resolved = resolveSchema(reference);
  const { schema, traits } = resolved;
  const isSparse = traits.sparse === 1;
  const element = elementOf(schema);
  if (element !== undefined) return checkItems(element, isSparse, value, path);
  const entryValue = entryValueOf(schema);
  if (entryValue !== undefined) return checkEntries(entryValue, isSparse, value, path);
  if (hasMembers(schema)) {
    if (isStreaming(resolved))
      return expect(isAsyncIterable(value), "an async iterable", value, path);
    if (isUnit(schema)) return expect(isRecord(value), "an object", value, path);
    return checkMembers(schema, value, path);
  }
  switch (schema) {
    case Sentinel.string:
      return expect(typeof value === "string", "a string", value, path);
    case Sentinel.number:
      return expect(isNumber(value), "a number", value, path);
    case Sentinel.boolean:
      return expect(typeof value === "boolean", "a boolean", value, path);
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return expect(isValidDate(value), "a valid Date", value, path);
    case Sentinel.bigInteger:
      return expect(isNumber(value), "a bigint", value, path);
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return expect(isBlob(value, isStreaming(resolved)), "a Uint8Array", value, path);
    default:
      return [];
  }
}

function checkMembers(schema: MemberedSchema, value: unknown, path: string): readonly string[] {
  if (!isRecord(value)) return expect(false, "an object", value, path);
  const members = new Map(membersOf(schema));
  // Schemas list required members first and state their number.
  const required = isStructure(schema)
    ? memberNamesOf(schema).slice(0, requiredCountOf(schema))
    : [];
  const set = Object.entries(value).filter(([, member]) => member !== undefined);
  const problems = set.flatMap(([name, member]) => {
    const target = members.get(name);
    if (target !== undefined) return check(target, member, `${path}.${name}`);
    const known = [...members.keys()].join(", ") || "none";
    return [`${path}.${name} is not in the model; the members of ${nameOf(schema)} are: ${known}`];
  });
  if (isUnion(schema) && set.length !== 1) {
    problems.push(`${path} must have exactly one member, got ${set.length}`);
  }
  return [
    ...required
      .filter((name) => !set.some(([given]) => given === name))
      .map((name) => `${path}.${name} is missing`),
    ...problems,
  ];
}

function checkItems(
  element: $SchemaRef,
  isSparse: boolean,
  value: unknown,
  path: string,
): readonly string[] {
  if (!Array.isArray(value)) return expect(false, "an array", value, path);
  return value.flatMap((item: unknown, index) =>
    isSparse && item === null ? [] : check(element, item, `${path}[${index}]`),
  );
}

function checkEntries(
  entryValue: $SchemaRef,
  isSparse: boolean,
  value: unknown,
  path: string,
): readonly string[] {
  if (!isRecord(value)) return expect(false, "an object", value, path);
  return Object.entries(value).flatMap(([key, entry]) =>
    isSparse && entry === null ? [] : check(entryValue, entry, `${path}[${JSON.stringify(key)}]`),
  );
}

const expect = (
  matches: boolean,
  expected: string,
  value: unknown,
  path: string,
): readonly string[] => (matches ? [] : [`${path} must be ${expected}, got ${typeName(value)}`]);

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "object") return typeof value;
  return isDate(value) && !isValidDate(value)
    ? "an invalid Date"
    : (value.constructor?.name ?? "an object");
}

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || typeof value === "bigint";

const isValidDate = (value: unknown): boolean => isDate(value) && !Number.isNaN(value.getTime());

const isBlob = (value: unknown, streaming: boolean): boolean =>
  isBytes(value) ||
  typeof value === "string" ||
  (streaming && (isAsyncIterable(value) || isWebStream(value) || value instanceof Blob));
