import { NormalizedSchema } from "@smithy/core/schema";
import type { $SchemaRef } from "@smithy/types";
import { isStructure, memberNamesOf, requiredCountOf } from "@tinsmith/schema";
import { isAsyncIterable, isRecord } from "@tinsmith/values";

/**
 * Checks data against a schema: required members, types, members that there are not.
 * @returns every problem in words, with the path of what is wrong
 */
export const checkData = (reference: $SchemaRef, data: unknown): readonly string[] =>
  check(NormalizedSchema.of(reference), data, "the data");

const check = (schema: NormalizedSchema, value: unknown, path: string): readonly string[] => {
  if (schema.isListSchema()) return checkItems(schema, value, path);
  if (schema.isMapSchema()) return checkEntries(schema, value, path);
  if (schema.isStructSchema()) {
    if (schema.isStreaming())
      return expect(isAsyncIterable(value), "an async iterable", value, path);
    return checkMembers(schema, value, path);
  }
  if (schema.isUnitSchema()) return expect(isRecord(value), "an object", value, path);
  if (schema.isStringSchema()) return expect(typeof value === "string", "a string", value, path);
  if (schema.isNumericSchema()) return expect(isNumber(value), "a number", value, path);
  if (schema.isBooleanSchema()) return expect(typeof value === "boolean", "a boolean", value, path);
  if (schema.isTimestampSchema()) return expect(isDate(value), "a valid Date", value, path);
  if (schema.isBigIntegerSchema()) return expect(isNumber(value), "a bigint", value, path);
  if (schema.isBlobSchema()) {
    return expect(isBlob(value, schema.isStreaming()), "a Uint8Array", value, path);
  }
  return [];
};

const checkMembers = (
  schema: NormalizedSchema,
  value: unknown,
  path: string,
): readonly string[] => {
  if (!isRecord(value)) return expect(false, "an object", value, path);
  const members = new Map(schema.structIterator());
  const required = requiredNames(schema);
  const set = Object.entries(value).filter(([, member]) => member !== undefined);
  const problems = set.flatMap(([name, member]) => {
    const target = members.get(name);
    if (target !== undefined) return check(target, member, `${path}.${name}`);
    const there = [...members.keys()].join(", ") || "none";
    return [
      `${path}.${name} is not in the model; the members of ${schema.getName()} are: ${there}`,
    ];
  });
  if (schema.isUnionSchema() && set.length !== 1) {
    problems.push(`${path} has to have exactly one member, got ${set.length}`);
  }
  return [
    ...required
      .filter((name) => !set.some(([given]) => given === name))
      .map((name) => `${path}.${name} is missing`),
    ...problems,
  ];
};

const checkItems = (schema: NormalizedSchema, value: unknown, path: string): readonly string[] => {
  if (!Array.isArray(value)) return expect(false, "an array", value, path);
  const item = schema.getValueSchema();
  return value.flatMap((entry: unknown, index) =>
    isAbsent(entry, schema) ? [] : check(item, entry, `${path}[${index}]`),
  );
};

const checkEntries = (
  schema: NormalizedSchema,
  value: unknown,
  path: string,
): readonly string[] => {
  if (!isRecord(value)) return expect(false, "an object", value, path);
  const item = schema.getValueSchema();
  return Object.entries(value).flatMap(([key, entry]) =>
    isAbsent(entry, schema) ? [] : check(item, entry, `${path}[${JSON.stringify(key)}]`),
  );
};

/** Sparse lists and maps may hold nulls. */
const isAbsent = (value: unknown, schema: NormalizedSchema): boolean =>
  value === null && schema.getMergedTraits().sparse === 1;

/** Schemas list the required members first, and say how many they are. */
const requiredNames = (schema: NormalizedSchema): readonly string[] => {
  const data = schema.getSchema();
  return Array.isArray(data) && isStructure(data)
    ? memberNamesOf(data).slice(0, requiredCountOf(data))
    : [];
};

const expect = (holds: boolean, what: string, value: unknown, path: string): readonly string[] =>
  holds ? [] : [`${path} has to be ${what}, got ${typeName(value)}`];

const typeName = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "object") return typeof value;
  return value instanceof Date && !isDate(value)
    ? "an invalid Date"
    : (value.constructor?.name ?? "an object");
};

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || typeof value === "bigint";

const isDate = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

const isBlob = (value: unknown, streaming: boolean): boolean =>
  value instanceof Uint8Array ||
  typeof value === "string" ||
  (streaming &&
    (isAsyncIterable(value) || value instanceof ReadableStream || value instanceof Blob));
