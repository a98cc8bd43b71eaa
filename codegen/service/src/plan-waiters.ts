import { compareText, parseJmespath, shapeName } from "@tinsmith/smithy";
import type { WaitableTraitValue } from "@tinsmith/smithy/traits";
import type { StructurePlan } from "./shape-plan.js";
import type { AcceptorPlan, MatcherPlan, WaiterNames, WaiterPlan } from "./waiter-plan.js";

type Acceptor = WaitableTraitValue[string]["acceptors"][number];
type PathMatcher = NonNullable<Acceptor["matcher"]["output"]>;

/** Plans the waiters of an operation, sorted by name: `smithy.waiters#waitable`. */
export function planWaiters(
  waitable: WaitableTraitValue | undefined,
  names: ReadonlyMap<string, WaiterNames>,
  errors: readonly StructurePlan[],
): readonly WaiterPlan[] {
  const waiters = Object.entries(waitable ?? {}).sort(([left], [right]) =>
    compareText(left, right),
  );
  return waiters.flatMap(([name, waiter]) => {
    const given = names.get(name);
    if (given === undefined) return [];
    const { documentation, deprecated = false, minDelay = 2, maxDelay = 120, acceptors } = waiter;
    return {
      name,
      names: given,
      documentation,
      deprecated,
      minDelay,
      maxDelay,
      acceptors: acceptors.flatMap((acceptor) => planAcceptor(acceptor, errors) ?? []),
    };
  });
}

function planAcceptor(
  { state, matcher }: Acceptor,
  errors: readonly StructurePlan[],
): AcceptorPlan | undefined {
  const planned = planMatcher(matcher, errors);
  return planned && { state, matcher: planned };
}

function planMatcher(
  { success, errorType, output, inputOutput }: Acceptor["matcher"],
  errors: readonly StructurePlan[],
): MatcherPlan | undefined {
  if (success !== undefined) return { kind: "success", success };
  if (errorType !== undefined) return planErrorType(shapeName(errorType), errors);
  if (output !== undefined) return planPath("output", output);
  return inputOutput && planPath("inputOutput", inputOutput);
}

function planPath(
  kind: "output" | "inputOutput",
  { path, expected, comparator }: PathMatcher,
): MatcherPlan {
  return { kind, path, expression: parseJmespath(path), expected, comparator };
}

/**
 * Plans the matcher of an error. Waiters name errors by their shapes, but some models use the
 * awsQuery code.
 */
function planErrorType(name: string, errors: readonly StructurePlan[]): MatcherPlan {
  const found =
    errors.find((error) => error.name === name) ??
    errors.find(({ error }) => error?.awsQuery?.code === name);
  return { kind: "errorType", errorType: found?.name ?? name, error: found?.id };
}
