import type { Model, Shape } from "../model/model.js";
import type { NeighborIndex } from "./neighbors.js";

/** What steps share while a selector runs over a model. */
export interface Selection {
  readonly model: Model;
  readonly neighbors: NeighborIndex;
  /** Emptied for each starting shape. */
  variables: Map<string, ReadonlySet<Shape>>;
  /** What each `:root` yields, by its step. */
  readonly roots: Map<Step, ReadonlySet<Shape>>;
}

/** Takes what a step yields; false when no more is wanted. */
export type Yield = (shape: Shape) => boolean;

/** A compiled step: calls `yields` for each shape it yields, and returns false when told to stop. */
export type Step = (selection: Selection, shape: Shape, yields: Yield) => boolean;

/** Whether a step yields anything for a shape. */
export const yieldsAny = (step: Step, selection: Selection, shape: Shape): boolean =>
  !step(selection, shape, () => false);

/** Everything that a step yields for a shape. */
export function collect(step: Step, selection: Selection, shape: Shape): ReadonlySet<Shape> {
  const shapes = new Set<Shape>();
  step(selection, shape, (one) => {
    shapes.add(one);
    return true;
  });
  return shapes;
}
