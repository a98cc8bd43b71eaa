import { cbor } from "@smithy/core/cbor";
import { EventStreamCodec } from "@smithy/core/event-streams";
import type { MessageHeaders } from "@smithy/types";
import type { RecordedBody, RecordedEvent } from "@tinsmith/service";
import { notationOf } from "./cbor-notation.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes)),
  (text) => new TextEncoder().encode(text),
);

/**
 * Returns a body in the form that a recording stores: as text, or as bytes with an additional
 * readable form.
 */
export function recordedBody(bytes: Uint8Array, contentType = ""): RecordedBody {
  if (bytes.byteLength > 0 && /^application\/vnd\.amazon\.eventstream\b/i.test(contentType)) {
    return { kind: "events", base64: base64Of(bytes), events: framesOf(bytes).map(recordedEvent) };
  }
  return plainBody(bytes, contentType);
}

function plainBody(bytes: Uint8Array, contentType: string): RecordedEvent["payload"] {
  if (bytes.byteLength > 0 && /^application\/(?:[\w.-]+\+)?cbor\b/i.test(contentType)) {
    return { kind: "cbor", base64: base64Of(bytes), notation: notationOf(cbor.deserialize(bytes)) };
  }
  const text = textOf(bytes);
  return text === undefined ? { kind: "bytes", base64: base64Of(bytes) } : { kind: "text", text };
}

/** Returns the text of bytes; `undefined` if they are not UTF-8 or contain control characters. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    // oxlint-disable-next-line no-control-regex -- these characters cannot be shown
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Splits an event stream by the lengths of its frames. */
function framesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < bytes.byteLength;) {
    const end = start + view.getUint32(start);
    frames.push(bytes.subarray(start, end));
    start = end;
  }
  return frames;
}

function recordedEvent(frame: Uint8Array): RecordedEvent {
  const { headers, body } = codec.decode(frame);
  const list = Object.entries(headers).map(([name, header]) => [name, headerText(header)] as const);
  // The payload of a signed frame is the frame of an event.
  if (headers[":chunk-signature"] !== undefined && body.byteLength > 0) {
    const inner = recordedEvent(body);
    return { headers: [...list, ...inner.headers], payload: inner.payload };
  }
  const type = headers[":content-type"]?.value;
  return { headers: list, payload: plainBody(body, typeof type === "string" ? type : "") };
}

function headerText({ type, value }: MessageHeaders[string]): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return base64Of(value);
  return type === "long" ? String(value.valueOf()) : String(value);
}

const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
