import { Readable } from "node:stream";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { chunksOf } from "../message-body.js";
import type { ByteStream } from "../message-body.js";

/**
 * Writes a stream as fast as the target accepts it, and then ends the target. If the target closes
 * early, the source is released.
 *
 * @throws the error of the source, after the target was destroyed
 */
export const pump = (source: ByteStream, target: Writable): Promise<void> =>
  pipeline(Readable.from(chunksOf(source), { objectMode: false, highWaterMark: 1 }), target);
