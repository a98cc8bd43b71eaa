import { Readable } from "node:stream";
import { ServiceError } from "../service/service-error.js";
import { BodyTooLarge, chunksOf } from "./message-body.js";
import type { ByteStream } from "./message-body.js";

/**
 * A body for a handler that reads it as it arrives. A handler that stops early leaves the rest
 * unread. The connection stays open, so that the server can still answer.
 *
 * @param maxBytes - reading fails beyond it, with the error that is answered with 413
 */
export const streamedBody = (source: ByteStream, maxBytes = Infinity): Readable =>
  Readable.from(limited(source, maxBytes), { objectMode: false });

async function* limited(source: ByteStream, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of unclosed(source)) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      size += bytes.byteLength;
      if (size > maxBytes) throw new BodyTooLarge(maxBytes);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof BodyTooLarge ? tooLarge(error) : brokenOff(error);
  }
}

/** Destroying the stream of a request would make Node close its connection. */
const unclosed = (source: ByteStream): AsyncIterable<Uint8Array | string> =>
  source instanceof Readable
    ? { [Symbol.asyncIterator]: () => source.iterator({ destroyOnReturn: false }) }
    : chunksOf(source);

const tooLarge = ({ message }: BodyTooLarge): ServiceError =>
  new ServiceError({
    name: "RequestEntityTooLargeException",
    $fault: "client",
    statusCode: 413,
    message,
  });

function brokenOff(cause: unknown): ServiceError {
  const error = new ServiceError({
    name: "RequestBrokenOff",
    $fault: "client",
    message: "The client closed the connection before its request was complete.",
  });
  error.cause = cause;
  return error;
}
