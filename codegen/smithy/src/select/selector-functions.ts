import type { Shape } from "../model/model.js";
import { collect, yieldsAny } from "./step.js";
import type { Selection, Step, Yield } from "./step.js";

/** Compiles a function of the selector language; one that is unknown yields nothing. */
export function compileFunction(name: string, selectors: readonly Step[]): Step {
  const [first = nothing, second = nothing] = selectors;
  switch (name) {
    case "test":
      return (selection, shape, yields) =>
        selectors.some((step) => yieldsAny(step, selection, shape)) ? yields(shape) : true;
    case "is":
    case "each":
      return (selection, shape, yields) =>
        selectors.every((step) => step(selection, shape, yields));
    case "not":
      return (selection, shape, yields) =>
        yieldsAny(first, selection, shape) ? true : yields(shape);
    case "in":
      return (selection, shape, yields) =>
        contains(first, selection, shape) ? yields(shape) : true;
    case "root": {
      const root: Step = (selection, _, yields) =>
        [...rootOf(root, first, selection)].every(yields);
      return root;
    }
    case "topdown":
      return (selection, shape, yields) =>
        topDown({ selection, qualifies: first, disqualifies: second, yields }, shape, false);
    default:
      return nothing;
  }
}

const nothing: Step = () => true;

/** Whether what a step yields for a shape has that very shape. */
function contains(step: Step, selection: Selection, shape: Shape): boolean {
  return !step(selection, shape, (one) => one !== shape);
}

/** What the selector of a `:root` yields for all shapes, worked out once in a selection. */
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
  // A hierarchy with a cycle is an error that another rule reports.
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
