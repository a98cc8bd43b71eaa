import type { Shape } from "../model/model.js";
import { collect, yieldsAny } from "./step.js";
import type { Selection, Step, Yield } from "./step.js";

/** Compiles a function of the selector language; an unknown one yields nothing. */
export function compileFunction(
  name: string,
  selectors: readonly Step[],
  usesVariables: boolean,
): Step {
  const [first = nothing, second = nothing] = selectors;
  /**
   * Compiles a test into a step. If the result depends only on the shape, it is cached for each
   * shape.
   */
  const filter = (test: (selection: Selection, shape: Shape) => boolean): Step => {
    const step: Step = (selection, shape, yields) => {
      if (usesVariables) return test(selection, shape) ? yields(shape) : true;
      let known = selection.tested.get(step);
      if (known === undefined) selection.tested.set(step, (known = new Map<Shape, boolean>()));
      let result = known.get(shape);
      if (result === undefined) known.set(shape, (result = test(selection, shape)));
      return result ? yields(shape) : true;
    };
    return step;
  };
  switch (name) {
    case "test":
      return filter((selection, shape) =>
        selectors.some((step) => yieldsAny(step, selection, shape)),
      );
    case "is":
    case "each":
      return (selection, shape, yields) =>
        selectors.every((step) => step(selection, shape, yields));
    case "not":
      return filter((selection, shape) => !yieldsAny(first, selection, shape));
    case "in":
      return filter((selection, shape) => contains(first, selection, shape));
    case "root": {
      const root: Step = (selection, _, yields) =>
        [...rootOf(root, first, selection)].every(yields);
      return root;
    }
    case "topdown":
      return (selection, shape, yields) =>
        topDown({ selection, qualifies: first, disqualifies: second, yields }, shape, false);
    case "recursive":
      return (selection, shape, yields) => repeat(first, selection, shape, yields);
    default:
      return nothing;
  }
}

const nothing: Step = () => true;

/** Returns whether a step yields the given shape for that shape. */
function contains(step: Step, selection: Selection, shape: Shape): boolean {
  return !step(selection, shape, (one) => one !== shape);
}

/** Applies a step to a shape, then to each new shape that it yields. */
function repeat(step: Step, selection: Selection, start: Shape, yields: Yield): boolean {
  const seen = new Set<Shape>();
  const waiting = [start];
  // The list grows while it is read.
  for (const shape of waiting) {
    const goesOn = step(selection, shape, (next) => {
      if (seen.has(next)) return true;
      seen.add(next);
      if (!yields(next)) return false;
      waiting.push(next);
      return true;
    });
    if (!goesOn) return false;
  }
  return true;
}

/**
 * The shapes that the selector of a `:root` yields from all shapes, computed once per selection.
 */
function rootOf(root: Step, selector: Step, selection: Selection): ReadonlySet<Shape> {
  const known = selection.roots.get(root);
  if (known !== undefined) return known;
  const shapes = new Set<Shape>();
  const isolated: Selection = { ...selection, variables: new Map() };
  for (const shape of selection.model.shapes.values()) {
    isolated.variables = new Map();
    for (const found of collect(selector, isolated, shape)) shapes.add(found);
  }
  selection.roots.set(root, shapes);
  return shapes;
}

interface TopDown {
  readonly selection: Selection;
  readonly qualifies: Step;
  readonly disqualifies: Step;
  readonly yields: Yield;
}

function topDown(
  walk: TopDown,
  shape: Shape,
  inherited: boolean,
  above: ReadonlySet<Shape> = new Set(),
): boolean {
  const { selection, qualifies, disqualifies, yields } = walk;
  // Another rule reports hierarchies with a cycle.
  if (above.has(shape)) return true;
  const matches = yieldsAny(qualifies, selection, shape)
    ? true
    : inherited && !yieldsAny(disqualifies, selection, shape);
  if (matches && !yields(shape)) return false;
  if (shape.type !== "service" && shape.type !== "resource") return true;
  const path = new Set([...above, shape]);
  return selection.neighbors
    .forwardShapes(shape)
    .filter((next) => next.type === "resource" || next.type === "operation")
    .every((next) => topDown(walk, next, matches, path));
}
