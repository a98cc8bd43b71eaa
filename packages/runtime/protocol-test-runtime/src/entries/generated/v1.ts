/**
 * The entry for generated protocol tests only. Users commit generated tests, so a breaking change
 * requires a new version of this entry.
 *
 * @packageDocumentation
 * @internal
 */
export { clientReads, clientThrows } from "../../client/client-reads.js";
export type { ExpectedError } from "../../client/client-reads.js";
export { clientStreams } from "../../client/client-streams.js";
export type { ClientStreams } from "../../client/client-streams.js";
export { clientSends } from "../../client/client-sends.js";
export { requestOf } from "../../client/request-of.js";
export type { EndpointTestConfig } from "../../client/request-of.js";
export type { ClientCall, ClientTestConfig } from "../../client/client-config.js";
export type { EventCase, EventHeaderCase, EventStreamCase } from "../../cases/event-cases.js";
export { eventsOf } from "../../cases/events-of.js";
export type {
  MessageCase,
  RefusalCase,
  RequestCase,
  ResponseCase,
} from "../../cases/message-cases.js";
export { serverReads } from "../../server/server-reads.js";
export type { InputHandler } from "../../server/server-reads.js";
export { serverRefuses } from "../../server/server-refuses.js";
export type { ServerUnderTest } from "../../server/server-under-test.js";
export { serverStreams } from "../../server/server-streams.js";
export type { ServerStreams, StreamHandler } from "../../server/server-streams.js";
export { serverWrites } from "../../server/server-writes.js";
export type { OperationCall } from "../../server/operation-call.js";
export { bigDecimal, bytes, stream, untyped } from "../../cases/case-values.js";
