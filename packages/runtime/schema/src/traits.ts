import type { SchemaTraits, SchemaTraitsObject, StaticSchema } from "@smithy/types";
import { encodedTraitsOf } from "./accessors.js";

const noTraits: SchemaTraitsObject = {};

/** The bits of traits that are a number, from the lowest. */
const bits = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
] as const;

/** The name of a trait that has a bit of its own. */
export type TraitWithBit = (typeof bits)[number];

/** Traits as an object, whichever form the schema has them in. */
export function decodeTraits(traits: SchemaTraits): SchemaTraitsObject {
  if (typeof traits !== "number") return traits;
  if (traits === 0) return noTraits;
  const out: SchemaTraitsObject = {};
  bits.forEach((name, bit) => {
    if ((traits >> bit) & 1) out[name] = 1;
  });
  return out;
}

/** The traits of a shape as an object, whichever form the schema has them in. */
export function traitsOf(schema: StaticSchema): SchemaTraitsObject {
  return decodeTraits(encodedTraitsOf(schema));
}

/** Traits of a member over those of its target. */
export function mergeTraits(
  inner: SchemaTraitsObject,
  outer: SchemaTraitsObject,
): SchemaTraitsObject {
  if (outer === noTraits) return inner;
  return inner === noTraits ? outer : { ...inner, ...outer };
}
