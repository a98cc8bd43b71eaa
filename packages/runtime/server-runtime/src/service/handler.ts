import type { OperationDescription } from "@tinsmith/protocols";
import type { HandlerContext } from "./exchange.js";

/**
 * Implements an operation: returns its output or a promise of its output, or throws one of its
 * errors.
 *
 * @param input - the input, which was read and validated against the model
 */
export type Handler<Input = unknown, Output = unknown> = (
  input: Input,
  context: HandlerContext,
) => Output | Promise<Output>;

/** Responds to operations without a handler. */
export type Fallback = (operation: OperationDescription, ...args: Parameters<Handler>) => unknown;

/** The type of the input of an operation's handler. */
export type InputOf<Handlers, Operation extends keyof Handlers> =
  NonNullable<Handlers[Operation]> extends Handler<infer Input, infer _Output> ? Input : never;

/** The type of the output of an operation's handler. */
export type OutputOf<Handlers, Operation extends keyof Handlers> =
  NonNullable<Handlers[Operation]> extends Handler<infer _Input, infer Output> ? Output : never;
