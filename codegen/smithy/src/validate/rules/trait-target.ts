import type { Model, Shape, ShapeId } from "../../model/model.js";
import { traitSpan } from "../../model/trait-origins.js";
import { writtenBox } from "../../model/written-boxes.js";
import { parseSelector } from "../../select/selector.js";
import { SelectorSyntaxError } from "../../select/selector-syntax.js";
import { boxTrait, hasTrait, mixinTrait, trait, traitTrait } from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { idiomatic } from "../shape-text.js";

const messages = {
  notSelected: error(
    "TraitTarget",
    (args: { trait: ShapeId; shape: ShapeId; selector: string }) =>
      `Trait \`${idiomatic(args.trait)}\` cannot be applied to \`${args.shape}\`. This trait may only be applied to shapes that match the following selector: ${args.selector}`,
  ),
  mixin: error(
    "TraitTarget",
    (args: { trait: ShapeId; shape: ShapeId }) =>
      `Trait \`${idiomatic(args.trait)}\` is a mixin and cannot be applied to \`${args.shape}\`.`,
  ),
  badSelector: error(
    "TraitTarget",
    (args: { reason: string }) => `The selector of the trait is invalid: ${args.reason}`,
  ),
} as const;

/**
 * Traits are applied only to shapes that their selector yields (Smithy specification, "trait
 * trait").
 */
export const traitTarget: Rule = {
  name: "TraitTarget",
  *check({ model, subjects }) {
    for (const [id, shapes] of shapesByTrait(subjects)) {
      const definition = model.getShape(id);
      if (definition === undefined) continue;
      if (hasTrait(definition, mixinTrait)) {
        for (const shape of shapes) {
          yield messages.mixin({ trait: id, shape: shape.id }, placeOf(shape, id));
        }
      }
      const text = trait(definition, traitTrait)?.selector ?? "*";
      if (text === "*") continue;
      const selected = select(model, text, shapes);
      if (typeof selected === "string") {
        yield messages.badSelector({ reason: selected }, at(definition));
        continue;
      }
      const selector = text.replaceAll(/\s*\n\s*/g, " ").trim();
      for (const shape of shapes) {
        if (selected.has(shape)) continue;
        yield messages.notSelected({ trait: id, shape: shape.id, selector }, placeOf(shape, id));
      }
    }
  },
};

const placeOf = (shape: Shape, trait: ShapeId) => ({
  shapeId: shape.id,
  span: (trait === boxTrait.id ? writtenBox(shape) : undefined) ?? traitSpan(shape, trait),
});

/** The shapes that have each trait, by the trait's id. */
function shapesByTrait(subjects: readonly Shape[]): ReadonlyMap<ShapeId, readonly Shape[]> {
  const byTrait = new Map<ShapeId, Shape[]>();
  for (const shape of subjects) {
    const written = writtenBox(shape) === undefined ? [] : [boxTrait.id];
    for (const id of [...shape.traits.keys(), ...written]) {
      const shapes = byTrait.get(id);
      if (shapes === undefined) byTrait.set(id, [shape]);
      else shapes.push(shape);
    }
  }
  return byTrait;
}

/** Returns the given shapes that a selector yields, or the reason why the selector is invalid. */
function select(model: Model, text: string, shapes: readonly Shape[]): ReadonlySet<Shape> | string {
  try {
    return parseSelector(text).selectAmong(model, shapes);
  } catch (problem) {
    if (problem instanceof SelectorSyntaxError) return problem.message;
    throw problem;
  }
}
