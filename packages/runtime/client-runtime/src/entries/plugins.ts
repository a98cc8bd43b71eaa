/**
 * Middleware as plugins of a client or a client class.
 *
 * @packageDocumentation
 * @public
 */
export type { ClientPlugin, MiddlewarePlugin, PluginOptions } from "../config/client-config.js";
export type { CallArguments, CallHandler, CallResult } from "../middleware/middleware-stack.js";
export { buildRequest } from "../plugins/build-request.js";
export type { BuiltRequest } from "../plugins/build-request.js";
export { handle, handleRequest, handleResponse } from "../plugins/handle.js";
export type { CallMiddleware, HandlerOptions } from "../plugins/handle.js";
export type { HandlerStep } from "../plugins/handler-steps.js";
