import { fromUtf8, toBase64 } from "@smithy/core/serde";
import type { ChecksumClass } from "./algorithms.js";

/** Services reject chunks smaller than 8 KiB, except the last one. */
const CHUNK_SIZE = 65_536;

/**
 * Encodes a stream as `aws-chunked`: chunks prefixed with their length, then a trailer with the
 * checksum. Input is collected into chunks of at least 64 KiB.
 */
export async function* awsChunked(
  chunks: AsyncIterable<Uint8Array>,
  Checksum: ChecksumClass,
  trailer: string,
): AsyncGenerator<Uint8Array> {
  const checksum = new Checksum();
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    checksum.update(chunk);
    gathered.push(chunk);
    length += chunk.byteLength;
    if (length >= CHUNK_SIZE) {
      yield framed(gathered, length);
      gathered = [];
      length = 0;
    }
  }
  if (length > 0) yield framed(gathered, length);
  yield fromUtf8(`0\r\n${trailer}:${toBase64(await checksum.digest())}\r\n\r\n`);
}

function framed(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const head = fromUtf8(`${length.toString(16)}\r\n`);
  const frame = new Uint8Array(head.byteLength + length + 2);
  frame.set(head);
  let offset = head.byteLength;
  for (const chunk of chunks) {
    frame.set(chunk, offset);
    offset += chunk.byteLength;
  }
  frame.set(fromUtf8("\r\n"), offset);
  return frame;
}
