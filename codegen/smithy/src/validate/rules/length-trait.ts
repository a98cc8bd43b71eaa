import { hasTrait, lengthTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  negative: error(
    "LengthTrait",
    (args: { bound: string }) =>
      `A length trait is applied with a negative \`${args.bound}\` value.`,
  ),
  crossed: error(
    "LengthTrait",
    () => "A length trait is applied with a `min` value greater than its `max` value.",
  ),
} as const;

/** The bounds of a length are consistent. */
export const lengthTraitRule: Rule = {
  name: "LengthTrait",
  *check({ subjects }) {
    for (const shape of subjects) {
      if (!hasTrait(shape, lengthTrait)) continue;
      const { min, max } = trait(shape, lengthTrait) ?? {};
      if (min !== undefined && min < 0)
        yield messages.negative({ bound: "min" }, atTrait(shape, lengthTrait));
      if (max !== undefined && max < 0)
        yield messages.negative({ bound: "max" }, atTrait(shape, lengthTrait));
      if (min !== undefined && max !== undefined && min > max) {
        yield messages.crossed(undefined, atTrait(shape, lengthTrait));
      }
    }
  },
};
