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

/** The traits of a shape as the schema has them: an object, or bits. `traitsOf` makes one of both. */
export function encodedTraitsOf(schema: StaticSchema): SchemaTraits {
  return schema[3];
}

/** The shape without traits that a simple shape adds its traits to. */
export function simpleTargetOf(schema: StaticSimpleSchema): $SchemaRef {
  return schema[4];
}

/** The elements of a list. */
export function listMemberOf(schema: StaticListSchema): $SchemaRef {
  return schema[4];
}

/** The keys of a map. */
export function mapKeyOf(schema: StaticMapSchema): $SchemaRef {
  return schema[4];
}

/** The values of a map. */
export function mapValueOf(schema: StaticMapSchema): $SchemaRef {
  return schema[5];
}

/** The names of a shape's members, in the order of the schema. */
export function memberNamesOf(schema: MemberedSchema): string[] {
  return schema[4];
}

/** The members of a shape, in the order of their names. */
export function memberRefsOf(schema: MemberedSchema): $SchemaRef[] {
  return schema[5];
}

/** The number of required members: they come first. */
export function requiredCountOf(schema: StaticStructureSchema | StaticErrorSchema): number {
  return schema[6] ?? 0;
}

/** The input of an operation. */
export function inputOf(schema: StaticOperationSchema): $SchemaRef {
  return schema[4];
}

/** The output of an operation. */
export function outputOf(schema: StaticOperationSchema): $SchemaRef {
  return schema[5];
}

/** Tells a member: the pair of its target and its own traits. */
export function isMember(schema: $SchemaRef): schema is $MemberSchema {
  return Array.isArray(schema) && schema.length === 2;
}

/** The target of a member. */
export function memberTargetOf(member: $MemberSchema): $SchemaRef {
  return member[0];
}

/** The traits of a member alone, as the schema has them: an object, or bits. */
export function encodedMemberTraitsOf(member: $MemberSchema): SchemaTraits {
  return member[1];
}
