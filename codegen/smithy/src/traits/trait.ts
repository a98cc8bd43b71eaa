import type { NodeValue, ShapeId } from "../model/model.js";
import type { TraitDescriptor } from "./trait-descriptor.js";

/** Traits by id, or something that has them: a shape, a member. */
export type TraitHolder<Value = NodeValue> =
  | ReadonlyMap<ShapeId, Value>
  | { readonly traits: ReadonlyMap<ShapeId, Value> };

/**
 * The value of a trait, with its type: `trait(operation, httpTrait)?.method`. `undefined` where the
 * trait is absent, and where its value does not have the structure of the trait's shape, as in a
 * model that is not valid.
 *
 * Traits that this package does not ship are read by id: `shape.traits.get("example#custom")`.
 */
export function trait<Value extends NodeValue>(
  holder: TraitHolder | undefined,
  { id, isValue }: TraitDescriptor<Value>,
): Value | undefined {
  const value = traitsOf(holder)?.get(id);
  return value !== undefined && isValue(value) ? value : undefined;
}

/** True where the trait is applied, whatever its value is. */
export function hasTrait(
  holder: TraitHolder<unknown> | undefined,
  { id }: TraitDescriptor<NodeValue>,
): boolean {
  return traitsOf(holder)?.has(id) === true;
}

function traitsOf<Value>(
  holder: TraitHolder<Value> | undefined,
): ReadonlyMap<ShapeId, Value> | undefined {
  return holder !== undefined && "traits" in holder ? holder.traits : holder;
}
