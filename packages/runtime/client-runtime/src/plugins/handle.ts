import { HttpRequest } from "@smithy/core/transport";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  HandlerExecutionContext,
  HttpRequest as HttpRequestShape,
  MetadataBearer,
} from "@smithy/types";
import type { CallHandler } from "../middleware/middleware-stack.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { aFunction, anArrayOfStrings, checkOptions, oneOf } from "../errors/option-kinds.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { addToStep, handlerSteps } from "./handler-steps.js";
import type { HandlerStep } from "./handler-steps.js";
import { openStack } from "./open-stack.js";

/** The position of a handler, and the calls that it applies to. */
export interface HandlerOptions {
  /**
   * The step of the call. Default `build`.
   *
   * - `initialize`: first; changes to the input are logged and sent.
   * - `validate`: before the input is processed.
   * - `build`: once per call, after the request has been serialized.
   * - `sign`: at each attempt; above priority 50 before signing, otherwise after.
   * - `send`: last, at each attempt; above priority 50 around reading the response, otherwise directly
   *   before the request is sent.
   */
  readonly step?: HandlerStep;
  /**
   * The priority within the step, from 0 to 99, default 50. Handlers with a higher priority run
   * first.
   */
  readonly priority?: number;
  /** Names of the operations that the handler applies to. Default: all. */
  readonly operations?: readonly string[];
}

/** Wraps the rest of a call: receives the next handler and returns a handler. */
export type CallMiddleware = (next: CallHandler, context: HandlerExecutionContext) => CallHandler;

/**
 * Creates a plugin from a middleware that may change the input and the output of a call, or return
 * an output without calling the next handler.
 *
 * @throws TypeError if an option or the middleware has the wrong type
 * @throws RangeError if the priority is not from 0 to 99
 */
export function handle(options: HandlerOptions, middleware: CallMiddleware): MiddlewarePlugin {
  checkOptions("handle", options, { step: oneOf(...handlerSteps), operations: anArrayOfStrings });
  checkFunction("The middleware of handle", middleware);
  const { step = "build", priority = 50, operations } = options;
  if (!(priority >= 0 && priority <= 99)) {
    throw new RangeError(`The priority of a handler must be from 0 to 99. Received ${priority}.`);
  }
  const layer: CallMiddleware = (next, context) => {
    const operation = String(context[SMITHY_CONTEXT_KEY]?.["operation"]);
    return operations?.includes(operation) === false ? next : middleware(next, context);
  };
  return { applyToStack: (stack) => addToStep(openStack(stack), step, { priority, layer }) };
}

function checkFunction(name: string, value: unknown): void {
  if (!aFunction.matches(value)) throw wrongArgument(`${name} must be a function`, value);
}

/**
 * Creates a plugin that reads or changes the request of a call.
 *
 * @throws TypeError, when a call is made, if the step is before the request exists
 */
export function handleRequest(
  options: HandlerOptions,
  callback: (request: HttpRequestShape, context: HandlerExecutionContext) => void | Promise<void>,
): MiddlewarePlugin {
  checkFunction("The second argument of handleRequest", callback);
  return handle(options, (next, context) => async (args) => {
    if (!HttpRequest.isInstance(args.request)) {
      throw new TypeError(
        `The step "${options.step ?? "build"}" has no request yet. Use \`build\` or a later step.`,
      );
    }
    await callback(args.request, context);
    return next(args);
  });
}

/** Creates a plugin that reads or changes the output of a successful call. */
export function handleResponse(
  options: HandlerOptions,
  callback: (output: MetadataBearer, context: HandlerExecutionContext) => void | Promise<void>,
): MiddlewarePlugin {
  checkFunction("The second argument of handleResponse", callback);
  return handle(options, (next, context) => async (args) => {
    const result = await next(args);
    await callback(result.output, context);
    return result;
  });
}
