import { isAsyncIterable, isBytes, isWebStream } from "@tinsmith/values";
import { inspectValue } from "./inspect-value.js";

/** Formats the body of a message as text, without consuming streams. */
export function showBody(body: unknown): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string") return body;
  if (isBytes(body)) return decode(body);
  return inspectValue(body);
}

/** Reads a body to its end. */
export async function collectBytes(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (isBytes(body)) return body;
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(body)) {
    chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  }
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function chunksOf(body: unknown): AsyncIterable<Uint8Array | string> {
  if (isAsyncIterable<Uint8Array | string>(body)) return body;
  if (isWebStream(body)) return readerChunks(body);
  throw new TypeError("The type of the response's body is not supported.");
}

/** Not all browsers support async iteration of streams. */
async function* readerChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return `<${bytes.length} bytes>`;
  }
}
