/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export { eventErrors } from "../../event-streams/event-errors.js";
export { http2 } from "../../event-streams/http2.js";
export { eventStreams } from "../../event-streams/request-events.js";
