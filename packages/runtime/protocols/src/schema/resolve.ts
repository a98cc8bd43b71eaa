import type {
  $Schema,
  $SchemaRef,
  SchemaTraits,
  SchemaTraitsObject,
  StaticSchema,
} from "@smithy/types";

/** A reference followed to its end: a sentinel number or a tuple, with the traits gathered on the way. */
export interface ResolvedSchema {
  readonly schema: number | StaticSchema;
  /** Traits of the member over those of the shape. */
  readonly traits: SchemaTraitsObject;
  /** Traits of the member alone. */
  readonly memberTraits: SchemaTraitsObject;
}

/** Sentinels of `@smithy/types`: what a schema is when it is a number. */
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

/** Kinds of tuple: their first element. */
export const ShapeKind = {
  simple: 0,
  list: 1,
  map: 2,
  structure: 3,
  union: 4,
  error: -3,
  operation: 9,
} as const;

const noTraits: SchemaTraitsObject = {};
const unit: StaticSchema = [ShapeKind.structure, "smithy.api", "Unit", 0, [], []];

/** Follows thunks, members and simple shapes with traits to the schema that says what the value is. */
export const resolveSchema = (reference: $SchemaRef): ResolvedSchema => {
  let traits = noTraits;
  let memberTraits = noTraits;
  let current: $SchemaRef = reference;
  for (;;) {
    const schema: $Schema = typeof current === "function" ? current() : current;
    if (schema === "unit") return { schema: unit, traits, memberTraits };
    if (typeof schema === "number") return { schema, traits, memberTraits };
    if (!Array.isArray(schema)) throw new TypeError("Expected a schema as plain data.");
    if (schema.length === 2) {
      memberTraits = merge(traitsOf(schema[1]), memberTraits);
      traits = merge(traitsOf(schema[1]), traits);
      current = schema[0];
      continue;
    }
    traits = merge(traitsOf(schema[3]), traits);
    if (schema[0] !== ShapeKind.simple) return { schema, traits, memberTraits };
    current = schema[4];
  }
};

const bits = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
] as const;

/** Traits as an object, whichever form the schema has them in. */
export const traitsOf = (traits: SchemaTraits): SchemaTraitsObject => {
  if (typeof traits !== "number") return traits;
  if (traits === 0) return noTraits;
  const out: SchemaTraitsObject = {};
  bits.forEach((name, bit) => {
    if ((traits >> bit) & 1) out[name] = 1;
  });
  return out;
};

const merge = (inner: SchemaTraitsObject, outer: SchemaTraitsObject): SchemaTraitsObject =>
  outer === noTraits ? inner : inner === noTraits ? outer : { ...inner, ...outer };
