import { traitSpan } from "../../model/trait-origins.js";
import { hasTrait, unstableTrait } from "../../traits/index.js";
import { warning } from "../event.js";
import type { Rule } from "../rule.js";

const unstable = (trait: string) =>
  warning(`UnstableTrait.${trait}`, () => `This shape applies a trait that is unstable: ${trait}`);

/** Unstable traits may change, so every use is reported. */
export const unstableTraitRule: Rule = {
  name: "UnstableTrait",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const id of shape.traits.keys()) {
        if (!hasTrait(model.getShape(id), unstableTrait)) continue;
        yield unstable(id)(undefined, {
          shapeId: shape.id,
          span: traitSpan(shape, id) ?? shape.span,
        });
      }
    }
  },
};
