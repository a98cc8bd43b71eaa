import { Readable } from "node:stream";

/** Converts chunks to a stream that Node's handlers can send. */
export const toStream = (chunks: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(chunks, { objectMode: false });
