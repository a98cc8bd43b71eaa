import type { Model, Shape } from "../model/model.js";
import type { NeighborIndex } from "./neighbors.js";

/** The state that steps share while a selector runs on a model. */
export interface Selection {
  readonly model: Model;
  readonly neighbors: NeighborIndex;
  /** The variables. They are cleared for each starting shape. */
  variables: Map<string, ReadonlySet<Shape>>;
  /** The shapes that each `:root` yields, by its step. */
  readonly roots: Map<Step, ReadonlySet<Shape>>;
  /** The results of tests without variables for shapes, by step. */
  readonly tested: Map<Step, Map<Shape, boolean>>;
}

/** Receives a shape that a step yields; returns false to stop. */
export type Yield = (shape: Shape) => boolean;

/** A compiled step: calls `yields` for each shape it yields, and returns false if stopped. */
export type Step = (selection: Selection, shape: Shape, yields: Yield) => boolean;

/** Returns whether a step yields anything for a shape. */
export const yieldsAny = (step: Step, selection: Selection, shape: Shape): boolean =>
  !step(selection, shape, () => false);

/** Returns all shapes that a step yields for a shape. */
export function collect(step: Step, selection: Selection, shape: Shape): ReadonlySet<Shape> {
  const shapes = new Set<Shape>();
  step(selection, shape, (one) => {
    shapes.add(one);
    return true;
  });
  return shapes;
}
