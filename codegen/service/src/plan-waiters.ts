import {
  arrayOf,
  compareText,
  entriesOf,
  numberOf,
  parseJmespath,
  propertyOf,
  shapeName,
  stringOf,
} from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { StructurePlan } from "./shape-plan.js";
import type {
  AcceptorPlan,
  MatcherPlan,
  PathComparator,
  WaiterNames,
  WaiterPlan,
} from "./waiter-plan.js";

/** Plans the waiters of an operation, sorted by name: `smithy.waiters#waitable`. */
export function planWaiters(
  trait: NodeValue | undefined,
  names: ReadonlyMap<string, WaiterNames>,
  errors: readonly StructurePlan[],
): readonly WaiterPlan[] {
  const waiters = [...entriesOf(trait)].sort(([left], [right]) => compareText(left, right));
  return waiters.flatMap(([name, waiter]) => {
    const given = names.get(name);
    if (given === undefined) return [];
    return {
      name,
      names: given,
      documentation: stringOf(propertyOf(waiter, "documentation")),
      deprecated: propertyOf(waiter, "deprecated") === true,
      minDelay: numberOf(propertyOf(waiter, "minDelay")) ?? 2,
      maxDelay: numberOf(propertyOf(waiter, "maxDelay")) ?? 120,
      acceptors: arrayOf(propertyOf(waiter, "acceptors")).flatMap(
        (acceptor) => planAcceptor(acceptor, errors) ?? [],
      ),
    };
  });
}

function planAcceptor(
  acceptor: NodeValue,
  errors: readonly StructurePlan[],
): AcceptorPlan | undefined {
  const state = stringOf(propertyOf(acceptor, "state"));
  const matcher = planMatcher(propertyOf(acceptor, "matcher"), errors);
  if (matcher === undefined) return undefined;
  if (state !== "success" && state !== "failure" && state !== "retry") return undefined;
  return { state, matcher };
}

function planMatcher(
  matcher: NodeValue | undefined,
  errors: readonly StructurePlan[],
): MatcherPlan | undefined {
  const success = propertyOf(matcher, "success");
  if (typeof success === "boolean") return { kind: "success", success };
  const errorType = stringOf(propertyOf(matcher, "errorType"));
  if (errorType !== undefined) {
    return planErrorType(shapeName(errorType), errors);
  }
  for (const kind of ["output", "inputOutput"] as const) {
    const value = propertyOf(matcher, kind);
    const path = stringOf(propertyOf(value, "path"));
    const expected = stringOf(propertyOf(value, "expected"));
    const comparator = comparators.find((one) => one === propertyOf(value, "comparator"));
    if (path !== undefined && expected !== undefined && comparator !== undefined) {
      return { kind, path, expression: parseJmespath(path), expected, comparator };
    }
  }
  return undefined;
}

/** Errors are named after their shapes; some models name them here by their code of awsQuery. */
function planErrorType(name: string, errors: readonly StructurePlan[]): MatcherPlan {
  const found =
    errors.find((error) => error.name === name) ??
    errors.find(({ error }) => error?.awsQuery?.code === name);
  return { kind: "errorType", errorType: found?.name ?? name, error: found?.id };
}

const comparators: readonly PathComparator[] = [
  "stringEquals",
  "booleanEquals",
  "allStringEquals",
  "anyStringEquals",
];
