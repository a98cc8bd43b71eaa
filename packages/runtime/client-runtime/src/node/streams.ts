import { Readable } from "node:stream";

/** A stream in the form that the handlers of this platform send. */
export const toStream = (chunks: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(chunks, { objectMode: false });
