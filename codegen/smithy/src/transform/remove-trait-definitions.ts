import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, Shape } from "../model/model.js";
import { NeighborIndex } from "../select/neighbors.js";
import { traitTrait } from "../traits/index.js";
import { defineTransform } from "./define-transform.js";
import { editModel } from "./edit-model.js";
import { removeShapes } from "./remove-shapes.js";
import { isTraitDefinition, taggedWith } from "./shape-traits.js";

/**
 * `removeTraitDefinitions`: removes the definitions of traits and the shapes that only they refer
 * to; the traits themselves stay on their shapes. A definition that is also used as a type is kept
 * as a type.
 */
export const removeTraitDefinitions = defineTransform({
  name: "removeTraitDefinitions",
  prepare(args) {
    const isExported = taggedWith(args.optionalStrings("exportTagged"));
    return (model) => {
      const own = [...model.shapes.values()].filter(
        ({ id, type }) => type !== "member" && isOwnShape(id),
      );
      const definitions = own.filter((shape) => isTraitDefinition(shape) && !isExported(shape));
      const ofDefinitions = closure(model, definitions);
      const used = closure(
        model,
        own.filter((shape) => !ofDefinitions.has(shape)),
      );
      const unused = own.filter((shape) => ofDefinitions.has(shape) && !used.has(shape));
      const plain = new Set(definitions.map(({ id }) => id));
      const without = removeShapes(
        model,
        unused.map(({ id }) => id),
        { keepTraits: true },
      );
      return editModel(without, (draft) => {
        for (const id of plain) draft.shapes.get(id)?.ownTraits.delete(traitTrait.id);
      });
    };
  },
});

function closure(model: Model, roots: readonly Shape[]): ReadonlySet<Shape> {
  const neighbors = NeighborIndex.of(model);
  const reached = new Set<Shape>(roots);
  // The set grows during the iteration.
  for (const shape of reached) for (const next of neighbors.forwardShapes(shape)) reached.add(next);
  return reached;
}
