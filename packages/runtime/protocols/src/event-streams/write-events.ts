import { Int64 } from "@smithy/core/event-streams";
import type { Message, MessageHeaders, MessageHeaderValue } from "@smithy/types";
import { Sentinel, nameOf } from "@tinsmith/schema";
import { isDate } from "@tinsmith/values";
import { chosenMember, isRecord, memberValue, setOwn } from "../values/members.js";
import { bytesOf } from "../values/bytes.js";
import { eventShapes } from "./event-shape.js";
import type { EventPayload, EventShape } from "./event-shape.js";
import type { EventPayloads, EventStreams } from "./event-streams.js";
import { encodeFrame } from "./frames.js";

const text = (value: string): MessageHeaderValue => ({ type: "string", value });

/** Writes events as frames, beginning with the initial message. */
export const writeEvents: EventStreams["write"] = (events, union, payloads, initial) => {
  const shapes = eventShapes(union);

  const write = (event: unknown): Uint8Array => {
    const chosen = isRecord(event) ? chosenMember(event) : undefined;
    const shape = chosen && shapes.get(chosen[0]);
    const value = chosen?.[1];
    if (!shape || !isRecord(value)) {
      throw new TypeError(
        `Expected an event: an object with one of ${[...shapes.keys()].join(", ")}.`,
      );
    }
    const headers: MessageHeaders = {
      ":message-type": text(shape.error ? "exception" : "event"),
      [shape.error ? ":exception-type" : ":event-type"]: text(shape.type),
    };
    for (const { name, schema, type } of shape.headers) {
      const item = memberValue(value, name);
      if (item !== undefined && item !== null) setOwn(headers, name, headerOf(schema, type, item));
    }
    const { body, contentType } = bodyOf(shape.payload, value, payloads);
    if (contentType !== undefined) headers[":content-type"] = text(contentType);
    return encodeFrame({ headers, body });
  };

  return {
    async *[Symbol.asyncIterator]() {
      if (initial) {
        const headers = {
          ":message-type": text("event"),
          ":event-type": text(initial.type),
          ":content-type": text(payloads.contentType),
        };
        yield encodeFrame({
          headers,
          body: bytesOf(payloads.write(initial.schema, initial.value)),
        });
      }
      try {
        for await (const event of events) yield write(event);
      } catch (thrown) {
        const last = exceptionOf(thrown, shapes);
        if (!last) throw thrown;
        yield write(last);
      }
    },
  };
};

/**
 * Finds the event of a thrown error that the stream declares. This event is the last of the stream.
 */
function exceptionOf(
  thrown: unknown,
  shapes: ReadonlyMap<string, EventShape>,
): Record<string, unknown> | undefined {
  if (!isRecord(thrown)) return undefined;
  for (const { error, type } of shapes.values()) {
    if (error && nameOf(error) === thrown["name"]) return { [type]: thrown };
  }
  return undefined;
}

function bodyOf(
  payload: EventPayload | undefined,
  value: Record<string, unknown>,
  payloads: EventPayloads,
): { body: Message["body"]; contentType?: string } {
  const nothing = { body: new Uint8Array() };
  if (!payload) return nothing;
  const { contentType } = payloads;
  if (payload.form === "document") {
    return { body: bytesOf(payloads.write(payload.document, value)), contentType };
  }
  const item = memberValue(value, payload.name);
  if (item === undefined || item === null) return nothing;
  if (payload.form === "structured") {
    return { body: bytesOf(payloads.write(payload.reference, item)), contentType };
  }
  return {
    body: bytesOf(item),
    contentType: payload.form === "blob" ? "application/octet-stream" : "text/plain",
  };
}

function headerOf(schema: number, type: string | undefined, value: unknown): MessageHeaderValue {
  switch (schema) {
    case Sentinel.boolean:
      return { type: "boolean", value: value === true };
    case Sentinel.number:
      return numberHeader(type, value);
    case Sentinel.blob:
      return { type: "binary", value: bytesOf(value) };
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds:
      if (!isDate(value)) throw new TypeError("Expected a valid Date for a timestamp.");
      return { type: "timestamp", value };
    default:
      return text(String(value));
  }
}

/**
 * Writes a number. Not all schemas state a numeric type; without it, small numbers become integers.
 */
function numberHeader(type: string | undefined, value: unknown): MessageHeaderValue {
  const isSmall = typeof value === "number" && value >= -(2 ** 31) && value < 2 ** 31;
  if (!isSmall || type === "long") return { type: "long", value: int64Of(BigInt(String(value))) };
  return { type: type === "byte" || type === "short" ? type : "integer", value };
}

function int64Of(value: bigint): Int64 {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value);
  return new Int64(bytes);
}
