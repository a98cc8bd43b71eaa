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

/** Where a handler stands, and for which calls. */
export interface HandlerOptions {
  /**
   * The place in the call. Default `build`.
   *
   * - `initialize`: first of all; what it does to the input is what is logged and sent.
   * - `validate`: before anything is made of the input.
   * - `build`: when the request has been written, once for a call.
   * - `sign`: at each attempt; above priority 50 before it is signed, else after.
   * - `send`: at each attempt, last; above priority 50 around the reading of the response, else between it and the wire.
   */
  readonly step?: HandlerStep;
  /** 0 to 99, default 50: within its step, a handler stands before those of a lower priority. */
  readonly priority?: number;
  /** Names of the operations whose calls the handler is for. Default: all. */
  readonly operations?: readonly string[];
}

/** Stands around the rest of a call: given the rest, it makes the handler of the whole. */
export type CallMiddleware = (next: CallHandler, context: HandlerExecutionContext) => CallHandler;

/**
 * A plugin of one handler, which may change what goes in and what comes out, or answer in the place of the rest.
 *
 * @throws TypeError when an option or the middleware is not what it has to be.
 * @throws RangeError where the priority is not between 0 and 99
 */
export function handle(options: HandlerOptions, middleware: CallMiddleware): MiddlewarePlugin {
  checkOptions("handle", options, { step: oneOf(...handlerSteps), operations: anArrayOfStrings });
  checkFunction("The middleware of handle", middleware);
  const { step = "build", priority = 50, operations } = options;
  if (!(priority >= 0 && priority <= 99)) {
    throw new RangeError(`The priority of a handler is between 0 and 99; ${priority} is not.`);
  }
  const layer: CallMiddleware = (next, context) => {
    const operation = String(context[SMITHY_CONTEXT_KEY]?.["operation"]);
    return operations?.includes(operation) === false ? next : middleware(next, context);
  };
  return { applyToStack: (stack) => addToStep(openStack(stack), step, { priority, layer }) };
}

function checkFunction(what: string, value: unknown): void {
  if (!aFunction.fits(value)) throw wrongArgument(`${what} must be a function`, value);
}

/**
 * A plugin that looks at the request of a call, or changes it.
 *
 * @throws TypeError when a call is made and the step is one in which there is no request yet
 */
export function handleRequest(
  options: HandlerOptions,
  see: (request: HttpRequestShape, context: HandlerExecutionContext) => void | Promise<void>,
): MiddlewarePlugin {
  checkFunction("The second argument of handleRequest", see);
  return handle(options, (next, context) => async (args) => {
    if (!HttpRequest.isInstance(args.request)) {
      throw new TypeError(
        `There is no request in the step ${options.step ?? "build"}; there is from \`build\` on.`,
      );
    }
    await see(args.request, context);
    return next(args);
  });
}

/** A plugin that looks at what came of a call that succeeded, or changes it. */
export function handleResponse(
  options: HandlerOptions,
  see: (output: MetadataBearer, context: HandlerExecutionContext) => void | Promise<void>,
): MiddlewarePlugin {
  checkFunction("The second argument of handleResponse", see);
  return handle(options, (next, context) => async (args) => {
    const result = await next(args);
    await see(result.output, context);
    return result;
  });
}
