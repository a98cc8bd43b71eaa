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

/** The first element of a schema tuple: the kind of its shape. */
export const ShapeKind = {
  simple: 0,
  list: 1,
  map: 2,
  structure: 3,
  union: 4,
  error: -3,
  operation: 9,
} as const;

/** The sentinels of `@smithy/types`. Each number represents a whole schema. */
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
  /** `list` and `map` are added to the sentinel of an element to form a list or a map of it. */
  list: 64,
  map: 128,
} as const;

/** A schema that does not refer to another schema: a sentinel or a tuple. */
export type ShapeSchema = number | StaticSchema;

/** Schemas of shapes with named members. */
export type MemberedSchema = StaticStructureSchema | StaticErrorSchema | StaticUnionSchema;

/** The kind of a tuple; `undefined` for a sentinel. */
export function kindOf(schema: ShapeSchema): StaticSchema[0] | undefined {
  // Indexing a number gives `undefined`. A type check would only add code to every bundle.
  return (schema as StaticSchema)[0];
}

/** Returns true for a simple shape that adds traits to its type. */
export function isSimple(schema: ShapeSchema): schema is StaticSimpleSchema {
  return kindOf(schema) === ShapeKind.simple;
}

/** Returns true for a list in tuple form. Lists of simple shapes may be sentinels instead. */
export function isList(schema: ShapeSchema): schema is StaticListSchema {
  return kindOf(schema) === ShapeKind.list;
}

/** Returns true for a map in tuple form. Maps of simple shapes may be sentinels instead. */
export function isMap(schema: ShapeSchema): schema is StaticMapSchema {
  return kindOf(schema) === ShapeKind.map;
}

/** Returns true for a structure that is not an error. */
export function isStructure(schema: ShapeSchema): schema is StaticStructureSchema {
  return kindOf(schema) === ShapeKind.structure;
}

/** Returns true for an error structure. */
export function isError(schema: ShapeSchema): schema is StaticErrorSchema {
  return kindOf(schema) === ShapeKind.error;
}

/** Returns true for a union. */
export function isUnion(schema: ShapeSchema): schema is StaticUnionSchema {
  return kindOf(schema) === ShapeKind.union;
}

/** Returns true for an operation. */
export function isOperation(schema: ShapeSchema): schema is StaticOperationSchema {
  return kindOf(schema) === ShapeKind.operation;
}

/** Returns true if a value of unknown type is the schema of an operation. */
export function isOperationSchema(value: unknown): value is StaticOperationSchema {
  return Array.isArray(value) && value[0] === ShapeKind.operation;
}

/** Returns true for a structure, an error or a union. */
export function hasMembers(schema: ShapeSchema): schema is MemberedSchema {
  return isStructure(schema) || isError(schema) || isUnion(schema);
}
