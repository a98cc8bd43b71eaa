import { once } from "node:events";
import type { ServerResponse } from "node:http";

import type { Body, HttpResponseMessage } from "@tinsmith/protocols";

/** Writes a response whole where its body is at hand, piece by piece where it is a stream. */
export const writeResponse = async (
  outgoing: ServerResponse,
  response: HttpResponseMessage,
): Promise<void> => {
  const { body, headers, statusCode } = response;
  if (body === undefined || typeof body === "string" || body instanceof Uint8Array) {
    const bytes = typeof body === "string" ? Buffer.from(body) : (body ?? empty);
    headers["content-length"] = String(bytes.byteLength);
    outgoing.writeHead(statusCode, headers);
    outgoing.end(bytes);
    return;
  }
  outgoing.writeHead(statusCode, headers);
  for await (const chunk of chunksOf(body)) {
    if (!outgoing.write(chunk)) await once(outgoing, "drain");
  }
  outgoing.end();
};

const empty = new Uint8Array(0);

const chunksOf = (
  body: Exclude<Body, string | Uint8Array | undefined>,
): AsyncIterable<Uint8Array> => {
  const stream = body instanceof Blob ? body.stream() : body;
  return Symbol.asyncIterator in stream ? stream : readAll(stream);
};

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
