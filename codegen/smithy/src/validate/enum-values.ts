import type { NodeValue, Shape } from "../model/model.js";
import { enumTrait, enumValueTrait, trait } from "../traits/index.js";

/** The values of an enum or intEnum, or of a string with the older enum trait. */
export function enumValuesOf(shape: Shape): readonly (string | number)[] | undefined {
  if (shape.type === "enum" || shape.type === "intEnum") {
    return [...shape.members.values()].map((member) => {
      const value = trait(member, enumValueTrait);
      return isValue(value) ? value : member.name;
    });
  }
  return trait(shape, enumTrait)?.map(({ value }) => value);
}

const isValue = (value: NodeValue | undefined): value is string | number =>
  typeof value === "string" || typeof value === "number";
