import type { SchemaTraits, SchemaTraitsObject, StaticSchema } from "@smithy/types";
import { encodedTraitsOf } from "./accessors.js";

const noTraits: SchemaTraitsObject = {};

/** The traits that a bit field can hold, beginning with the lowest bit. */
const bits = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
] as const;

/** The name of a trait that a bit field can hold. */
export type TraitWithBit = (typeof bits)[number];

/** Decodes traits to an object. The encoded traits are an object or a bit field. */
export function decodeTraits(traits: SchemaTraits): SchemaTraitsObject {
  if (typeof traits !== "number") return traits;
  if (traits === 0) return noTraits;
  const out: SchemaTraitsObject = {};
  bits.forEach((name, bit) => {
    if ((traits >> bit) & 1) out[name] = 1;
  });
  return out;
}

/** Returns the traits of a shape as an object. */
export function traitsOf(schema: StaticSchema): SchemaTraitsObject {
  return decodeTraits(encodedTraitsOf(schema));
}

/** Merges the traits of a target and of a member; those of the member take precedence. */
export function mergeTraits(
  targetTraits: SchemaTraitsObject,
  memberTraits: SchemaTraitsObject,
): SchemaTraitsObject {
  if (memberTraits === noTraits) return targetTraits;
  return targetTraits === noTraits ? memberTraits : { ...targetTraits, ...memberTraits };
}
