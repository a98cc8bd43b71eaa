import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticMapSchema,
  StaticOperationSchema,
  StaticSchema,
  StaticSimpleSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";

/** Kinds of schema tuples: their first element. */
export const ShapeKind = {
  simple: 0,
  list: 1,
  map: 2,
  structure: 3,
  union: 4,
  error: -3,
  operation: 9,
} as const;

/** Sentinels of `@smithy/types`: the meaning of a schema that is a number. */
export const Sentinel = {
  string: 0,
  number: 1,
  boolean: 2,
  timestamp: 4,
  dateTime: 5,
  httpDate: 6,
  epochSeconds: 7,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
  streamingBlob: 42,
  /** Added to an element's sentinel: a list or a map of it. */
  list: 64,
  map: 128,
} as const;

/** A schema that is no reference to another one: a sentinel or a tuple. */
export type ShapeSchema = number | StaticSchema;

/** Schemas of shapes with named members. */
export type MemberedSchema = StaticStructureSchema | StaticErrorSchema | StaticUnionSchema;

/** The kind of a tuple; `undefined` for a sentinel. */
export function kindOf(schema: ShapeSchema): StaticSchema[0] | undefined {
  // A number has no elements; asking for its type first would be a check in each bundle.
  return (schema as StaticSchema)[0];
}

/** Tells a simple shape with traits of its own. */
export function isSimple(schema: ShapeSchema): schema is StaticSimpleSchema {
  return kindOf(schema) === ShapeKind.simple;
}

/** Tells a list that is a tuple; lists of simple shapes may be sentinels. */
export function isList(schema: ShapeSchema): schema is StaticListSchema {
  return kindOf(schema) === ShapeKind.list;
}

/** Tells a map that is a tuple; maps of simple shapes may be sentinels. */
export function isMap(schema: ShapeSchema): schema is StaticMapSchema {
  return kindOf(schema) === ShapeKind.map;
}

/** Tells a structure that is not an error. */
export function isStructure(schema: ShapeSchema): schema is StaticStructureSchema {
  return kindOf(schema) === ShapeKind.structure;
}

/** Tells a structure that is an error. */
export function isError(schema: ShapeSchema): schema is StaticErrorSchema {
  return kindOf(schema) === ShapeKind.error;
}

/** Tells a union. */
export function isUnion(schema: ShapeSchema): schema is StaticUnionSchema {
  return kindOf(schema) === ShapeKind.union;
}

/** Tells an operation. */
export function isOperation(schema: ShapeSchema): schema is StaticOperationSchema {
  return kindOf(schema) === ShapeKind.operation;
}

/** Tells the schema of an operation from anything else that a context of a call may hold. */
export function isOperationSchema(value: unknown): value is StaticOperationSchema {
  return Array.isArray(value) && value[0] === ShapeKind.operation;
}

/** Tells a structure, an error or a union. */
export function hasMembers(schema: ShapeSchema): schema is MemberedSchema {
  return isStructure(schema) || isError(schema) || isUnion(schema);
}
