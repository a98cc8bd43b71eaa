import { eventStreamType } from "../event-streams/stream-support.js";
import { bodyFormOf, bodyReader, bodyWriter } from "./body-bindings.js";
import { headersReader } from "./read-headers.js";
import type { HeaderParts, PayloadParts } from "./rest-parts.js";
import { headersWriter } from "./write-bindings.js";

/** Members in headers (`@httpHeader`, `@httpPrefixHeaders`). */
export const httpHeaders: HeaderParts = { writer: headersWriter, reader: headersReader };

/** Members that are the whole body (`@httpPayload`), streams and events. */
export const httpPayloads: PayloadParts = {
  writer: bodyWriter,
  reader: bodyReader,
  accept: (response, style) =>
    bodyFormOf(response, style) === "events" ? eventStreamType : undefined,
};

/** Members in the query (`@httpQuery`, `@httpQueryParams`). */
export { queryWriter as httpQueries } from "./write-bindings.js";
