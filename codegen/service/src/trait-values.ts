import { isNodeObject, stringOf } from "@tinsmith/smithy";
import type { NodeObject, ShapeId, Traits } from "@tinsmith/smithy";

export function stringTrait(traits: Traits, id: ShapeId): string | undefined {
  return stringOf(traits.get(id));
}

export function objectTrait(traits: Traits, id: ShapeId): NodeObject | undefined {
  const value = traits.get(id);
  return isNodeObject(value) ? value : undefined;
}
