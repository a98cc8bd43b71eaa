import type { Body, HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";

/** The server behind an adapter. Every `Server` is one. */
export interface AdaptableServer {
  handle(request: HttpRequestMessage): Promise<HttpResponseMessage>;
  /**
   * Returns true if the body of a request is passed on as it arrives. Default: bodies are read
   * first.
   */
  streamsBody?(request: HttpRequestMessage): boolean;
  /** Adds the headers that pages of other origins need to a response that an adapter created. */
  share?(request: HttpRequestMessage, answer: HttpResponseMessage): void;
}

/** The error for a body over the limit. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";

  constructor(maxBytes: number) {
    super(`The body of a request is limited to ${maxBytes} bytes.`);
  }
}

/**
 * Returns true for a body that is an event stream. Events arrive one by one, so the server must not
 * wait for the whole body.
 */
export const isEventStream = (contentType: string | undefined): boolean =>
  contentType?.startsWith("application/vnd.amazon.eventstream") === true;

/** A stream of bytes in any of the forms of Node and browsers. */
export type ByteStream = AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array> | Blob;

/** Returns a stream as chunks. A consumer that stops early releases the stream. */
export function chunksOf(stream: ByteStream): AsyncIterable<Uint8Array | string> {
  if (stream instanceof Blob) return chunksOf(stream.stream());
  return Symbol.asyncIterator in stream ? stream : readAll(stream);
}

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * Reads a whole stream.
 *
 * @throws BodyTooLarge as soon as the limit is exceeded
 */
export async function collect(stream: ByteStream, maxBytes = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(stream)) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.byteLength;
    if (size > maxBytes) throw new BodyTooLarge(maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

/** Returns a complete body as bytes, and any other body as a stream. */
export const plainBody = (body: Body): Uint8Array | ByteStream | undefined =>
  typeof body === "string" ? Buffer.from(body) : body;

/** Returns the response to a body that is larger than the limit. */
export const tooLarge = (error: BodyTooLarge): HttpResponseMessage => ({
  statusCode: 413,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ __type: "RequestEntityTooLargeException", message: error.message }),
});

/** Waits for a value until the signal aborts, and then throws the signal's reason. */
export async function until<T>(signal: AbortSignal | undefined, value: Promise<T>): Promise<T> {
  if (!signal) return value;
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([value, aborted]);
  } finally {
    if (stop) signal.removeEventListener("abort", stop);
  }
}
