import { isAsyncIterable } from "@tinsmith/values";
import type { ProtocolOptions } from "../protocol.js";
import type { BodyCodec, BodyReaders } from "../codec/body-codec.js";
import type { EventPayloads, EventStreams } from "./event-streams.js";

/** The media type of a stream of framed events. */
export const eventStreamType = "application/vnd.amazon.eventstream";

/** Returns the implementation of event streams from the options. */
export function eventStreamsOf({ eventStreams }: ProtocolOptions): EventStreams {
  if (eventStreams) return eventStreams;
  throw new TypeError(
    "The operation has an event stream: pass `eventStreams` from @tinsmith/protocols/event-streams to the protocol.",
  );
}

/** Creates the functions for payloads of events in a protocol's document format. */
export const payloadsOf = (
  codec: BodyCodec,
  contentType: string,
  reader: BodyReaders = codec.reader,
): EventPayloads => ({
  contentType,
  write: (schema, value) => codec.writer(schema)(value),
  read: (schema, body) => reader(schema)(body),
});

/** Returns the events of a member that is an event stream. */
export function eventsOf(value: unknown): AsyncIterable<unknown> {
  if (isAsyncIterable(value)) return value;
  throw new TypeError("Expected an async iterable of events.");
}
