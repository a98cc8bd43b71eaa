import type { Message, MessageHeaders, MessageHeaderValue } from "@smithy/types";
import { Sentinel, nameOf } from "@tinsmith/schema";
import { expected, Mismatch, within } from "../malformed-message.js";
import type { StructureValue } from "../values/structure-value.js";
import { errorMessageOf, faultOf } from "../errors/error-code.js";
import { isRecord, setOwn } from "../values/members.js";
import { textOf } from "../values/bytes.js";
import { integerValue } from "../values/numbers.js";
import { EventStreamException } from "./event-stream-exception.js";
import { eventShapes } from "./event-shape.js";
import type { EventShape } from "./event-shape.js";
import type { EventPayloads, EventStreams } from "./event-streams.js";
import { decodeFrames } from "./frames.js";

/**
 * Reads frames as events. With `initialSchema`, waits for the first frame to find an initial
 * message.
 */
export const readEvents: EventStreams["read"] = async (body, union, payloads, initialSchema) => {
  const shapes = eventShapes(union);
  const messages = decodeFrames(body);
  if (!initialSchema) return { initial: undefined, events: eventsOf(messages, shapes, payloads) };

  const first = await messages.next();
  const type = first.done ? "" : textHeader(first.value, ":event-type");
  if (!first.done && (type === "initial-request" || type === "initial-response")) {
    const initial = payloads.read(initialSchema, first.value.body);
    return {
      initial: isRecord(initial) ? initial : {},
      events: eventsOf(messages, shapes, payloads),
    };
  }
  return {
    initial: undefined,
    events: eventsOf(messages, shapes, payloads, first.done ? undefined : first.value),
  };
};

async function* eventsOf(
  messages: AsyncIterable<Message>,
  shapes: Map<string, EventShape>,
  payloads: EventPayloads,
  first?: Message,
): AsyncGenerator<unknown> {
  if (first) yield readEvent(first, shapes, payloads);
  for await (const message of messages) yield readEvent(message, shapes, payloads);
}

function readEvent(
  message: Message,
  shapes: Map<string, EventShape>,
  payloads: EventPayloads,
): StructureValue {
  switch (textHeader(message, ":message-type")) {
    case "event": {
      const type = textHeader(message, ":event-type");
      if (type === "") throw new Mismatch("The event stream has an event without a type.");
      const shape = shapes.get(type);
      return shape
        ? { [type]: readMembers(message, shape, payloads) }
        : { $unknown: [type, message.body] };
    }
    case "exception":
      throw exceptionOf(message, shapes, payloads);
    case "error":
      throw new EventStreamException({
        code: textHeader(message, ":error-code") || "Unknown",
        message: textHeader(message, ":error-message"),
        data: {},
        fault: "server",
        statusCode: 200,
      });
    default:
      throw new Mismatch("The event stream has a message of an unknown type.");
  }
}

function exceptionOf(
  message: Message,
  shapes: Map<string, EventShape>,
  payloads: EventPayloads,
): EventStreamException {
  const type = textHeader(message, ":exception-type");
  const shape = shapes.get(type);
  const data = shape ? readMembers(message, shape, payloads) : {};
  const code = shape?.error ? nameOf(shape.error) : type;
  return new EventStreamException({
    code,
    schema: shape?.error,
    message: shape ? errorMessageOf(data) : textOf(message.body),
    data,
    fault: faultOf({ code, schema: shape?.error, statusCode: 500 }),
    statusCode: 200,
  });
}

function readMembers(
  { headers, body }: Message,
  { headers: bound, payload }: EventShape,
  payloads: EventPayloads,
): StructureValue {
  const out: StructureValue = {};
  for (const { name, schema } of bound) {
    const header = headerNamed(headers, name);
    if (header === undefined) continue;
    try {
      setOwn(out, name, headerValue(schema, header));
    } catch (error) {
      throw within(error, name);
    }
  }
  if (!payload) return out;
  if (payload.form === "document") {
    const members = body.byteLength === 0 ? undefined : payloads.read(payload.document, body);
    return isRecord(members) ? { ...members, ...out } : out;
  }
  if (payload.form === "blob") setOwn(out, payload.name, body);
  else if (payload.form === "string") setOwn(out, payload.name, textOf(body));
  else if (body.byteLength > 0) setOwn(out, payload.name, payloads.read(payload.reference, body));
  return out;
}

/**
 * Returns a header by name. The library assigns headers to a plain object, so a header named
 * `__proto__` becomes the prototype of that object.
 */
function headerNamed(headers: MessageHeaders, name: string): MessageHeaderValue | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  if (name !== "__proto__") return undefined;
  const assigned: MessageHeaderValue | null = Object.getPrototypeOf(headers);
  return assigned !== null && Object.hasOwn(assigned, "type") ? assigned : undefined;
}

/** Reads the value of a header and verifies that its type matches the member. */
function headerValue(schema: number, { type, value }: MessageHeaderValue): unknown {
  switch (schema) {
    case Sentinel.number:
      if (type === "long") {
        const { bytes } = value;
        return integerValue(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigInt64(0));
      }
      if (type !== "integer" && type !== "short" && type !== "byte")
        throw expected("a number", value);
      return value;
    case Sentinel.boolean:
      if (type !== "boolean") throw expected("a boolean", value);
      return value;
    case Sentinel.blob:
      if (type !== "binary") throw expected("bytes", value);
      return value;
    case Sentinel.string:
      if (type !== "string") throw expected("a string", value);
      return value;
    default:
      if (type !== "timestamp") throw expected("a timestamp", value);
      return value;
  }
}

function textHeader({ headers }: Message, name: string): string {
  const header = headers[name];
  return header?.type === "string" ? header.value : "";
}
