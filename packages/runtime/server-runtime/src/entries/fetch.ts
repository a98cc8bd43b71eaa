/**
 * The public entry of a server as a function of the Fetch standard.
 *
 * @packageDocumentation
 * @public
 */
export { fetchHandler } from "../http/fetch-handler.js";
export type { FetchHandlerOptions } from "../http/fetch-handler.js";
export type { AdaptableServer } from "../http/message-body.js";
