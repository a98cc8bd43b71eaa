import * as v from "valibot";
import { checkArgument } from "../../checks/check.js";
import { callable, fullText, text } from "../../checks/expected.js";
import type { Handler } from "../../service/handler.js";
import type { HandlerContext } from "../../service/exchange.js";
import type { Random } from "../../sample/random.js";

/** What a service's own fault is told beside the input. */
export interface ServiceFaultContext extends HandlerContext {
  /** From the rule. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Depends on the rule's seed only. */
  readonly random: Random;
}

/** A fault that only a service can have, such as records of a batch that it leaves unprocessed. */
export interface ServiceFault {
  readonly operation: string;
  /** For people who look for it in `/_mock/openapi.json`. */
  readonly description: string;
  /** Looks at the parameters of a rule. @throws TypeError where they are not what the fault takes */
  readonly check?: ((parameters: Readonly<Record<string, unknown>>) => unknown) | undefined;
  /** Answers in place of the handler, with its help or without. */
  readonly answer: (input: unknown, context: ServiceFaultContext, next: Handler) => unknown;
}

/** By name. */
export type ServiceFaults = Readonly<Record<string, ServiceFault>>;

/** How many requests a second a service takes; more are throttled. */
export interface Quotas {
  /** The error beyond them, for example `ThrottlingException`. */
  readonly error: string;
  readonly operations: Readonly<
    Record<string, { readonly perSecond: number; readonly burst?: number }>
  >;
}

/**
 * Describes a fault of a service with the types of its operation.
 *
 * @param answer - takes the input and the handler behind the fault; `next` never throws where it
 *   stands, its promise is rejected
 * @param check - throws a TypeError where a rule's parameters are not what the fault takes
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
  // The server calls it for this operation alone, whose schemas read and write what it is typed for.
  const typed = answer as Answer;
  return {
    operation,
    description,
    check,
    answer: (input, context, next) =>
      typed(input, context, async (changed: unknown) => next(changed, context)),
  };
}

type Answer = (
  input: unknown,
  context: ServiceFaultContext,
  next: (input: unknown) => Promise<unknown>,
) => unknown;
