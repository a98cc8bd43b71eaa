import type {
  $MemberSchema,
  $SchemaRef,
  SchemaTraits,
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticSchema,
  StaticSimpleSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { MemberedSchema } from "./kinds.js";

/** The namespace of a shape. */
export function namespaceOf(schema: StaticSchema): string {
  return schema[1];
}

/** The name of a shape, without its namespace. */
export function nameOf(schema: StaticSchema): string {
  return schema[2];
}

/** The absolute id of a shape, for messages. */
export function idOf(schema: StaticSchema): string {
  return `${schema[1]}#${schema[2]}`;
}

/**
 * The traits of a shape as encoded in the schema: an object or a bit field. `traitsOf` decodes
 * them.
 */
export function encodedTraitsOf(schema: StaticSchema): SchemaTraits {
  return schema[3];
}

/** The underlying type of a simple shape, without the traits that the shape adds to it. */
export function simpleTargetOf(schema: StaticSimpleSchema): $SchemaRef {
  return schema[4];
}

/** The schema of a list's elements. */
export function listMemberOf(schema: StaticListSchema): $SchemaRef {
  return schema[4];
}

/** The schema of a map's keys. */
export function mapKeyOf(schema: StaticMapSchema): $SchemaRef {
  return schema[4];
}

/** The schema of a map's values. */
export function mapValueOf(schema: StaticMapSchema): $SchemaRef {
  return schema[5];
}

/** The names of a shape's members, in the order of the schema. */
export function memberNamesOf(schema: MemberedSchema): string[] {
  return schema[4];
}

/** The schemas of a shape's members, in the same order as `memberNamesOf`. */
export function memberRefsOf(schema: MemberedSchema): $SchemaRef[] {
  return schema[5];
}

/** The number of required members. Required members come first in the schema. */
export function requiredCountOf(schema: StaticStructureSchema | StaticErrorSchema): number {
  return schema[6] ?? 0;
}

/** The schema of an operation's input. */
export function inputOf(schema: StaticOperationSchema): $SchemaRef {
  return schema[4];
}

/** The schema of an operation's output. */
export function outputOf(schema: StaticOperationSchema): $SchemaRef {
  return schema[5];
}

/** Returns true for a member: a pair of a target and the member's own traits. */
export function isMember(schema: $SchemaRef): schema is $MemberSchema {
  return Array.isArray(schema) && schema.length === 2;
}

/** The target of a member. */
export function memberTargetOf(member: $MemberSchema): $SchemaRef {
  return member[0];
}

/** The member's own traits as encoded in the schema: an object or a bit field. */
export function encodedMemberTraitsOf(member: $MemberSchema): SchemaTraits {
  return member[1];
}
