import { canonical } from "./validation/canonical.js";
import type { HandlerContext } from "./exchange.js";
import type { Handler } from "./handler.js";
import { ServiceError } from "./errors/service-error.js";

/**
 * Orders for one operation, given while the server runs. One-shots are used up in the order in
 * which they were given; then the last lasting order counts; then the handler behind it.
 */
export interface Override<Input, Output> {
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
  readonly operation: string;
  matches(input: unknown): boolean;
  /** What to do with the next request; taking a one-shot uses it up. */
  next(): OverrideStep;
}

export interface OverrideStep {
  readonly delay: number;
  readonly handler: Handler | undefined;
}

/**
 * Makes an override and the rule that the server keeps for it.
 *
 * @param partialInput - only requests whose input has all of this are meant
 * @param isTyped - says that what the server passes is what the typed handler takes
 */
export const createOverride = <Input, Output>(
  operation: string,
  partialInput: unknown,
  isTyped: (handler: unknown) => handler is Handler,
  remove: (rule: OverrideRule) => void,
): { readonly override: Override<Input, Output>; readonly rule: OverrideRule } => {
  const once: Handler[] = [];
  let lasting: Handler | undefined;
  let delay = 0;
  const rule: OverrideRule = {
    operation,
    matches: (input) => partialInput === undefined || contains(input, partialInput),
    next: () => ({ delay, handler: once.shift() ?? lasting }),
  };
  const lastingly = (handler: unknown): Override<Input, Output> => {
    if (isTyped(handler)) lasting = handler;
    return override;
  };
  const override: Override<Input, Output> = {
    handles: (handler) => lastingly(handler),
    responds: (output) => lastingly(() => output),
    throws: (error, message) => lastingly(thrower(error, message)),
    respondsOnce: (output) => {
      once.push(() => output);
      return override;
    },
    throwsOnce: (error, message) => {
      once.push(thrower(error, message));
      return override;
    },
    delays: (milliseconds) => {
      delay = milliseconds;
      return override;
    },
    restore: () => remove(rule),
  };
  return { override, rule };
};

/** Whether a value has all of a partial one; lists have to agree in length. */
export const contains = (value: unknown, partial: unknown): boolean => {
  if (!isPlain(partial)) {
    if (Array.isArray(partial) && Array.isArray(value)) {
      return (
        partial.length === value.length &&
        partial.every((item, index) => contains(value[index], item))
      );
    }
    return canonical(value) === canonical(partial);
  }
  if (!isPlain(value)) return false;
  return Object.entries(partial).every(([name, member]) => contains(value[name], member));
};

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);

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
