import type { DiagnosticPlace } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue, Shape } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { traitSpan } from "../model/trait-origins.js";
import type { ValuePath } from "../model/trait-origins.js";
import type { NeighborIndex } from "../select/neighbors.js";
import type { ServiceIndex } from "./service-index.js";

/** The input of every rule. Nothing in it changes during a validation. */
export interface ValidationContext {
  readonly model: Model;
  /**
   * The shapes to check, in the order of the model: all except unmodified shapes of the prelude and
   * the trait libraries, which a model cannot make invalid.
   */
  readonly subjects: readonly Shape[];
  readonly neighbors: NeighborIndex;
  readonly services: ServiceIndex;
}

/** One rule that valid models satisfy. */
export interface Rule {
  /** The event id, or the first part of the event ids, that the rule reports. */
  readonly name: string;
  readonly check: (context: ValidationContext) => Iterable<Diagnostic>;
}

/** The place of a diagnostic about a shape. */
export const at = (shape: Shape): DiagnosticPlace => ({ shapeId: shape.id, span: shape.span });

/** The place of a diagnostic about a trait of a shape, or about the part of its value at `path`. */
export const atTrait = (
  shape: Shape,
  { id }: { readonly id: string },
  ...path: ValuePath
): DiagnosticPlace => ({ shapeId: shape.id, span: traitSpan(shape, id, path) });

/**
 * Finds the places of the lists and objects in the value of a trait, for rules that collect them
 * without their paths.
 */
export function placesIn(
  shape: Shape,
  { id }: { readonly id: string },
): (container: NodeValue) => DiagnosticPlace {
  let paths: Map<NodeValue, ValuePath> | undefined;
  const collect = (value: NodeValue, path: ValuePath, found: Map<NodeValue, ValuePath>) => {
    if (!isNodeArray(value) && !isNodeObject(value)) return;
    found.set(value, path);
    const items = isNodeArray(value) ? value.entries() : Object.entries(value);
    for (const [key, item] of items) collect(item, [...path, key], found);
  };
  return (container) => {
    if (paths === undefined) {
      paths = new Map();
      collect(shape.traits.get(id) ?? null, [], paths);
    }
    return { shapeId: shape.id, span: traitSpan(shape, id, paths.get(container)) };
  };
}
