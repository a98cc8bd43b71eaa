/**
 * The public entry of a server as the `requestHandler` of a client in the same process.
 *
 * @packageDocumentation
 * @public
 */
export { requestHandlerFor } from "../http/request-handler.js";
export type { InProcessHandler } from "../http/request-handler.js";
export type { AdaptableServer } from "../http/message-body.js";
