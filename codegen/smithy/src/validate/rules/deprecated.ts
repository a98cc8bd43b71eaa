import type { Shape } from "../../model/model.js";
import { traitSpan } from "../../model/trait-origins.js";
import { warning } from "../event.js";
import { at, type Rule } from "../rule.js";
import { objectTrait, stringOf } from "../trait-values.js";

const deprecatedTraitMessage = (trait: Shape) =>
  warning(
    `DeprecatedTrait.${trait.id}`,
    () => `This shape applies a trait that is deprecated: ${trait.id}${reasonOf(trait)}`,
  );

const deprecatedShapeMessage = (shape: Shape, what: string) =>
  warning(`DeprecatedShape.${shape.id}`, () => `${what}, ${shape.id}${reasonOf(shape)}`);

/** No shape applies a trait that is deprecated. */
export const deprecatedTrait: Rule = {
  name: "DeprecatedTrait",
  *check({ model }) {
    for (const shape of model.shapes.values()) {
      for (const id of shape.traits.keys()) {
        const trait = model.getShape(id);
        if (trait?.traits.has("smithy.api#deprecated") !== true) continue;
        const place = { shapeId: shape.id, span: traitSpan(shape, id) ?? shape.span };
        yield deprecatedTraitMessage(trait)(undefined, place);
      }
    }
  },
};

/** No member targets, and no shape mixes in, a shape that is deprecated. */
export const deprecatedShape: Rule = {
  name: "DeprecatedShape",
  *check({ model }) {
    for (const shape of model.shapes.values()) {
      if (shape.type === "member") {
        const target = model.getShape(shape.target);
        if (target?.traits.has("smithy.api#deprecated") !== true) continue;
        const message = deprecatedShapeMessage(target, "Member targets a deprecated shape");
        yield message(undefined, at(shape));
      } else {
        for (const id of shape.mixins) {
          const mixin = model.getShape(id);
          if (mixin?.traits.has("smithy.api#deprecated") !== true) continue;
          yield deprecatedShapeMessage(mixin, "Applies a deprecated mixin")(undefined, at(shape));
        }
      }
    }
  },
};

/** `. Use Bar (since 2.0)`: what the trait says beyond the fact. */
function reasonOf(shape: Shape): string {
  const { message, since } = objectTrait(shape, "smithy.api#deprecated");
  const because = stringOf(message) === undefined ? "" : `. ${String(message)}`;
  return stringOf(since) === undefined ? because : `${because} (since ${String(since)})`;
}
