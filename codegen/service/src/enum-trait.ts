import type { Shape } from "@tinsmith/smithy";
import { enumTrait, trait } from "@tinsmith/smithy/traits";

/** Returns true for a string with the `@enum` trait of Smithy 1.0. A value without a name is its name. */
export function hasEnumTrait(shape: Shape): boolean {
  return shape.type === "string" && (trait(shape, enumTrait) ?? []).length > 0;
}
