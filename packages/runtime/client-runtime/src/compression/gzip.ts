import { chunksOf } from "../streaming/stream-body.js";

/** Compresses with gzip, chunk by chunk. `CompressionStream` is in Node, browsers and workers alike. */
export async function* gzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream("gzip");
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) await writer.write(Uint8Array.from(chunk));
      await writer.close();
    } catch (error) {
      await writer.abort(error);
    }
  };
  const feeding = feed();
  // A failure of the source comes out of the stream that is read; there is nobody else to tell.
  feeding.catch(() => {});
  yield* chunksOf(readable);
  await feeding;
}

/** Compresses bytes that are there as a whole. */
export async function gzipWhole(bytes: Uint8Array): Promise<Uint8Array> {
  const whole = async function* () {
    yield bytes;
  };
  const parts: Uint8Array[] = [];
  for await (const part of gzip(whole())) parts.push(part);
  const packed = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    packed.set(part, offset);
    offset += part.byteLength;
  }
  return packed;
}
