import type { Readable } from "node:stream";
import { nodeStream } from "./builtins.js";

/** Converts chunks to a stream that Node's handlers can send. */
export const toStream = (chunks: AsyncIterable<Uint8Array>): Readable =>
  nodeStream().Readable.from(chunks, { objectMode: false });
