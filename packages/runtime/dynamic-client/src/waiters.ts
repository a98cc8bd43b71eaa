import { search } from "@jmespath-community/jmespath";
import { waitFor, waitUntil } from "@tinsmith/client-runtime/generated/v1/waiters";
import type {
  WaiterConfiguration,
  WaiterDefinition,
  WaiterResult,
} from "@tinsmith/client-runtime/generated/v1/waiters";
import type { Acceptor } from "@tinsmith/client-runtime/internal";
import type { Model, NodeValue, OperationShape, ServiceShape } from "@tinsmith/smithy";
import { entriesOf, nameOf, numberOf, propertyOf, stringOf } from "./node-values.js";

/** Waits for what a waiter of the model is about. */
export interface DynamicWaiter<Client, Output> {
  /** Gives the result, however it ends. */
  waitFor(
    config: WaiterConfiguration<Client>,
    input?: object,
  ): Promise<WaiterResult<Output | Error>>;
  /** @throws Error unless it ends well */
  waitUntil(
    config: WaiterConfiguration<Client>,
    input?: object,
  ): Promise<WaiterResult<Output | Error>>;
}

/**
 * The waiters of an operation, by name.
 * Smithy: https://smithy.io/2.0/additional-specs/waiters.html
 */
export const waitersOf = <Client, Output>(
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
  call: (client: Client, input: object) => Promise<Output>,
): readonly (readonly [name: string, waiter: DynamicWaiter<Client, Output>])[] =>
  entriesOf(operation.traits.get("smithy.waiters#waitable")).map(([name, waiter]) => {
    const acceptors = propertyOf(waiter, "acceptors");
    const definition: WaiterDefinition<Client, object, Output> = {
      minDelay: numberOf(propertyOf(waiter, "minDelay")) ?? 2,
      maxDelay: numberOf(propertyOf(waiter, "maxDelay")) ?? 120,
      call,
      acceptors: Array.isArray(acceptors)
        ? acceptors.flatMap((acceptor) => acceptorOf(model, service, operation, acceptor))
        : [],
    };
    return [
      name,
      {
        waitFor: (config, input = {}) => waitFor(definition, config, input),
        waitUntil: (config, input = {}) => waitUntil(definition, config, input),
      },
    ];
  });

const states: Readonly<Record<string, Acceptor<object, unknown>["state"]>> = {
  success: "SUCCESS",
  failure: "FAILURE",
  retry: "RETRY",
};

const acceptorOf = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
  acceptor: NodeValue,
): readonly Acceptor<object, unknown>[] => {
  const state = states[stringOf(propertyOf(acceptor, "state")) ?? ""];
  const matcher = propertyOf(acceptor, "matcher");
  if (state === undefined) return [];
  const success = propertyOf(matcher, "success");
  if (typeof success === "boolean") return [{ state, success }];
  const errorType = stringOf(propertyOf(matcher, "errorType"));
  if (errorType !== undefined) {
    return [{ state, errorType: errorName(model, service, operation, nameOf(errorType)) }];
  }
  const output = propertyOf(matcher, "output");
  if (output !== undefined) {
    const matches = pathMatcher(output);
    return [{ state, matches: (given) => matches(given) }];
  }
  const matches = pathMatcher(propertyOf(matcher, "inputOutput"));
  return [{ state, matches: (given, input) => matches({ input, output: given }) }];
};

/** The name that clients know an error by; waiters may call it what awsQuery does. */
const errorName = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
  errorType: string,
): string => {
  const errors = [...operation.errors, ...service.errors];
  const found = errors.find((id) => {
    const trait = model.getShape(id)?.traits.get("aws.protocols#awsQueryError");
    return propertyOf(trait, "code") === errorType;
  });
  return found === undefined ? errorType : (service.rename.get(found) ?? nameOf(found));
};

const pathMatcher = (matcher: NodeValue | undefined): ((data: unknown) => boolean) => {
  const path = stringOf(propertyOf(matcher, "path")) ?? "";
  const expected = stringOf(propertyOf(matcher, "expected")) ?? "";
  const compare = comparators[stringOf(propertyOf(matcher, "comparator")) ?? ""];
  return (data) => compare?.(search(jsonOf(data), path), expected) ?? false;
};

const comparators: Readonly<Record<string, (found: unknown, expected: string) => boolean>> = {
  stringEquals: (found, expected) => found === expected,
  booleanEquals: (found, expected) => typeof found === "boolean" && String(found) === expected,
  allStringEquals: (found, expected) =>
    Array.isArray(found) && found.length > 0 && found.every((item) => item === expected),
  anyStringEquals: (found, expected) =>
    Array.isArray(found) && found.some((item) => item === expected),
};

type Json = Parameters<typeof search>[0];

/** An output as expressions see it: as JSON. What JSON does not have, they have no words for. */
const jsonOf = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") {
    return value;
  }
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.getTime() / 1000;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return null;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item)]));
};
