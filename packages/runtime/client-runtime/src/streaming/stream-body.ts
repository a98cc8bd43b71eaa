import { fromUtf8 } from "@smithy/core/serde";
import { isAsyncIterable, isBytes, isWebStream } from "@tinsmith/values";

/** A body that is completely in memory. */
export type BufferedBody = string | Uint8Array | undefined;

/** Returns true for a body that can be read without consuming it. */
export const isBuffered = (body: unknown): body is BufferedBody =>
  body === undefined || typeof body === "string" || isBytes(body);

/** Returns the bytes of a buffered body. */
export const toBytes = (body: BufferedBody): Uint8Array =>
  isBytes(body) ? body : fromUtf8(body ?? "");

/**
 * Returns the chunks of a Node stream, a web stream, a blob or an async iterable.
 * @throws TypeError if the body is not a stream
 */
export async function* chunksOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (typeof Blob === "function" && body instanceof Blob) yield* chunksOf(body.stream());
  else if (isAsyncIterable(body)) for await (const chunk of body) yield chunkToBytes(chunk);
  else if (isWebStream(body)) {
    // Not all browsers support async iteration of streams.
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield chunkToBytes(value);
    }
  } else throw new TypeError("The request body must be text, bytes or a stream.");
}

function chunkToBytes(chunk: unknown): Uint8Array {
  if (isBytes(chunk)) return chunk;
  if (typeof chunk === "string") return fromUtf8(chunk);
  throw new TypeError("The chunks of a stream must be bytes or text.");
}
