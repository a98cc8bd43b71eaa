import type { ShapeDraft } from "./shape-draft.js";

const enumValue = "smithy.api#enumValue";

/** Members of an enum that say no value have their name as value (https://smithy.io/2.0/spec/simple-types.html#enum). */
export function addEnumValues(shape: ShapeDraft): void {
  if (shape.type !== "enum") return;
  for (const member of shape.members.values()) {
    if (member.traits.has(enumValue)) continue;
    const trait = { value: member.name, span: member.span };
    member.traits.set(enumValue, trait);
    member.ownTraits.set(enumValue, trait);
  }
}
