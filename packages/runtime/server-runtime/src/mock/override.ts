import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { callable, numberFrom, object, text } from "../checks/expected.js";
import { contains } from "./matching/contains.js";
import { ServiceError } from "../service/service-error.js";
import type { HandlerContext } from "../service/exchange.js";
import type { Handler } from "../service/handler.js";

/**
 * An override of one operation at run time. One-shot responses are used first, in the order in
 * which they were added. Then the last permanent response is used, and without one, the handler
 * behind the override.
 */
export interface Override<Input, Output> {
  /** The id of the override in the control API. */
  readonly id: string;
  /** Responds with the output of another handler. */
  handles(handler: Handler<Input, Output>): Override<Input, Output>;
  /** Responds to every request with the output. */
  responds(output: Output): Override<Input, Output>;
  /** Responds to the next request with the output. */
  respondsOnce(output: Output): Override<Input, Output>;
  /** Throws for every request: an error, or a modeled error by its name. */
  throws(error: Error | string, message?: string): Override<Input, Output>;
  /** Throws for the next request. */
  throwsOnce(error: Error | string, message?: string): Override<Input, Output>;
  /** Waits this many milliseconds before each response. */
  delays(milliseconds: number): Override<Input, Output>;
  /** Removes the override. */
  restore(): void;
}

/** An override as the server applies it. */
export interface OverrideRule {
  readonly id: string;
  readonly operation: string;
  matches(input: unknown): boolean;
  /** Returns the step for the next request, and consumes a one-shot response. */
  next(): OverrideStep;
  describe(): OverrideDescription;
  /** Remembers the remaining responses and returns a function that restores them. */
  checkpoint(): () => void;
}

export interface OverrideStep {
  readonly delay: number;
  readonly handler: Handler | undefined;
}

/** The description of an override in the control API and the inspector. */
export interface OverrideDescription {
  readonly id: string;
  readonly operation: string;
  /** Present if the override applies only to requests whose input contains this value. */
  readonly input?: unknown;
  /** The responses to the next requests, in order: `throws ThrottlingException`. */
  readonly once: readonly string[];
  readonly lasting?: string;
  readonly delayMs: number;
}

interface OverrideResponse {
  readonly does: string;
  readonly handler: Handler;
}

interface OverrideSetup {
  readonly id: string;
  readonly operation: string;
  /** The override applies only to requests whose input contains this value. */
  readonly partialInput: unknown;
  /** Throws if the operation cannot respond with the output. */
  checkOutput(output: unknown): void;
  remove(rule: OverrideRule): void;
}

/** Creates an override and the rule that the server applies. */
export function createOverride<Input, Output>({
  id,
  operation,
  partialInput,
  checkOutput,
  remove,
}: OverrideSetup): { readonly override: Override<Input, Output>; readonly rule: OverrideRule } {
  let once: readonly OverrideResponse[] = [];
  let lasting: OverrideResponse | undefined;
  let delay = 0;
  const rule: OverrideRule = {
    id,
    operation,
    matches: (input) => partialInput === undefined || contains(input, partialInput),
    next: () => {
      const [first, ...rest] = once;
      once = rest;
      return { delay, handler: (first ?? lasting)?.handler };
    },
    describe: () => ({
      id,
      operation,
      ...(partialInput === undefined ? {} : { input: partialInput }),
      once: once.map(({ does }) => does),
      ...(lasting ? { lasting: lasting.does } : {}),
      delayMs: delay,
    }),
    checkpoint: () => {
      const before = { once, lasting, delay };
      return () => {
        ({ once, lasting, delay } = before);
      };
    },
  };
  const add = (does: string, handler: Handler, isOnce: boolean): Override<Input, Output> => {
    if (isOnce) once = [...once, { does, handler }];
    else lasting = { does, handler };
    return override;
  };
  const responding = (output: Output, isOnce: boolean) => {
    checkArgument(object, output, `output of ${isOnce ? "respondsOnce" : "responds"}()`);
    checkOutput(output);
    return add("responds", () => output, isOnce);
  };
  const throwing = (error: Error | string, message: string | undefined, isOnce: boolean) => {
    const call = isOnce ? "throwsOnce()" : "throws()";
    checkArgument(thrown, error, `error of ${call}`);
    checkArgument(v.optional(text), message, `message of ${call}`);
    const name = typeof error === "string" ? error : error.name;
    return add(`throws ${name}`, thrower(error, message), isOnce);
  };
  const override: Override<Input, Output> = {
    id,
    handles: (handler) => {
      checkArgument(callable, handler, "handler of handles()");
      // The server passes only inputs of this operation. The handler is typed for them.
      return add("handles", handler as Handler, false);
    },
    responds: (output) => responding(output, false),
    respondsOnce: (output) => responding(output, true),
    throws: (error, message) => throwing(error, message, false),
    throwsOnce: (error, message) => throwing(error, message, true),
    delays: (milliseconds) => {
      checkArgument(numberFrom(0, 600_000), milliseconds, "milliseconds of delays()");
      delay = milliseconds;
      return override;
    },
    restore: () => remove(rule),
  };
  return { override, rule };
}

// The check is by shape, not by class: errors may come from another realm of a test framework.
const thrown = v.custom<Error | string>(
  (error) =>
    (typeof error === "string" && error !== "") ||
    (typeof error === "object" &&
      error !== null &&
      "name" in error &&
      typeof error.name === "string"),
  "Expected an Error, or the name of an error.",
);

const thrower =
  (error: Error | string, message: string | undefined): Handler =>
  (_input: unknown, context: HandlerContext) => {
    if (typeof error !== "string") throw error;
    throw new ServiceError({
      name: error,
      $fault: "client",
      message: message ?? `${error} of ${context.operation}, simulated by the mock server.`,
    });
  };
