import type { Model, Shape, ShapeId } from "../model/model.js";
import { shapeNamespace } from "../model/shape-id.js";
import { shapeClosures, unknownClosure } from "../select/shape-closures.js";
import { parseSelector } from "../select/selector.js";
import type { Selector } from "../select/selector.js";
import { SelectorSyntaxError } from "../select/selector-syntax.js";
import { defineTransform } from "./define-transform.js";
import { removeShapes } from "./remove-shapes.js";
import { absoluteTraitId, filterableShapes, taggedWith } from "./shape-traits.js";
import type { TransformArguments } from "./transform-arguments.js";

/** `excludeShapesBySelector`: removes the shapes that match. */
export const excludeShapesBySelector = defineTransform({
  name: "excludeShapesBySelector",
  prepare(args) {
    const selector = readSelector(args);
    return (model) => {
      const found = new Set(selector?.select(model));
      return exclude(model, (shape) => found.has(shape));
    };
  },
});

/** `includeShapesBySelector`: keeps only the shapes that match. */
export const includeShapesBySelector = defineTransform({
  name: "includeShapesBySelector",
  prepare(args) {
    const selector = readSelector(args);
    return (model) => {
      const found = new Set(selector?.select(model));
      return filter(model, (shape) => found.has(shape));
    };
  },
});

/** `excludeShapesByTag`: removes the shapes that have one of the tags. */
export const excludeShapesByTag = defineTransform({
  name: "excludeShapesByTag",
  prepare(args) {
    const isTagged = taggedWith(args.strings("tags"));
    return (model) => exclude(model, isTagged);
  },
});

/** `includeShapesByTag`: keeps only the shapes that have one of the tags. */
export const includeShapesByTag = defineTransform({
  name: "includeShapesByTag",
  prepare(args) {
    const isTagged = taggedWith(args.strings("tags"));
    return (model) => filter(model, isTagged);
  },
});

/** `excludeShapesByTrait`: removes the shapes that have one of the traits. */
export const excludeShapesByTrait = defineTransform({
  name: "excludeShapesByTrait",
  prepare(args) {
    const traits = args.strings("traits").map(absoluteTraitId);
    return (model) => exclude(model, (shape) => traits.some((trait) => shape.traits.has(trait)));
  },
});

/** `includeNamespaces`: keeps only the shapes of these namespaces. */
export const includeNamespaces = defineTransform({
  name: "includeNamespaces",
  prepare(args) {
    const namespaces = new Set(args.strings("namespaces"));
    return (model) => filter(model, ({ id }) => namespaces.has(shapeNamespace(id)));
  },
});

/** `includeServices`: removes all other services; other shapes are kept. */
export const includeServices = defineTransform({
  name: "includeServices",
  prepare(args) {
    const services = args.strings("services");
    return (model, { report }) => {
      const missing = services.flatMap((id, index) =>
        model.getShape(id)?.type === "service" ? [] : [{ id, index }],
      );
      for (const { id, index } of missing) {
        report(`${id} is not a service of the model`, ["services", index]);
      }
      if (missing.length > 0) return model;
      return filter(model, ({ id, type }) => type !== "service" || services.includes(id));
    };
  },
});

/** `includeClosures`: keeps only the shapes of these closures, under the names that they have. */
export const includeClosures = defineTransform({
  name: "includeClosures",
  prepare(args) {
    const wanted = args.strings("closures");
    if (wanted.length === 0) args.report("must name at least one closure", "closures");
    return (model, { report }) => {
      const closures = shapeClosures(model);
      const kept = new Set<Shape>();
      let isMissing = false;
      for (const [index, id] of wanted.entries()) {
        const closure = closures.get(id);
        isMissing ||= closure === undefined;
        if (closure === undefined) report(unknownClosure(id, closures), ["closures", index]);
        for (const shape of closure?.shapes ?? []) kept.add(shape);
      }
      return isMissing ? model : filter(model, (shape) => kept.has(shape));
    };
  },
});

/**
 * Removes shapes. Enum members can be excluded one by one, but not included: an enum is included
 * with all its values.
 */
const exclude = (model: Model, isExcluded: (shape: Shape) => boolean): Model =>
  removeShapes(model, idsOf(filterableShapes(model, { enums: true }).filter(isExcluded)));

const filter = (model: Model, isIncluded: (shape: Shape) => boolean): Model =>
  removeShapes(
    model,
    idsOf(filterableShapes(model, { enums: false }).filter((shape) => !isIncluded(shape))),
  );

const idsOf = (shapes: readonly Shape[]): readonly ShapeId[] => shapes.map(({ id }) => id);

function readSelector(args: TransformArguments): Selector | undefined {
  const text = args.optionalString("selector", true);
  if (text === undefined) return undefined;
  try {
    return parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorSyntaxError)) throw error;
    args.report(`is not a valid selector: ${error.message}`, "selector");
    return undefined;
  }
}
