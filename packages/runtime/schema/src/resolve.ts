import type { $Schema, $SchemaRef, SchemaTraitsObject, StaticSchema } from "@smithy/types";
import { encodedMemberTraitsOf, isMember, memberTargetOf, simpleTargetOf } from "./accessors.js";
import { ShapeKind, isSimple } from "./kinds.js";
import type { ShapeSchema } from "./kinds.js";
import { decodeTraits, mergeTraits, traitsOf } from "./traits.js";

/** The schema that a reference leads to, with the traits collected on the way. */
export interface ResolvedSchema {
  readonly schema: ShapeSchema;
  /** The traits of the shape, overridden by those of the member. */
  readonly traits: SchemaTraitsObject;
  /** The member's own traits. */
  readonly memberTraits: SchemaTraitsObject;
}

const unit: StaticSchema = [ShapeKind.structure, "smithy.api", "Unit", 0, [], []];

/**
 * Calls references that are functions. Such references let schemas refer to each other in any
 * order.
 */
export function dereference(reference: $SchemaRef): $Schema {
  return typeof reference === "function" ? reference() : reference;
}

/**
 * Follows functions, members and simple shapes with traits until it reaches a schema that describes
 * the value itself.
 */
export function resolveSchema(reference: $SchemaRef): ResolvedSchema {
  let traits = decodeTraits(0);
  let memberTraits = traits;
  let current: $SchemaRef = reference;
  for (;;) {
    const schema = dereference(current);
    if (schema === "unit") return { schema: unit, traits, memberTraits };
    if (typeof schema === "number") return { schema, traits, memberTraits };
    if (!Array.isArray(schema)) throw new TypeError("A schema must be plain data.");
    if (isMember(schema)) {
      const own = decodeTraits(encodedMemberTraitsOf(schema));
      memberTraits = mergeTraits(own, memberTraits);
      traits = mergeTraits(own, traits);
      current = memberTargetOf(schema);
      continue;
    }
    traits = mergeTraits(traitsOf(schema), traits);
    if (!isSimple(schema)) return { schema, traits, memberTraits };
    current = simpleTargetOf(schema);
  }
}
