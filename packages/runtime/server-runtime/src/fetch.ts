export { fetchHandler, type FetchHandlerOptions } from "./adapters/fetch-handler.js";
export type { Answering } from "./adapters/message-body.js";
