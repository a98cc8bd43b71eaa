import type { Shape } from "@tinsmith/smithy";
import { enumTrait, trait } from "@tinsmith/smithy/traits";

/** Whether a string carries the `@enum` trait of Smithy 1.0 with a name for each value. */
export function isNamedEnumTrait(shape: Shape): boolean {
  const entries = trait(shape, enumTrait) ?? [];
  return (
    shape.type === "string" && entries.length > 0 && entries.every(({ name }) => name !== undefined)
  );
}
