import { hashOfText, inHashOrder } from "../diagnostics/hash-order.js";
import type { Model, Shape, ShapeId, ShapeOfType, ShapeType } from "../model/model.js";
import { isShipped } from "../model/shipped-shapes.js";
import { shapeNamespace } from "../model/shape-id.js";
import { libraryNamespaces } from "../validate/library-namespaces.js";
import { partOf, valuesEqual } from "./compared-value.js";
import type { ComparedValue } from "./compared-value.js";
import { shapesEqual } from "./shapes-equal.js";
import { traitDifferences } from "./trait-differences.js";
import type { TraitDifference } from "./trait-differences.js";

/** A shape that exists in both models and differs between them. */
export interface ChangedShape<Of extends Shape = Shape> {
  readonly before: Of;
  readonly after: Of;
  /** The traits that were added, removed or changed. */
  readonly traits: readonly TraitDifference[];
}

/** A metadata key that is in both models with different values. */
export interface ChangedMetadata {
  readonly key: string;
  readonly before: ComparedValue;
  readonly after: ComparedValue;
}

/** The differences between two models. Evaluators turn them into events. */
export interface Differences {
  readonly oldModel: Model;
  readonly newModel: Model;
  readonly added: readonly Shape[];
  readonly removed: readonly Shape[];
  readonly changed: readonly ChangedShape[];
  readonly removedMetadata: readonly (readonly [key: string, value: ComparedValue])[];
  readonly changedMetadata: readonly ChangedMetadata[];
}

/** Compares all shapes and the metadata of two models. */
export function detectDifferences(oldModel: Model, newModel: Model): Differences {
  const changed: ChangedShape[] = [];
  const removed: Shape[] = [];
  for (const before of oldModel.shapes.values()) {
    const after = newModel.getShape(before.id);
    if (after === undefined) {
      if (!comesWithTheLanguage(before)) removed.push(before);
    } else if (!shapesEqual(before, oldModel, after, newModel)) {
      changed.push(changedShape(before, after));
    }
  }
  const added = [...newModel.shapes.values()].filter(
    (shape) => oldModel.getShape(shape.id) === undefined && !comesWithTheLanguage(shape),
  );
  return { oldModel, newModel, added, removed, changed, ...detectMetadata(oldModel, newModel) };
}

/**
 * True for the shapes of a trait library. A model contains only the libraries that it uses, so a
 * library that appears or disappears is not a difference.
 */
const comesWithTheLanguage = (shape: Shape): boolean =>
  isShipped(shape) || libraryNamespaces.has(shapeNamespace(shape.id));

/** Returns two versions of a shape with the differences of their traits. */
export const changedShape = <Of extends Shape>(before: Of, after: Of): ChangedShape<Of> => ({
  before,
  after,
  traits: traitDifferences(before, after),
});

/** The changed shapes that have one of these types in both models. */
export function changedOfType<Type extends ShapeType>(
  { changed }: Differences,
  ...types: readonly Type[]
): readonly ChangedShape<ShapeOfType<Type>>[] {
  const isOfType = (shape: Shape): shape is ShapeOfType<Type> =>
    types.some((type) => shape.type === type);
  return changed.filter(
    (change): change is ChangedShape<ShapeOfType<Type>> =>
      isOfType(change.before) && isOfType(change.after),
  );
}

/**
 * Returns the definition of a trait, or another shape that it uses, as of the new model. A library
 * is known even if the new model no longer uses it.
 */
export function findDefinition(
  { oldModel, newModel }: Pick<Differences, "oldModel" | "newModel">,
  id: ShapeId,
): Shape | undefined {
  const found = newModel.getShape(id);
  if (found !== undefined) return found;
  const before = oldModel.getShape(id);
  return before !== undefined && comesWithTheLanguage(before) ? before : undefined;
}

function detectMetadata(
  { metadata: before }: Model,
  { metadata: after }: Model,
): Pick<Differences, "removedMetadata" | "changedMetadata"> {
  const removedMetadata: (readonly [string, ComparedValue])[] = [];
  const changedMetadata: ChangedMetadata[] = [];
  for (const [key, value] of metadataOf(before)) {
    const now = partOf({ value: after }, key);
    if (now === undefined) removedMetadata.push([key, value]);
    else if (!valuesEqual(value, now)) changedMetadata.push({ key, before: value, after: now });
  }
  return { removedMetadata, changedMetadata };
}

/** The metadata of a model, in the order of the reference implementation. */
export const metadataOf = (
  metadata: Model["metadata"],
): readonly (readonly [key: string, value: ComparedValue])[] =>
  inHashOrder(Object.keys(metadata), hashOfText).map((key) => [
    key,
    partOf({ value: metadata }, key) ?? { value: null },
  ]);
