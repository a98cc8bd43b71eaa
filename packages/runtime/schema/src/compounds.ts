import type {
  $SchemaRef,
  SchemaTraits,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import {
  encodedTraitsOf,
  idOf,
  inputOf,
  listMemberOf,
  mapValueOf,
  memberNamesOf,
  memberRefsOf,
  nameOf,
  namespaceOf,
  outputOf,
  requiredCountOf,
} from "./accessors.js";
import { Sentinel, ShapeKind, isError, isList, isMap, isStructure, isUnion } from "./kinds.js";
import type { MemberedSchema, ShapeSchema } from "./kinds.js";
import { resolveSchema } from "./resolve.js";
import type { ResolvedSchema } from "./resolve.js";

/** Returns every member with its schema reference, in the order of the schema. */
export function membersOf(schema: MemberedSchema): [name: string, reference: $SchemaRef][] {
  const references = memberRefsOf(schema);
  return memberNamesOf(schema).map((name, index) => {
    const reference = references[index];
    if (reference === undefined) {
      throw new TypeError(`Schema ${idOf(schema)} has no target for the member ${name}.`);
    }
    return [name, reference];
  });
}

/** The schema of a list's elements, for tuples and sentinels; `undefined` for other shapes. */
export function elementOf(schema: ShapeSchema): $SchemaRef | undefined {
  if (isList(schema)) return listMemberOf(schema);
  const isSentinel = typeof schema === "number" && schema >= Sentinel.list && schema < Sentinel.map;
  return isSentinel ? schema - Sentinel.list : undefined;
}

/** The schema of a map's values, for tuples and sentinels; `undefined` for other shapes. */
export function entryValueOf(schema: ShapeSchema): $SchemaRef | undefined {
  if (isMap(schema)) return mapValueOf(schema);
  return typeof schema === "number" && schema >= Sentinel.map ? schema - Sentinel.map : undefined;
}

/** Resolves an operation's input or output. `unit` resolves to the empty structure. */
export function structureOf(reference: $SchemaRef): StaticStructureSchema | StaticErrorSchema {
  const { schema } = resolveSchema(reference);
  if (isStructure(schema) || isError(schema)) return schema;
  throw new TypeError("Expected a structure schema.");
}

/**
 * Returns a copy of a structure or an error with other members. The first of these members are
 * required.
 */
export function replaceMembers(
  schema: MemberedSchema,
  members: readonly (readonly [name: string, reference: $SchemaRef])[],
  required = 0,
): MemberedSchema {
  return [
    isError(schema) ? ShapeKind.error : ShapeKind.structure,
    namespaceOf(schema),
    nameOf(schema),
    encodedTraitsOf(schema),
    members.map(([name]) => name),
    members.map(([, reference]) => reference),
    required,
  ];
}

/** Returns a copy of a structure that has only the members whose names `keep` accepts. */
export function withMembers(
  schema: MemberedSchema,
  keep: (name: string) => boolean,
): MemberedSchema {
  const required = isUnion(schema) ? 0 : requiredCountOf(schema);
  return replaceMembers(
    schema,
    membersOf(schema).filter(([name]) => keep(name)),
    memberNamesOf(schema).slice(0, required).filter(keep).length,
  );
}

/** Converts the schema of an error to that of a structure with the same members. */
export function asStructure(schema: StaticErrorSchema): StaticStructureSchema {
  return [
    ShapeKind.structure,
    namespaceOf(schema),
    nameOf(schema),
    encodedTraitsOf(schema),
    memberNamesOf(schema),
    memberRefsOf(schema),
    requiredCountOf(schema),
  ];
}

/** Returns a copy of an operation with other traits. */
export function replaceTraits(
  schema: StaticOperationSchema,
  traits: SchemaTraits,
): StaticOperationSchema {
  return [
    ShapeKind.operation,
    namespaceOf(schema),
    nameOf(schema),
    traits,
    inputOf(schema),
    outputOf(schema),
  ];
}

/** Finds the member that is an event stream, that is, a union with the trait `streaming`. */
export function eventStreamOf(
  schema: MemberedSchema,
): [name: string, union: $SchemaRef] | undefined {
  return membersOf(schema).find(([, reference]) => {
    const member = resolveSchema(reference);
    return isUnion(member.schema) && member.traits.streaming === 1;
  });
}

/** Returns true for a streaming blob and for an event stream. */
export function isStreaming({ schema, traits }: ResolvedSchema): boolean {
  return Boolean(traits.streaming) || schema === Sentinel.streamingBlob;
}

/** Returns true for `smithy.api#Unit`, the structure of an operation without input or output. */
export function isUnit(schema: MemberedSchema): boolean {
  return idOf(schema) === "smithy.api#Unit";
}
