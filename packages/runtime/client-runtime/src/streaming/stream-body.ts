import { fromUtf8 } from "@smithy/core/serde";
import { isAsyncIterable } from "@tinsmith/values";

/** A body that is there as a whole. */
export type WholeBody = string | Uint8Array | undefined;

/** Whether a body can be looked at without being used up. */
export const isWhole = (body: unknown): body is WholeBody =>
  body === undefined || typeof body === "string" || body instanceof Uint8Array;

/** The bytes of a body that is there as a whole. */
export const wholeBytes = (body: WholeBody): Uint8Array =>
  body instanceof Uint8Array ? body : fromUtf8(body ?? "");

/**
 * The chunks of a stream: of Node, of the web, a blob, or anything that can be iterated.
 * @throws TypeError where the body is no stream
 */
export async function* chunksOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (typeof Blob === "function" && body instanceof Blob) yield* chunksOf(body.stream());
  else if (isAsyncIterable(body)) for await (const chunk of body) yield toBytes(chunk);
  else if (body instanceof ReadableStream) {
    // Not every browser can iterate over a stream.
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield toBytes(value);
    }
  } else throw new TypeError("The request body must be text, bytes or a stream.");
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === "string") return fromUtf8(chunk);
  throw new TypeError("A stream must give bytes or text.");
}
