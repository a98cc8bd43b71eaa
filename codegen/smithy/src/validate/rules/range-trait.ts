import type { Model, Shape } from "../../model/model.js";
import { hasTrait, rangeTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  crossed: error(
    "RangeTrait",
    () => "A range trait is applied with a `min` value greater than its `max` value.",
  ),
  decimalMember: error(
    "RangeTrait",
    (args: { id: string; bound: string; value: number; target: string }) =>
      `Member \`${args.id}\` is marked with the \`range\` trait, but its \`${args.bound}\` property is a decimal (${args.value}) when its target (\`${args.target}\`) does not support decimals.`,
  ),
  decimalShape: error(
    "RangeTrait",
    (args: { id: string; bound: string; value: number; type: string }) =>
      `Shape \`${args.id}\` is marked with the \`range\` trait, but its \`${args.bound}\` property is a decimal (${args.value}) when its shape (\`${args.type}\`) does not support decimals.`,
  ),
} as const;

const integers = new Set(["byte", "short", "integer", "intEnum", "long", "bigInteger"]);

/** The bounds of a range are consistent and fit the bounded type. */
export const rangeTraitRule: Rule = {
  name: "RangeTrait",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      if (!hasTrait(shape, rangeTrait)) continue;
      const bounds = trait(shape, rangeTrait) ?? {};
      const { min, max } = bounds;
      for (const [bound, value] of Object.entries(bounds)) {
        if (value === undefined || Number.isInteger(value)) continue;
        if (!integers.has(numberTypeOf(model, shape))) continue;
        yield shape.type === "member"
          ? messages.decimalMember(
              { id: shape.id, bound, value, target: shape.target },
              atTrait(shape, rangeTrait),
            )
          : messages.decimalShape(
              { id: shape.id, bound, value, type: shape.type },
              atTrait(shape, rangeTrait),
            );
      }
      if (min !== undefined && max !== undefined && min > max) {
        yield messages.crossed(undefined, atTrait(shape, rangeTrait));
      }
    }
  },
};

const numberTypeOf = (model: Model, shape: Shape): string =>
  shape.type === "member" ? (model.getShape(shape.target)?.type ?? "") : shape.type;
