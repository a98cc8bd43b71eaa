import { upperFirst } from "@tinsmith/values";
import type { Bounds } from "./constraints.js";
import type { Problem } from "./problem.js";
import { nameOfValue } from "./type-checks.js";

/**
 * What is wrong with a value, in words that leave out where it is and what it holds.
 *
 * @internal
 */
export const describeProblem = (problem: Problem, inKey = false): string =>
  inKey ? `The key ${demand(problem)}` : upperFirst(demand(problem));

function demand(problem: Problem): string {
  switch (problem.kind) {
    case "missing":
      return "is required";
    case "unexpected":
      return "is no member of the shape";
    case "type":
      return `must be ${problem.expected}, not ${nameOfValue(problem.value)}`;
    case "union":
      return `must have exactly one of ${list(problem.members)}, not ${problem.set.length === 0 ? "none" : list(problem.set)}`;
    case "length":
      return `must have a length of ${within(problem.bounds)}, not ${problem.length}`;
    case "range":
      return `must be ${within(problem.bounds)}`;
    case "pattern":
      return `must match the pattern ${problem.pattern}`;
    case "enum":
      return problem.values.length === 1
        ? `must be ${list(problem.values)}`
        : `must be one of ${list(problem.values)}`;
    case "uniqueItems":
      return "must not hold an item twice";
  }
}

function within({ min, max }: Bounds): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

const list = (values: readonly (string | number)[]): string => values.join(", ");
