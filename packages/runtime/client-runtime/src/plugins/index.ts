export { buildRequest } from "./build-request.js";
export type { BuiltRequest } from "./build-request.js";
export { optionCheck } from "./check-options.js";
export type { OptionGroup } from "./check-options.js";
export type { ClientPlugin, MiddlewarePlugin, PluginOptions } from "./client-plugin.js";
export { handle, handleRequest, handleResponse } from "./handle.js";
export type { CallMiddleware, HandlerOptions } from "./handle.js";
export type { HandlerStep } from "./handler-steps.js";
export type { CallArguments, CallHandler, CallResult } from "../middleware-stack.js";
