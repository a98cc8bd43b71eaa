import { Readable } from "node:stream";
import { MalformedRequest } from "@tinsmith/protocols";

/**
 * Decodes a stream in the content encoding `aws-chunked` as it arrives. Signatures of chunks and
 * trailing checksums are dropped, because they arrive too late to be part of an input.
 *
 * @throws MalformedRequest through the stream, if the encoding is wrong or the stream ends early
 */
export const unwrapStream = (source: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(dataOf(source), { objectMode: false });

async function* dataOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  /** The received part of a line. */
  let line = "";
  /** The remaining bytes of the chunk; `undefined` between chunks. */
  let left: number | undefined;
  let hasEnded = false;
  for await (const part of source) {
    let at = 0;
    while (at < part.byteLength && !hasEnded) {
      if (left !== undefined && left > 0) {
        const data = part.subarray(at, at + left);
        left -= data.byteLength;
        at += data.byteLength;
        yield data;
        continue;
      }
      const end = part.indexOf(newline, at);
      line += Buffer.from(part.subarray(at, end === -1 ? undefined : end)).toString("latin1");
      if (line.length > longestLine) throw notChunked();
      if (end === -1) break;
      at = end + 1;
      const text = line.replace(/\r$/, "");
      line = "";
      // An empty line follows the data of a chunk.
      if (left === 0 && text === "") left = undefined;
      else if (left === undefined) {
        left = sizeOf(text);
        // All further lines are trailers.
        hasEnded = left === 0;
      } else throw notChunked();
    }
  }
  if (!hasEnded) throw notChunked();
}

const newline = 10;
const longestLine = 200;

function sizeOf(text: string): number {
  const [, size] = /^([0-9a-f]{1,8})(?:;chunk-signature=[0-9a-f]{64})?$/i.exec(text) ?? [];
  if (size === undefined) throw notChunked();
  return Number.parseInt(size, 16);
}

const notChunked = (): MalformedRequest =>
  new MalformedRequest("The body is not in the encoding aws-chunked, or is incomplete.");
