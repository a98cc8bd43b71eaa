import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, Shape, ShapeId } from "../model/model.js";
import { shapeNamespace } from "../model/shape-id.js";
import { enumValueTrait, mixinTrait, traitTrait } from "../traits/index.js";
import { PRELUDE_NAMESPACE } from "../traits/registry.js";
import { defineTransform } from "./define-transform.js";
import { editModel, mapTraits } from "./edit-model.js";
import { removeShapes } from "./remove-shapes.js";
import { absoluteTraitId, isTraitDefinition, taggedWith } from "./shape-traits.js";

/** Traits that a model depends on: those of trait definitions, mixins and enum values. */
const structural: ReadonlySet<ShapeId> = new Set([traitTrait.id, mixinTrait.id, enumValueTrait.id]);

/**
 * `excludeTraits`: removes trait definitions and all uses of the traits. `namespace#` stands for
 * all traits in it.
 */
export const excludeTraits = defineTransform({
  name: "excludeTraits",
  prepare(args) {
    const isNamed = namedBy(args.strings("traits"));
    return (model) => removeTraits(model, ({ id }) => isNamed(id));
  },
});

/** `includeTraits`: removes all other trait definitions and all uses of these traits. */
export const includeTraits = defineTransform({
  name: "includeTraits",
  prepare(args) {
    const isNamed = namedBy(args.strings("traits"));
    return (model) => removeTraits(model, ({ id }) => !isNamed(id));
  },
});

/**
 * `excludeTraitsByTag`: removes the trait definitions with one of the tags, and all uses of these
 * traits.
 */
export const excludeTraitsByTag = defineTransform({
  name: "excludeTraitsByTag",
  prepare(args) {
    const isTagged = taggedWith(args.strings("tags"));
    return (model) => removeTraits(model, (trait) => !isOfPrelude(trait) && isTagged(trait));
  },
});

/**
 * `includeTraitsByTag`: removes the trait definitions without any of the tags, and all uses of
 * these traits.
 */
export const includeTraitsByTag = defineTransform({
  name: "includeTraitsByTag",
  prepare(args) {
    const isTagged = taggedWith(args.strings("tags"));
    return (model) => removeTraits(model, (trait) => !isOfPrelude(trait) && !isTagged(trait));
  },
});

const isOfPrelude = ({ id }: Shape): boolean => shapeNamespace(id) === PRELUDE_NAMESPACE;

function namedBy(names: readonly string[]): (id: ShapeId) => boolean {
  const namespaces = new Set(
    names.flatMap((name) => (name.endsWith("#") ? [name.slice(0, -1)] : [])),
  );
  const ids = new Set(names.map(absoluteTraitId));
  return (id) => ids.has(id) || namespaces.has(shapeNamespace(id));
}

/**
 * Removes traits and their definitions. Definitions that come with the language are kept; their
 * traits are removed from the model's shapes.
 */
function removeTraits(model: Model, isRemoved: (definition: Shape) => boolean): Model {
  const removed = new Set(
    [...model.shapes.values()]
      .filter((shape) => isTraitDefinition(shape) && !structural.has(shape.id) && isRemoved(shape))
      .map(({ id }) => id),
  );
  const edited = editModel(model, (draft) =>
    mapTraits(draft, (id, trait) => (removed.has(id) ? undefined : trait)),
  );
  return removeShapes(edited, [...removed].filter(isOwnShape));
}
