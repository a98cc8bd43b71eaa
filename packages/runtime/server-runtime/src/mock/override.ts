import { contains } from "./matching/contains.js";
import { ServiceError } from "../service/service-error.js";
import type { HandlerContext } from "../service/exchange.js";
import type { Handler } from "../service/handler.js";

/**
 * Orders for one operation, given while the server runs. One-shots are used up in the order in
 * which they were given; then the last lasting order counts; then the handler behind it.
 */
export interface Override<Input, Output> {
  /** Names these orders over HTTP. */
  readonly id: string;
  /** Puts another handler in place. */
  handles(handler: Handler<Input, Output>): Override<Input, Output>;
  /** Answers the output from now on. */
  responds(output: Output): Override<Input, Output>;
  /** Answers the output to the next request. */
  respondsOnce(output: Output): Override<Input, Output>;
  /** Throws from now on: an error, or the name of one of the model's. */
  throws(error: Error | string, message?: string): Override<Input, Output>;
  /** Throws at the next request. */
  throwsOnce(error: Error | string, message?: string): Override<Input, Output>;
  /** Waits this many milliseconds before each answer. */
  delays(milliseconds: number): Override<Input, Output>;
  /** Takes these orders back. */
  restore(): void;
}

/** The orders of one `on(...)`, as the server asks them. */
export interface OverrideRule {
  readonly id: string;
  readonly operation: string;
  matches(input: unknown): boolean;
  /** What to do with the next request; taking a one-shot uses it up. */
  next(): OverrideStep;
  describe(): OverrideDescription;
  /** Remembers the orders; the answer brings them back. */
  checkpoint(): () => void;
}

export interface OverrideStep {
  readonly delay: number;
  readonly handler: Handler | undefined;
}

/** Orders in words, for people and programs that look at them. */
export interface OverrideDescription {
  readonly id: string;
  readonly operation: string;
  /** Only requests whose input has all of this are meant. */
  readonly input?: unknown;
  /** What the next requests get, one after the other: `throws ThrottlingException`. */
  readonly once: readonly string[];
  readonly lasting?: string;
  readonly delayMs: number;
}

interface Order {
  readonly does: string;
  readonly handler: Handler;
}

/**
 * Makes an override and the rule that is kept for it.
 *
 * @param partialInput - only requests whose input has all of this are meant
 * @param isTyped - says that what the server passes is what the typed handler takes
 */
export const createOverride = <Input, Output>(
  id: string,
  operation: string,
  partialInput: unknown,
  isTyped: (handler: unknown) => handler is Handler,
  remove: (rule: OverrideRule) => void,
): { readonly override: Override<Input, Output>; readonly rule: OverrideRule } => {
  let once: readonly Order[] = [];
  let lasting: Order | undefined;
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
  const order = (does: string, handler: unknown, isOnce: boolean): Override<Input, Output> => {
    if (!isTyped(handler)) return override;
    if (isOnce) once = [...once, { does, handler }];
    else lasting = { does, handler };
    return override;
  };
  const throwing = (error: Error | string, message: string | undefined, isOnce: boolean) =>
    order(
      `throws ${typeof error === "string" ? error : error.name}`,
      thrower(error, message),
      isOnce,
    );
  const override: Override<Input, Output> = {
    id,
    handles: (handler) => order("handles", handler, false),
    responds: (output) => order("responds", () => output, false),
    respondsOnce: (output) => order("responds", () => output, true),
    throws: (error, message) => throwing(error, message, false),
    throwsOnce: (error, message) => throwing(error, message, true),
    delays: (milliseconds) => {
      delay = milliseconds;
      return override;
    },
    restore: () => remove(rule),
  };
  return { override, rule };
};

const thrower =
  (error: Error | string, message: string | undefined): Handler =>
  (_input: unknown, context: HandlerContext) => {
    if (typeof error !== "string") throw error;
    throw new ServiceError({
      name: error,
      $fault: "client",
      message: message ?? `${error} of ${context.operation}, as this server was told.`,
    });
  };
