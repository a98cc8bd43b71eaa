import { search } from "@jmespath-community/jmespath";
import { waitFor, waitUntil } from "@tinsmith/client-runtime/generated/v1/waiters";
import type {
  WaiterConfiguration,
  WaiterDefinition,
  WaiterResult,
} from "@tinsmith/client-runtime/generated/v1/waiters";
import type { Acceptor } from "@tinsmith/client-runtime/generated/v1/waiters";
import type { AcceptorPlan, MatcherPlan, PathComparator, WaiterPlan } from "@tinsmith/service";
import { isBytes, isDate } from "@tinsmith/values";

/** Waits for the state that a waiter of the model describes. */
export interface DynamicWaiter<Client, Output> {
  /** Waits and returns the result, even if it is a failure or a timeout. */
  waitFor(
    config: WaiterConfiguration<Client>,
    input?: object,
  ): Promise<WaiterResult<Output | Error>>;
  /** Waits for success. @throws Error for any other result */
  waitUntil(
    config: WaiterConfiguration<Client>,
    input?: object,
  ): Promise<WaiterResult<Output | Error>>;
}

/** Creates a waiter. */
export function waiterOf<Client, Output>(
  { minDelay, maxDelay, acceptors }: WaiterPlan,
  call: (client: Client, input: object) => Promise<Output>,
): DynamicWaiter<Client, Output> {
  const definition: WaiterDefinition<Client, object, Output> = {
    minDelay,
    maxDelay,
    call,
    acceptors: acceptors.map(acceptorOf),
  };
  return {
    waitFor: (config, input = {}) => waitFor(definition, config, input),
    waitUntil: (config, input = {}) => waitUntil(definition, config, input),
  };
}

const states = { success: "SUCCESS", failure: "FAILURE", retry: "RETRY" } as const;

function acceptorOf({ state: name, matcher }: AcceptorPlan): Acceptor<object, unknown> {
  const state = states[name];
  switch (matcher.kind) {
    case "success":
      return { state, success: matcher.success };
    case "errorType":
      return { state, errorType: matcher.errorType };
    case "output":
      return { state, matches: (output) => isMatch(matcher, output) };
    case "inputOutput":
      return { state, matches: (output, input) => isMatch(matcher, { input, output }) };
  }
}

type PathMatcher = Extract<MatcherPlan, { path: string }>;

function isMatch({ path, comparator, expected }: PathMatcher, data: unknown): boolean {
  return comparators[comparator](search(jsonOf(data), path), expected);
}

const comparators: Readonly<Record<PathComparator, (found: unknown, expected: string) => boolean>> =
  {
    stringEquals: (found, expected) => found === expected,
    booleanEquals: (found, expected) => typeof found === "boolean" && String(found) === expected,
    allStringEquals: (found, expected) =>
      Array.isArray(found) && found.length > 0 && found.every((item) => item === expected),
    anyStringEquals: (found, expected) =>
      Array.isArray(found) && found.some((item) => item === expected),
  };

type Json = Parameters<typeof search>[0];

/** Converts an output to JSON for expressions. Values that JSON cannot represent become null. */
function jsonOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") {
    return value;
  }
  if (typeof value === "bigint") return Number(value);
  if (isDate(value)) return value.getTime() / 1000;
  if (typeof value !== "object" || value === null || isBytes(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item)]));
}
