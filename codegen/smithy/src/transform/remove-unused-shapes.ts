import { isOwnShape } from "../ast/serialize-ast.js";
import type { Model, NodeValue, Shape, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { NeighborIndex } from "../select/neighbors.js";
import { defineTransform } from "./define-transform.js";
import { removeShapes } from "./remove-shapes.js";
import { taggedWith } from "./shape-traits.js";

/**
 * `removeUnusedShapes`: keeps the shapes that are connected to services and tagged shapes: members,
 * targets and bindings, the definitions of their traits, and shapes that trait values name.
 */
export const removeUnusedShapes = defineTransform({
  name: "removeUnusedShapes",
  prepare(args) {
    const isExported = taggedWith(args.optionalStrings("exportTagged"));
    return (model) => {
      const own = [...model.shapes.values()].filter(
        ({ id, type }) => type !== "member" && isOwnShape(id),
      );
      const used = usedFrom(
        model,
        own.filter((shape) => shape.type === "service" || isExported(shape)),
      );
      return removeShapes(
        model,
        own.filter((shape) => !used.has(shape)).map(({ id }) => id),
      );
    };
  },
});

function usedFrom(model: Model, roots: readonly Shape[]): ReadonlySet<Shape> {
  const neighbors = NeighborIndex.of(model);
  const used = new Set<Shape>(roots);
  const add = (shape: Shape | undefined) => {
    if (shape?.type === "member") add(model.getShape(shape.container));
    if (shape !== undefined) used.add(shape);
  };
  // The set grows during the iteration.
  for (const shape of used) {
    for (const next of neighbors.forwardShapes(shape)) add(next);
    for (const [trait, value] of shape.traits) {
      add(model.getShape(trait));
      for (const id of idsIn(value)) add(model.getShape(id));
    }
  }
  return used;
}

/**
 * Returns the texts in a trait value that may be shape ids. A text that is not an id matches no
 * shape.
 */
function idsIn(value: NodeValue): readonly ShapeId[] {
  if (typeof value === "string") return value.includes("#") ? [value] : [];
  if (isNodeArray(value)) return value.flatMap(idsIn);
  if (!isNodeObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [...idsIn(key), ...idsIn(item)]);
}
