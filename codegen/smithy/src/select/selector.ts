import type { Model, Shape } from "../model/model.js";
import { compileExpressions, compileSet, usesVariables } from "./compile-selector.js";
import { NeighborIndex } from "./neighbors.js";
import { parseExpressions } from "./parse-selector.js";
import type { SelectorExpression, SelectorExpressions } from "./selector-syntax.js";
import type { Selection, Step } from "./step.js";

/** A shape that a selector yields, with the values of its variables at that moment. */
export interface SelectorMatch {
  readonly shape: Shape;
  readonly variables: ReadonlyMap<string, ReadonlySet<Shape>>;
}

/** A compiled selector, which can run on any number of models. */
export interface Selector {
  /** The source text. */
  readonly text: string;
  /**
   * The shapes it yields from all shapes of the model, without duplicates, in the order of the
   * model.
   */
  select(model: Model): readonly Shape[];
  /** Returns the given shapes that match. This is cheaper than `select` for few shapes. */
  selectAmong(model: Model, shapes: readonly Shape[]): ReadonlySet<Shape>;
  /** Returns the shapes that the selector yields from this shape alone, without duplicates. */
  selectFrom(model: Model, start: Shape): readonly Shape[];
  /** Returns all matches in the order they are found, with their variables. */
  matches(model: Model): readonly SelectorMatch[];
}

/** Selectors by their text: the selectors of traits run in every validation. */
const known = new Map<string, Selector>();
const knownLimit = 1000;

/**
 * Compiles a selector of the Smithy specification, "Selectors".
 *
 * @throws SelectorSyntaxError if the text is not a selector.
 */
export function parseSelector(text: string): Selector {
  const before = known.get(text);
  if (before !== undefined) return before;
  const selector = compile(text);
  if (known.size >= knownLimit) known.clear();
  known.set(text, selector);
  return selector;
}

function compile(text: string): Selector {
  const expressions = parseExpressions(text);
  const step = compileExpressions(expressions);
  const all = expressions.some(usesVariables)
    ? (selection: Selection, starts: ReadonlySet<Shape>) => selectEach(selection, step, starts)
    : compileSet(expressions);
  const staysPut = expressions.every(yieldsItself);
  return Object.freeze({
    text,
    select: (model: Model) => {
      const found = all(selectionOf(model), new Set(startsOf(model, expressions)));
      return found.size < 2
        ? [...found]
        : [...model.shapes.values()].filter((shape) => found.has(shape));
    },
    selectAmong: (model: Model, shapes: readonly Shape[]) => {
      const starts = new Set(staysPut ? shapes : startsOf(model, expressions));
      const found = all(selectionOf(model), starts);
      return new Set(shapes.filter((shape) => found.has(shape)));
    },
    selectFrom: (model: Model, start: Shape) => [...all(selectionOf(model), new Set([start]))],
    matches: (model: Model) => {
      const matches: SelectorMatch[] = [];
      const selection = selectionOf(model);
      run(selection, step, startsOf(model, expressions), (shape) =>
        matches.push({ shape, variables: new Map(selection.variables) }),
      );
      return matches;
    },
  });
}

function selectEach(selection: Selection, step: Step, starts: Iterable<Shape>): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  run(selection, step, starts, (shape) => found.add(shape));
  return found;
}

function run(
  selection: Selection,
  step: Step,
  starts: Iterable<Shape>,
  found: (shape: Shape) => void,
): void {
  for (const start of starts) {
    if (selection.variables.size > 0) selection.variables = new Map();
    step(selection, start, (shape) => {
      found(shape);
      return true;
    });
  }
}

function selectionOf(model: Model): Selection {
  return {
    model,
    neighbors: NeighborIndex.of(model),
    variables: new Map(),
    roots: new Map(),
    tested: new Map(),
  };
}

/** Returns whether a step yields nothing but the shape it is given. */
function yieldsItself(expression: SelectorExpression): boolean {
  switch (expression.kind) {
    case "all":
    case "types":
    case "attribute":
    case "scoped":
    case "setVariable":
      return true;
    case "neighbors":
    case "recursive":
    case "getVariable":
      return false;
    case "function": {
      const { name, selectors } = expression;
      if (name === "test" || name === "not" || name === "in") return true;
      return (name === "is" || name === "each") && selectors.flat().every(yieldsItself);
    }
  }
}

/**
 * Returns the shapes that can match. If the first step is a type, these are the shapes of that
 * type.
 */
function startsOf(model: Model, expressions: SelectorExpressions): Iterable<Shape> {
  const [first] = expressions;
  if (first?.kind !== "types") return model.shapes.values();
  return [...first.types].flatMap((type): readonly Shape[] => model.shapesOfType(type));
}
