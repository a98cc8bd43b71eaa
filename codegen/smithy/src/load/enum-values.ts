import { enumValueTrait, hasTrait } from "../traits/index.js";
import type { ShapeDraft } from "./shape-draft.js";

/**
 * Determines the values of an enum (https://smithy.io/2.0/spec/simple-types.html#enum): the value
 * of an enum member defaults to its name.
 */
export function settleEnumValues(shape: ShapeDraft): void {
  if (shape.type !== "enum") return;
  for (const member of shape.members.values()) {
    if (hasTrait(member, enumValueTrait)) continue;
    const trait = { value: member.name, span: member.span };
    member.traits.set(enumValueTrait.id, trait);
    member.ownTraits.set(enumValueTrait.id, trait);
  }
}
