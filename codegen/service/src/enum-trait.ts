import { arrayOf, propertyOf } from "@tinsmith/smithy";
import type { Shape } from "@tinsmith/smithy";

/** Whether a string carries the `@enum` trait of Smithy 1.0 with a name for each value. */
export function isNamedEnumTrait(shape: Shape): boolean {
  const entries = arrayOf(shape.traits.get("smithy.api#enum"));
  return (
    shape.type === "string" &&
    entries.length > 0 &&
    entries.every((entry) => typeof propertyOf(entry, "name") === "string")
  );
}
