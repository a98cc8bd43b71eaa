import { EventStreamCodec } from "@smithy/core/event-streams";
import type { Message } from "@smithy/types";
import { Mismatch } from "../malformed-message.js";
import { bytesOf, textOf } from "../values/bytes.js";

/** A frame's payload is at most 24 MiB, its headers 128 KiB: what says it is longer is not a frame. */
const maxFrame = 24 * 1024 * 1024 + 128 * 1024 + 16;

const codec = /* @__PURE__ */ new EventStreamCodec(textOf, bytesOf);

/** The bytes of a message, with lengths and checksums. */
export const encodeFrame = (message: Message): Uint8Array => codec.encode(message);

/** Messages of a stream of bytes that is cut anywhere. @throws Mismatch where it is no stream of messages */
export async function* decodeFrames(body: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  for await (const frame of frames(body)) {
    let message: Message;
    try {
      message = codec.decode(frame);
    } catch {
      throw new Mismatch("The event stream is damaged: a checksum does not fit.");
    }
    const event = unsigned(message);
    if (event) yield event;
  }
}

/** A signed event is a message around the event's own; the last one is around nothing. */
function unsigned(message: Message): Message | undefined {
  if (message.headers[":chunk-signature"] === undefined) return message;
  if (message.body.byteLength === 0) return undefined;
  try {
    return codec.decode(message.body);
  } catch {
    throw new Mismatch("The event stream is damaged: a signed message holds no other.");
  }
}

async function* frames(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    pending.push(chunk);
    length += chunk.byteLength;
    let size = frameSize(pending, length);
    if (size === undefined || length < size) continue;
    let bytes = concatenate(pending, length);
    while (size !== undefined && bytes.byteLength >= size) {
      yield bytes.slice(0, size);
      bytes = bytes.subarray(size);
      size = frameSize([bytes], bytes.byteLength);
    }
    pending = [bytes];
    length = bytes.byteLength;
  }
  if (length > 0) throw new Mismatch("The event stream ends within a message.");
}

/** The length that a frame begins with, where four bytes of it are there. */
function frameSize(chunks: Uint8Array[], length: number): number | undefined {
  if (length < 4) return undefined;
  const head = chunks[0];
  const bytes = head && head.byteLength >= 4 ? head : concatenate(chunks, length);
  const size = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  if (size > maxFrame || size < 16)
    throw new Mismatch("The event stream is damaged: no message is that long.");
  return size;
}

function concatenate(chunks: Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    out.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return out;
}
