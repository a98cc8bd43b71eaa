import type { NodeValue, ShapeId } from "../model/model.js";
import type { TraitDescriptor } from "./trait-descriptor.js";

/** Traits by id, or an object that has them: a shape or a member. */
export type TraitHolder<Value = NodeValue> =
  | ReadonlyMap<ShapeId, Value>
  | { readonly traits: ReadonlyMap<ShapeId, Value> };

/**
 * Returns the typed value of a trait: `trait(operation, httpTrait)?.method`. `undefined` if the
 * trait is absent, or if its value does not have the structure of the trait's shape, as in an
 * invalid model.
 *
 * Traits that this package does not ship are read by id: `shape.traits.get("example#custom")`.
 */
export function trait<Value>(
  holder: TraitHolder | undefined,
  { id, isValue }: TraitDescriptor<Value>,
): Value | undefined {
  const value = traitsOf(holder)?.get(id);
  return value !== undefined && isValue(value) ? value : undefined;
}

/** Returns whether a trait is applied, with any value. */
export function hasTrait(
  holder: TraitHolder<unknown> | undefined,
  { id }: TraitDescriptor<unknown>,
): boolean {
  return traitsOf(holder)?.has(id) === true;
}

function traitsOf<Value>(
  holder: TraitHolder<Value> | undefined,
): ReadonlyMap<ShapeId, Value> | undefined {
  return holder !== undefined && "traits" in holder ? holder.traits : holder;
}
