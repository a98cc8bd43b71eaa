export { type InProcessHandler, requestHandlerFor } from "./adapters/request-handler.js";
export type { Answering } from "./adapters/message-body.js";
