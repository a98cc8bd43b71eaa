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

/** Every member with its reference, in the order of the schema. */
export function membersOf(schema: MemberedSchema): [name: string, reference: $SchemaRef][] {
  const references = memberRefsOf(schema);
  return memberNamesOf(schema).map((name, index) => {
    const reference = references[index];
    if (reference === undefined) {
      throw new TypeError(`The schema ${idOf(schema)} has no target for its member ${name}.`);
    }
    return [name, reference];
  });
}

/** The elements of a list, whether it is a tuple or a sentinel; `undefined` for other shapes. */
export function elementOf(schema: ShapeSchema): $SchemaRef | undefined {
  if (isList(schema)) return listMemberOf(schema);
  const isSentinel = typeof schema === "number" && schema >= Sentinel.list && schema < Sentinel.map;
  return isSentinel ? schema - Sentinel.list : undefined;
}

/** The values of a map, whether it is a tuple or a sentinel; `undefined` for other shapes. */
export function entryValueOf(schema: ShapeSchema): $SchemaRef | undefined {
  if (isMap(schema)) return mapValueOf(schema);
  return typeof schema === "number" && schema >= Sentinel.map ? schema - Sentinel.map : undefined;
}

/** The structure that an operation takes or gives; a missing one is the empty structure. */
export function structureOf(reference: $SchemaRef): StaticStructureSchema | StaticErrorSchema {
  const { schema } = resolveSchema(reference);
  if (isStructure(schema) || isError(schema)) return schema;
  throw new TypeError("Expected the schema of a structure.");
}

/** A structure or an error with other members. */
export function replaceMembers(
  schema: MemberedSchema,
  members: readonly (readonly [name: string, reference: $SchemaRef])[],
): MemberedSchema {
  return [
    isError(schema) ? ShapeKind.error : ShapeKind.structure,
    namespaceOf(schema),
    nameOf(schema),
    encodedTraitsOf(schema),
    members.map(([name]) => name),
    members.map(([, reference]) => reference),
  ];
}

/** A structure cut down to some of its members. */
export function withMembers(
  schema: MemberedSchema,
  keep: (name: string) => boolean,
): MemberedSchema {
  return replaceMembers(
    schema,
    membersOf(schema).filter(([name]) => keep(name)),
  );
}

/** An error as a structure like any other: its data alone. */
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

/** An operation with other traits. */
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

/** The member that is an event stream: a streaming union. */
export function eventStreamOf(
  schema: MemberedSchema,
): [name: string, union: $SchemaRef] | undefined {
  return membersOf(schema).find(([, reference]) => {
    const member = resolveSchema(reference);
    return isUnion(member.schema) && member.traits.streaming === 1;
  });
}

/** Tells a blob or a union that is a stream. */
export function isStreaming({ schema, traits }: ResolvedSchema): boolean {
  return Boolean(traits.streaming) || schema === Sentinel.streamingBlob;
}

/** Tells the structure of an operation that has no input or no output at all. */
export function isUnit(schema: MemberedSchema): boolean {
  return idOf(schema) === "smithy.api#Unit";
}
