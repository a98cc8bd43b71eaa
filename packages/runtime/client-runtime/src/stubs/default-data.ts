import { NormalizedSchema } from "@smithy/core/schema";
import { nv } from "@smithy/core/serde";
import type { $SchemaRef } from "@smithy/types";
import { isRecord } from "@tinsmith/values";
import type { StubbedService } from "./stub-types.js";

type ShapeNames = StubbedService["shapeNames"];

/**
 * Data of a shape where nothing was given: for a string the name of its shape, for a number 0, `false`, the current time,
 * empty lists and maps; structures with all their members, unions with their first. Whatever is given takes its place;
 * structures that are given, also in lists and maps, are filled up.
 */
export const defaultData = (
  reference: $SchemaRef,
  names: ShapeNames,
  given: unknown = undefined,
): unknown => fill(NormalizedSchema.of(reference), "", names, given, []);

const fill = (
  schema: NormalizedSchema,
  name: string,
  names: ShapeNames,
  given: unknown,
  within: readonly unknown[],
): unknown => {
  if (schema.isListSchema()) {
    const items = Array.isArray(given) ? given : [];
    const item = schema.getValueSchema();
    return items.map((value: unknown) => fill(item, "", names, value, within));
  }
  if (schema.isMapSchema()) {
    const entries = isRecord(given) ? Object.entries(given) : [];
    const item = schema.getValueSchema();
    return Object.fromEntries(
      entries.map(([key, value]) => [key, fill(item, "", names, value, within)]),
    );
  }
  if (schema.isUnionSchema()) return fillUnion(schema, names, given, within);
  if (schema.isStructSchema()) return fillMembers(schema, names, given, within);
  return given === undefined ? defaultOf(schema, name) : given;
};

const fillMembers = (
  schema: NormalizedSchema,
  names: ShapeNames,
  given: unknown,
  within: readonly unknown[],
): unknown => {
  // Names may be those that every object inherits.
  const own = new Map(isRecord(given) ? Object.entries(given) : []);
  const data = new Map(own);
  const inside = [...within, schema.getSchema()];
  for (const [member, target] of schema.structIterator()) {
    // A shape that holds itself ends at the first repetition.
    if (own.get(member) === undefined && inside.includes(target.getSchema())) continue;
    const value = fill(target, nameOf(schema, member, names), names, own.get(member), inside);
    if (value !== undefined) data.set(member, value);
  }
  // What the model does not know is kept, so that whoever checks the data can name it.
  return Object.fromEntries(data);
};

const fillUnion = (
  schema: NormalizedSchema,
  names: ShapeNames,
  given: unknown,
  within: readonly unknown[],
): unknown => {
  if (schema.isStreaming()) return given ?? noEvents();
  const members = [...schema.structIterator()];
  const inside = [...within, schema.getSchema()];
  if (isRecord(given)) {
    return Object.fromEntries(
      Object.entries(given).map(([member, value]) => {
        const target = members.find(([name]) => name === member)?.[1];
        return [member, target ? fill(target, "", names, value, inside) : value];
      }),
    );
  }
  const open = members.find(([, target]) => !inside.includes(target.getSchema()));
  const [member, target] = open ?? [];
  if (member === undefined || target === undefined) return undefined;
  return { [member]: fill(target, nameOf(schema, member, names), names, undefined, inside) };
};

/** The name of the shape of a member that is a string. */
const nameOf = (schema: NormalizedSchema, member: string, names: ShapeNames): string => {
  const own = names[schema.getName() ?? ""] ?? {};
  return (Object.hasOwn(own, member) ? own[member] : undefined) ?? "";
};

const defaultOf = (schema: NormalizedSchema, name: string): unknown => {
  const { httpResponseCode } = schema.getMergedTraits();
  if (schema.isStringSchema()) return name;
  if (schema.isNumericSchema()) return httpResponseCode ? 200 : 0;
  if (schema.isBooleanSchema()) return false;
  if (schema.isTimestampSchema()) return new Date();
  if (schema.isBlobSchema()) return new TextEncoder().encode(name);
  if (schema.isBigIntegerSchema()) return 0n;
  if (schema.isBigDecimalSchema()) return nv("0");
  return schema.isDocumentSchema() ? {} : undefined;
};

async function* noEvents(): AsyncGenerator<never> {}
