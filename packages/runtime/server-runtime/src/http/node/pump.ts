import { Readable } from "node:stream";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { chunksOf } from "../message-body.js";
import type { ByteStream } from "../message-body.js";

/**
 * Writes a stream as fast as the other side takes it, and ends it. Where the other side goes away the
 * source is let go of, so that nothing is made for nobody.
 *
 * @throws what the source throws; the other side is cut off then
 */
export const pump = (source: ByteStream, target: Writable): Promise<void> =>
  pipeline(Readable.from(chunksOf(source), { objectMode: false, highWaterMark: 1 }), target);
