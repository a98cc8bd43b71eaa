import type { $SchemaRef } from "@smithy/types";
import { membersOf, type MemberedSchema } from "./members.js";
import { resolveSchema, ShapeKind } from "./resolve.js";

/** The structure that an operation takes or gives; a missing one is the empty structure. */
export const structureOf = (reference: $SchemaRef): MemberedSchema => {
  const { schema } = resolveSchema(reference);
  if (
    typeof schema === "number" ||
    (schema[0] !== ShapeKind.structure && schema[0] !== ShapeKind.error)
  ) {
    throw new TypeError("Expected the schema of a structure.");
  }
  return schema;
};

/** A structure cut down to some of its members. */
export const withMembers = (
  schema: MemberedSchema,
  keep: (name: string) => boolean,
): MemberedSchema => {
  const members = membersOf(schema).filter(([name]) => keep(name));
  return [
    schema[0] === ShapeKind.error ? ShapeKind.error : ShapeKind.structure,
    schema[1],
    schema[2],
    schema[3],
    members.map(([name]) => name),
    members.map(([, reference]) => reference),
  ];
};

/** The member that is an event stream: a streaming union. */
export const eventStreamOf = (
  schema: MemberedSchema,
): [name: string, union: $SchemaRef] | undefined =>
  membersOf(schema).find(([, reference]) => {
    const member = resolveSchema(reference);
    return (
      typeof member.schema !== "number" &&
      member.schema[0] === ShapeKind.union &&
      member.traits.streaming === 1
    );
  });

/** Whether an operation has no input or output at all. */
export const isUnit = (schema: MemberedSchema): boolean =>
  schema[1] === "smithy.api" && schema[2] === "Unit";
