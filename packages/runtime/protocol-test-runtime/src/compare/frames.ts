import { EventStreamCodec, Int64 } from "@smithy/core/event-streams";
import type { Message, MessageHeaderValue } from "@smithy/types";
import { bodyBytes } from "./bodies.js";
import type { EventCase, EventHeaderCase } from "../cases/event-cases.js";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(typeof bytes === "string" ? Buffer.from(bytes) : bytes).toString(),
  (text) => Uint8Array.from(Buffer.from(text)),
);

/** Returns the events of a case as bytes on the wire. */
export const framesOf = (events: readonly EventCase[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(events.map(frameOf)));

const frameOf = ({ bytes, headers = {}, body = "", bodyMediaType = "" }: EventCase): Uint8Array =>
  bytes === undefined
    ? codec.encode({
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, headerOf(value)]),
        ),
        body: bodyBytes(body, bodyMediaType),
      })
    : Uint8Array.from(Buffer.from(bytes, "base64"));

/** Returns a header of a case in the form that messages have. */
export function headerOf(header: EventHeaderCase): MessageHeaderValue {
  if ("boolean" in header) return { type: "boolean", value: header.boolean };
  if ("byte" in header) return { type: "byte", value: header.byte };
  if ("short" in header) return { type: "short", value: header.short };
  if ("integer" in header) return { type: "integer", value: header.integer };
  if ("long" in header) return { type: "long", value: Int64.fromNumber(header.long) };
  if ("blob" in header)
    return { type: "binary", value: Uint8Array.from(Buffer.from(header.blob, "base64")) };
  if ("string" in header) return { type: "string", value: header.string };
  const { timestamp } = header;
  const value = new Date(typeof timestamp === "number" ? timestamp * 1000 : timestamp);
  return { type: "timestamp", value };
}

/**
 * Returns the messages of a stream. If a client signed them, each message is inside a signed
 * message, and the last signed message is empty. The signed messages are removed.
 *
 * @throws Error if the bytes are not messages
 */
export function messagesOf(bytes: Uint8Array): readonly Message[] {
  const messages: Message[] = [];
  for (let at = 0; at < bytes.byteLength;) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    const message = codec.decode(bytes.slice(at, at + length));
    at += length;
    if (message.headers[":chunk-signature"] === undefined) messages.push(message);
    else if (message.body.byteLength > 0) messages.push(codec.decode(message.body));
  }
  return messages;
}
