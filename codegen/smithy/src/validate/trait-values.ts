import type { NodeValue, Shape } from "../model/model.js";
import { isNodeObject } from "../model/node-value.js";

/** A trait value that is an object, or an empty one where the trait is absent or is none. */
export function objectTrait(shape: Shape, trait: string): { readonly [key: string]: NodeValue } {
  const value = shape.traits.get(trait);
  return isNodeObject(value) ? value : {};
}
