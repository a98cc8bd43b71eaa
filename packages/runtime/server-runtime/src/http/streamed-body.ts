import { Readable } from "node:stream";
import { ServiceError } from "../service/service-error.js";
import { BodyTooLarge, chunksOf } from "./message-body.js";
import type { ByteStream } from "./message-body.js";

/**
 * Returns a body that a handler reads as it arrives. If the handler stops early, the server does
 * not read the rest and keeps the connection open, so that it can respond.
 *
 * @param maxBytes - the limit beyond which reading fails with an error that causes status 413
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
