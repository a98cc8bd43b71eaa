import type { Shape } from "../../model/model.js";
import {
  deprecatedTrait,
  enumTrait,
  hasTrait,
  mixinTrait,
  trait,
  traitTrait,
} from "../../traits/index.js";
import { warning } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const deprecatedTraitMessage = (definition: Shape) =>
  warning(
    "DeprecatedTrait",
    () => `This shape applies a trait that is deprecated: ${definition.id}${because(definition)}`,
  );

const deprecatedShapeMessage = (shape: Shape, what: string) =>
  warning(`DeprecatedShape.${shape.id}`, () => `${what}, ${shape.id}${reasonOf(shape)}`);

/** No shape applies a deprecated trait. */
export const deprecatedTraitRule: Rule = {
  name: "DeprecatedTrait",
  *check({ model, subjects }) {
    for (const shape of subjects) {
      for (const id of shape.traits.keys()) {
        const definition = model.getShape(id);
        if (definition === undefined || !hasTrait(definition, deprecatedTrait)) continue;
        // The event ModelDeprecation reports `@enum`.
        if (id === enumTrait.id) continue;
        yield deprecatedTraitMessage(definition)(undefined, atTrait(shape, { id }));
      }
    }
  },
};

/** The beginnings of messages, by the relationship that leads to a deprecated shape. */
const beginnings: Readonly<Record<string, string>> = {
  "": "Member targets a deprecated shape",
  resource: "Binds a deprecated resource",
  operation: "Binds a deprecated operation",
  identifier: "Resource identifier targets a deprecated shape",
  property: "Resource property targets a deprecated shape",
  input: "Operation input targets a deprecated shape",
  output: "Operation output targets a deprecated shape",
  error: "Operation error targets a deprecated shape",
  mixin: "Applies a deprecated mixin",
};

/** No shape refers to a deprecated shape. */
export const deprecatedShape: Rule = {
  name: "DeprecatedShape",
  *check({ neighbors, subjects }) {
    for (const shape of subjects) {
      for (const { relationship, shape: target } of neighbors.edges(shape)) {
        const beginning = beginnings[relationship];
        if (beginning === undefined || !hasTrait(target, deprecatedTrait)) continue;
        // Another event reports that only traits and mixins refer to such a shape.
        const isTarget = !hasTrait(target, traitTrait) && !hasTrait(target, mixinTrait);
        if (relationship !== "mixin" && !isTarget) continue;
        yield deprecatedShapeMessage(target, beginning)(undefined, at(shape));
      }
    }
  },
};

function because(definition: Shape): string {
  const message = trait(definition, deprecatedTrait)?.message;
  return message === undefined ? "" : `, ${message}`;
}

/** Describes the details of the trait: `. Use Bar (since 2.0)`. */
function reasonOf(shape: Shape): string {
  const { message, since } = trait(shape, deprecatedTrait) ?? {};
  const because = message === undefined ? "" : `. ${message}`;
  return since === undefined ? because : `${because} (since ${since})`;
}
