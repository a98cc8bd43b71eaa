import { EventStreamCodec } from "@smithy/core/event-streams";
import type { Message } from "@smithy/types";
import { Mismatch } from "../malformed-message.js";
import { bytesOf, textOf } from "../values/bytes.js";

/**
 * The maximum length of a frame: 24 MiB of payload, 128 KiB of headers, and 16 bytes of framing.
 */
const maxFrame = 24 * 1024 * 1024 + 128 * 1024 + 16;

const codec = /* @__PURE__ */ new EventStreamCodec(textOf, bytesOf);

/** Encodes a message with its lengths and checksums. */
export const encodeFrame = (message: Message): Uint8Array => codec.encode(message);

/**
 * Decodes the messages of a stream. Chunks of the stream may begin and end anywhere in a message.
 * @throws Mismatch if the bytes are not valid frames
 */
export async function* decodeFrames(body: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  for await (const frame of frames(body)) {
    let message: Message;
    try {
      message = codec.decode(frame);
    } catch {
      throw new Mismatch("The event stream is damaged: a checksum does not match.");
    }
    const event = unsigned(message);
    if (event) yield event;
  }
}

/**
 * Unwraps a signed message, which contains another message. The last signed message of a stream is
 * empty.
 */
function unsigned(message: Message): Message | undefined {
  if (message.headers[":chunk-signature"] === undefined) return message;
  if (message.body.byteLength === 0) return undefined;
  try {
    return codec.decode(message.body);
  } catch {
    throw new Mismatch("The event stream is damaged: a signed message contains no message.");
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

/** Reads the length at the beginning of a frame; `undefined` before four bytes have arrived. */
function frameSize(chunks: Uint8Array[], length: number): number | undefined {
  if (length < 4) return undefined;
  const head = chunks[0];
  const bytes = head && head.byteLength >= 4 ? head : concatenate(chunks, length);
  const size = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  if (size > maxFrame || size < 16)
    throw new Mismatch("The event stream is damaged: invalid message length.");
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
