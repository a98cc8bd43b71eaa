export {
  createServer,
  type DeepPartial,
  type Fallback,
  Server,
  type ServerOptions,
  type ServiceDescription,
} from "./server.js";
export type { Handler, InputOf, OutputOf } from "./handler.js";
export type { Exchange, HandlerContext, ServerHooks } from "./exchange.js";
export type { Override } from "./override.js";
export type { Credential } from "./credential.js";
export {
  ServiceError,
  type ServiceErrorData,
  type ServiceErrorDetails,
} from "./errors/service-error.js";
export type { ListenOptions } from "./node/listen.js";
export { ListenError } from "./node/listen-error.js";
export { type Clock, type ControllableClock, createClock, type Duration } from "./clock/clock.js";
export type { Bounds, Constraints, MemberConstraints } from "./validation/constraints.js";
export { compileValidator, type Validator } from "./validation/compile-validator.js";
export type { ValidationProblem } from "./validation/messages.js";
