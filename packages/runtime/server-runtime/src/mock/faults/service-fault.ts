import * as v from "valibot";
import { checkArgument } from "../../checks/check.js";
import { callable, fullText, text } from "../../checks/expected.js";
import type { Handler } from "../../service/handler.js";
import type { HandlerContext } from "../../service/exchange.js";
import type { Random } from "../../sample/random.js";

/** The context of a service fault. */
export interface ServiceFaultContext extends HandlerContext {
  /** The parameters of the rule. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Random numbers that depend only on the rule's seed. */
  readonly random: Random;
}

/** A fault that only this service can have, such as unprocessed records of a batch. */
export interface ServiceFault {
  readonly operation: string;
  /** The description in `/_mock/openapi.json`. */
  readonly description: string;
  /**
   * Checks the parameters of a rule.
   *
   * @throws TypeError if the parameters are not valid
   */
  readonly check?: ((parameters: Readonly<Record<string, unknown>>) => unknown) | undefined;
  /** Responds instead of the handler. `next` calls the handler. */
  readonly answer: (input: unknown, context: ServiceFaultContext, next: Handler) => unknown;
}

/** Service faults by name. */
export type ServiceFaults = Readonly<Record<string, ServiceFault>>;

/** The requests per second that a service accepts. Further requests are throttled. */
export interface Quotas {
  /** The error of throttled requests, for example `ThrottlingException`. */
  readonly error: string;
  readonly operations: Readonly<
    Record<string, { readonly perSecond: number; readonly burst?: number }>
  >;
}

/**
 * Defines a fault of a service, typed by the input and output of its operation.
 *
 * @param answer - receives the input and the handler behind the fault; `next` never throws
 *   synchronously but returns a promise that rejects
 * @param check - throws a TypeError if the parameters of a rule are not valid
 */
export function defineServiceFault<Input, Output>(
  operation: string,
  description: string,
  answer: (
    input: Input,
    context: ServiceFaultContext,
    next: (input: Input) => Promise<Output>,
  ) => Output | Promise<Output>,
  check?: ServiceFault["check"],
): ServiceFault {
  checkArgument(fullText, operation, "operation of defineServiceFault()");
  checkArgument(text, description, "description of defineServiceFault()");
  checkArgument(callable, answer, "answer of defineServiceFault()");
  checkArgument(v.optional(callable), check, "check of defineServiceFault()");
  // The server calls the function for this operation only, and reads and writes the typed values
  // with its schemas.
  const typed = answer as UntypedAnswer;
  return {
    operation,
    description,
    check,
    answer: (input, context, next) =>
      typed(input, context, async (changed: unknown) => next(changed, context)),
  };
}

type UntypedAnswer = (
  input: unknown,
  context: ServiceFaultContext,
  next: (input: unknown) => Promise<unknown>,
) => unknown;
