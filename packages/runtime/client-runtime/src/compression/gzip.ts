import { chunksOf } from "../streaming/stream-body.js";

/** Compresses a stream with gzip. `CompressionStream` exists in Node, browsers and workers. */
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
  // A failure of the source already surfaces in `readable`, so this promise must not reject
  // unhandled.
  feeding.catch(() => {});
  yield* chunksOf(readable);
  await feeding;
}

/** Compresses bytes. */
export async function gzipBytes(bytes: Uint8Array): Promise<Uint8Array> {
  const source = async function* () {
    yield bytes;
  };
  const parts: Uint8Array[] = [];
  for await (const part of gzip(source())) parts.push(part);
  const compressed = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    compressed.set(part, offset);
    offset += part.byteLength;
  }
  return compressed;
}
