import { nv } from "@smithy/core/serde";
import type { $SchemaRef } from "@smithy/types";
import {
  Sentinel,
  elementOf,
  entryValueOf,
  hasMembers,
  isStreaming,
  isUnion,
  isUnit,
  membersOf,
  nameOf,
  resolveSchema,
} from "@tinsmith/schema";
import type { MemberedSchema, ResolvedSchema, ShapeSchema } from "@tinsmith/schema";
import { isRecord } from "@tinsmith/values";
import type { StubbedService } from "./stub-types.js";

type ShapeNames = StubbedService["shapeNames"];

/**
 * Returns default data of a shape: the shape's name for a string, 0 for a number, `false`, the
 * current time, empty lists and maps, structures with all members, and unions with their first
 * member. Data that is passed in replaces the defaults. Structures in this data are completed,
 * including structures in lists and maps.
 */
export const defaultData = (
  reference: $SchemaRef,
  names: ShapeNames,
  given: unknown = undefined,
): unknown => fill(reference, "", names, given, []);

function fill(
  reference: $SchemaRef,
  name: string,
  names: ShapeNames,
  given: unknown,
  within: readonly ShapeSchema[],
): unknown {
  const resolved = resolveSchema(reference);
  const { schema } = resolved;
  const element = elementOf(schema);
  if (element !== undefined) {
    const items = Array.isArray(given) ? given : [];
    return items.map((value: unknown) => fill(element, "", names, value, within));
  }
  const entryValue = entryValueOf(schema);
  if (entryValue !== undefined) {
    const entries = isRecord(given) ? Object.entries(given) : [];
    return Object.fromEntries(
      entries.map(([key, value]) => [key, fill(entryValue, "", names, value, within)]),
    );
  }
  if (!hasMembers(schema)) return given === undefined ? toDefault(resolved, name) : given;
  if (isUnit(schema)) return given;
  if (!isUnion(schema)) return fillMembers(schema, names, given, within);
  return isStreaming(resolved) ? (given ?? noEvents()) : fillUnion(schema, names, given, within);
}

function fillMembers(
  schema: MemberedSchema,
  names: ShapeNames,
  given: unknown,
  within: readonly ShapeSchema[],
): unknown {
  // A map, because members may have names that every object inherits.
  const own = new Map(isRecord(given) ? Object.entries(given) : []);
  const data = new Map(own);
  const inside = [...within, schema];
  for (const [member, target] of membersOf(schema)) {
    // A recursive shape ends at the first repetition.
    if (own.get(member) === undefined && inside.includes(resolveSchema(target).schema)) continue;
    const value = fill(target, getShapeName(schema, member, names), names, own.get(member), inside);
    if (value !== undefined) data.set(member, value);
  }
  // Unknown members are kept, so that a check of the data can report them.
  return Object.fromEntries(data);
}

function fillUnion(
  schema: MemberedSchema,
  names: ShapeNames,
  given: unknown,
  within: readonly ShapeSchema[],
): unknown {
  const members = membersOf(schema);
  const inside = [...within, schema];
  if (isRecord(given)) {
    return Object.fromEntries(
      Object.entries(given).map(([member, value]) => {
        const target = members.find(([name]) => name === member)?.[1];
        return [member, target === undefined ? value : fill(target, "", names, value, inside)];
      }),
    );
  }
  const open = members.find(([, target]) => !inside.includes(resolveSchema(target).schema));
  if (open === undefined) return undefined;
  const [member, target] = open;
  return { [member]: fill(target, getShapeName(schema, member, names), names, undefined, inside) };
}

/** Returns the name of a string member's shape. */
function getShapeName(schema: MemberedSchema, member: string, names: ShapeNames): string {
  const own = names[nameOf(schema)] ?? {};
  return (Object.hasOwn(own, member) ? own[member] : undefined) ?? "";
}

function toDefault({ schema, traits }: ResolvedSchema, name: string): unknown {
  switch (schema) {
    case Sentinel.string:
      return name;
    case Sentinel.number:
      return traits.httpResponseCode ? 200 : 0;
    case Sentinel.boolean:
      return false;
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      return new Date();
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return new TextEncoder().encode(name);
    case Sentinel.bigInteger:
      return 0n;
    case Sentinel.bigDecimal:
      return nv("0");
    case Sentinel.document:
      return {};
    default:
      return undefined;
  }
}

async function* noEvents(): AsyncGenerator<never> {}
