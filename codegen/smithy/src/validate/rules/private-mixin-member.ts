import { hasTrait, mixinTrait, privateTrait } from "../../traits/index.js";
import { warning } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const noEffect = warning(
  "PrivateMixinMember",
  () =>
    "The `@private` trait does not prevent a mixin member from being inherited by shapes in other namespaces, nor does it prevent new traits from being added to the inherited member. Apply `@private` to the mixin shape or target shape instead if cross-namespace access should be restricted.",
);

/** A member of a mixin cannot be private. */
export const privateMixinMember: Rule = {
  name: "PrivateMixinMember",
  *check({ model }) {
    for (const member of model.shapesOfType("member")) {
      if (!hasTrait(member.ownTraits, privateTrait)) continue;
      const container = model.getShape(member.container);
      if (hasTrait(container, mixinTrait)) yield noEffect(undefined, atTrait(member, privateTrait));
    }
  },
};
