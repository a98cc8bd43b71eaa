import type { OperationDescription } from "@tinsmith/protocols";
import type { HandlerContext } from "./exchange.js";

/**
 * Answers an operation: with its output, now or later, or by throwing one of its errors.
 *
 * @param input - read and validated against the model
 */
export type Handler<Input = unknown, Output = unknown> = (
  input: Input,
  context: HandlerContext,
) => Output | Promise<Output>;

/** Answers operations that have no handler. */
export type Fallback = (operation: OperationDescription, ...args: Parameters<Handler>) => unknown;

/** The input that the handler of an operation takes. */
export type InputOf<Handlers, Operation extends keyof Handlers> =
  NonNullable<Handlers[Operation]> extends Handler<infer Input, infer _Output> ? Input : never;

/** The output that the handler of an operation gives. */
export type OutputOf<Handlers, Operation extends keyof Handlers> =
  NonNullable<Handlers[Operation]> extends Handler<infer _Input, infer Output> ? Output : never;
