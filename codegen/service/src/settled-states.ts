import type { WaiterPlan } from "./waiter-plan.js";

/**
 * The value that an output needs for a waiter to succeed. The path consists of member names; `[]`
 * stands for each element of a list.
 */
export type SettledState = readonly [path: string, value: string | boolean];

/**
 * Returns the values in an output that make the waiters of its operation succeed. Waiters may
 * require different values of one member, such as the states of a created and of a deleted stack;
 * the first waiter then counts. Expressions beyond member names and lists are left out.
 */
export function settledStates(waiters: readonly WaiterPlan[]): readonly SettledState[] {
  const states = new Map<string, string | boolean>();
  for (const { acceptors, deprecated } of waiters) {
    if (deprecated) continue;
    for (const { state, matcher } of acceptors) {
      if (state !== "success" || matcher.kind !== "output") continue;
      const { path, comparator, expected } = matcher;
      if (!plainPath.test(path)) continue;
      if (!states.has(path)) {
        states.set(path, comparator === "booleanEquals" ? expected === "true" : expected);
      }
      // Further acceptors of a waiter are alternatives.
      break;
    }
  }
  return [...states];
}

const plainPath = /^[A-Za-z_]\w*(?:\[\])?(?:\.[A-Za-z_]\w*(?:\[\])?)*$/;
