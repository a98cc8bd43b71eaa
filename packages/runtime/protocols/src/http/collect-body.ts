import { isBytes } from "@tinsmith/values";
import type { Awaitable, Body } from "../protocol.js";
import { bytesOf, concatBytes } from "../values/bytes.js";

/** Calls `next` with the value: synchronously, unless the value is a promise. */
export const chain = <T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> =>
  value instanceof Promise ? value.then(next) : next(value);

/**
 * Returns the whole body. Strings and bytes are returned directly; streams are read to their end.
 */
export function collectBody(body: Body): Awaitable<string | Uint8Array> {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" || isBytes(body)) return body;
  return collectStream(streamOf(body));
}

/**
 * Returns the whole body of a response. The body also stays in the response, so that errors can
 * show it.
 */
export const collectResponse = (response: { body?: Body }): Awaitable<string | Uint8Array> =>
  chain(collectBody(response.body), (body) => (response.body = body));

/** Returns a body as chunks of bytes without reading it first. */
export function streamOf(body: Exclude<Body, undefined>): AsyncIterable<Uint8Array> {
  if (typeof body === "string") return once(bytesOf(body));
  if (isBytes(body)) return once(body);
  if (Symbol.asyncIterator in body) return body;
  return chunksOf(body instanceof Blob ? body.stream() : body);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/**
 * Iterates over the chunks of a stream. Not all browsers support `for await` on a `ReadableStream`.
 */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function collectStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  // A Node stream with an encoding yields strings.
  for await (const chunk of stream) chunks.push(bytesOf(chunk));
  return concatBytes(chunks);
}
