import type { Shape } from "../model/model.js";
import { flatten, isPresent, resolvePath } from "./attribute-value.js";
import type { AttributeValue } from "./attribute-value.js";
import { compareValues } from "./compare-values.js";
import { compileFunction } from "./selector-functions.js";
import type {
  Assertion,
  AttributePath,
  Comparison,
  ScopedValue,
  SelectorExpression,
  SelectorExpressions,
} from "./selector-syntax.js";
import { collect } from "./step.js";
import type { Selection, Step } from "./step.js";

/** Compiles expressions into one step that runs them from left to right. */
export function compileExpressions(expressions: SelectorExpressions): Step {
  if (expressions.filter(isFar).length > 1 && !expressions.some(usesVariables)) {
    const select = compileSet(expressions);
    return (selection, shape, yields) => [...select(selection, new Set([shape]))].every(yields);
  }
  const steps = expressions.map(compileExpression);
  return steps.reduceRight(
    (rest, first) => (selection, shape, yields) =>
      first(selection, shape, (next) => rest(selection, next, yields)),
  );
}

function compileExpression(expression: SelectorExpression): Step {
  switch (expression.kind) {
    case "all":
      return (_, shape, yields) => yields(shape);
    case "types": {
      const { types } = expression;
      return (_, shape, yields) => (types.has(shape.type) ? yields(shape) : true);
    }
    case "attribute":
      return compileAttribute(expression.path, expression.comparison);
    case "scoped":
      return compileScoped(expression.scope, expression.assertions);
    case "function":
      return compileFunction(
        expression.name,
        expression.selectors.map(compileExpressions),
        usesVariables(expression),
      );
    case "neighbors":
      return compileNeighbors(expression.reverse, expression.relationships);
    case "recursive":
      return ({ neighbors }, shape, yields) => neighbors.reach(shape, yields);
    case "setVariable": {
      const { name } = expression;
      const step = compileExpressions(expression.selector);
      return (selection, shape, yields) => {
        selection.variables.set(name, collect(step, selection, shape));
        return yields(shape);
      };
    }
    case "getVariable": {
      const { name } = expression;
      return ({ variables }, _, yields) => [...(variables.get(name) ?? [])].every(yields);
    }
  }
}

/** Maps a set of shapes to the set of shapes that a selector yields from any of them. */
export type SetStep = (selection: Selection, shapes: ReadonlySet<Shape>) => ReadonlySet<Shape>;

/**
 * Compiles a selector without variables into a step that visits each shape once for each
 * expression, regardless of the number of paths to the shape. The steps of `compileExpressions`
 * start again for each shape, which takes cubic time for `~> member ~> string`.
 */
export function compileSet(expressions: SelectorExpressions): SetStep {
  const steps = expressions.map(compileSetStep);
  return (selection, shapes) => steps.reduce((found, step) => step(selection, found), shapes);
}

function compileSetStep(expression: SelectorExpression): SetStep {
  if (expression.kind === "recursive") {
    return ({ neighbors }, shapes) => neighbors.reachFromAll(shapes);
  }
  if (expression.kind === "function") {
    const { name, selectors } = expression;
    const sets = selectors.map(compileSet);
    if (name === "is" || name === "each") {
      return (selection, shapes) => new Set(sets.flatMap((set) => [...set(selection, shapes)]));
    }
    if (name === "recursive") {
      return (selection, shapes) => {
        const found = new Set<Shape>();
        for (let next = shapes; next.size > 0;) {
          const yielded = [...(sets[0]?.(selection, next) ?? [])];
          next = new Set(yielded.filter((shape) => !found.has(shape)));
          for (const shape of next) found.add(shape);
        }
        return found;
      };
    }
  }
  const step = compileExpression(expression);
  return (selection, shapes) => {
    const found = new Set<Shape>();
    for (const shape of shapes) {
      step(selection, shape, (one) => {
        found.add(one);
        return true;
      });
    }
    return found;
  };
}

/** Returns whether a step can reach shapes at any distance. */
const isFar = (expression: SelectorExpression): boolean =>
  expression.kind === "recursive" ||
  (expression.kind === "function" &&
    (expression.name === "recursive" || expression.selectors.flat().some(isFar)));

/**
 * Returns whether a step sets or reads a variable. If so, its result depends on the path to a
 * shape.
 */
export function usesVariables(expression: SelectorExpression): boolean {
  switch (expression.kind) {
    case "setVariable":
    case "getVariable":
      return true;
    case "attribute":
      return expression.path[0]?.property === "var";
    case "scoped":
      return [expression.scope, ...expression.assertions.flatMap(pathsOf)].some((path) =>
        path.some(({ property }) => property === "var"),
      );
    case "function":
      return expression.selectors.flat().some(usesVariables);
    default:
      return false;
  }
}

const pathsOf = ({ left, right }: Assertion): readonly AttributePath[] =>
  [left, ...right].flatMap((value) => ("path" in value ? [value.path] : []));

function compileNeighbors(reverse: boolean, names: readonly string[] | undefined): Step {
  if (reverse) {
    return ({ neighbors }, shape, yields) =>
      neighbors.backward(shape, names).every((neighbor) => yields(neighbor.shape));
  }
  return names === undefined
    ? ({ neighbors }, shape, yields) => neighbors.forwardShapes(shape).every(yields)
    : ({ neighbors }, shape, yields) =>
        neighbors.forwardNamed(shape, names).every((neighbor) => yields(neighbor.shape));
}

function compileAttribute(path: AttributePath, comparison: Comparison | undefined): Step {
  const trait = traitOf(path);
  if (trait !== undefined && comparison === undefined) {
    return (_, shape, yields) => (shape.traits.has(trait) ? yields(shape) : true);
  }
  if (comparison === undefined) {
    return filter((selection, shape) => isPresent(resolvePath(scopeOf(selection, shape), path)));
  }
  const { comparator, ignoreCase } = comparison;
  const values = comparison.values.map(literal);
  return filter((selection, shape) => {
    const left = resolvePath(scopeOf(selection, shape), path);
    return values.some((right) => compareValues(comparator, left, right, ignoreCase));
  });
}

function compileScoped(scope: AttributePath, assertions: readonly Assertion[]): Step {
  const tests = assertions.map(compileAssertion);
  return filter((selection, shape) => {
    const values = flatten(resolvePath(scopeOf(selection, shape), scope));
    return values.some((value) => tests.every((test) => test(value)));
  });
}

function compileAssertion(assertion: Assertion): (scope: AttributeValue) => boolean {
  const { comparator, ignoreCase } = assertion;
  const left = compileScopedValue(assertion.left);
  const right = assertion.right.map(compileScopedValue);
  return (scope) =>
    right.some((value) => compareValues(comparator, left(scope), value(scope), ignoreCase));
}

function compileScopedValue(value: ScopedValue): (scope: AttributeValue) => AttributeValue {
  if ("path" in value) return (scope) => resolvePath(scope, value.path);
  const constant = literal(value.literal);
  return () => constant;
}

const scopeOf = ({ variables }: Selection, shape: Shape): AttributeValue => ({
  kind: "shape",
  shape,
  variables,
});

const literal = (text: string): AttributeValue => ({ kind: "node", node: text });

const filter =
  (test: (selection: Selection, shape: Shape) => boolean): Step =>
  (selection, shape, yields) =>
    test(selection, shape) ? yields(shape) : true;

/**
 * Returns the trait id in a path such as `trait|required`. Such a trait can be looked up without
 * resolving the path.
 */
function traitOf(path: AttributePath): string | undefined {
  const [first, second] = path;
  if (path.length !== 2 || first?.property !== "trait" || second === undefined) return undefined;
  if (second.isFunction) return undefined;
  return second.property.includes("#") ? second.property : `smithy.api#${second.property}`;
}
