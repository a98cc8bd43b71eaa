import { upperFirst } from "@tinsmith/values";
import type { Bounds } from "./constraints.js";
import type { Problem } from "./problem.js";
import { nameOfValue } from "./type-checks.js";

/**
 * Returns the message for a problem. It contains neither the path nor the value.
 *
 * @internal
 */
export const describeProblem = (problem: Problem, inKey = false): string =>
  inKey ? `The key ${describe(problem)}` : upperFirst(describe(problem));

function describe(problem: Problem): string {
  switch (problem.kind) {
    case "missing":
      return "is required";
    case "unexpected":
      return "is not a member of the shape";
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
      return "must not contain duplicates";
  }
}

function within({ min, max }: Bounds): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

const list = (values: readonly (string | number)[]): string => values.join(", ");
