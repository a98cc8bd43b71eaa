import { once } from "node:events";
import type { ServerResponse } from "node:http";

import type { Body } from "@tinsmith/protocols";

import { type Answer, truncate } from "../faults/broken-connection.js";

/**
 * Writes a response whole where its body is at hand, piece by piece where it is a stream; or breaks
 * the connection where the answer says so.
 */
export const writeResponse = async (outgoing: ServerResponse, response: Answer): Promise<void> => {
  const { body, broken, headers, statusCode } = response;
  if (broken) {
    breakConnection(outgoing, response, broken);
    return;
  }
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

/** Resets the connection (RST, not FIN), at once or after some bytes of the body. */
const breakConnection = (
  outgoing: ServerResponse,
  { body, headers, statusCode }: Answer,
  broken: NonNullable<Answer["broken"]>,
): void => {
  const { socket } = outgoing;
  if (broken.kind === "reset") {
    socket?.resetAndDestroy();
    return;
  }
  const { sent, length } = truncate(body, broken.afterBytes);
  headers["content-length"] = String(length);
  outgoing.writeHead(statusCode, headers);
  outgoing.flushHeaders();
  if (sent.length === 0) setImmediate(() => socket?.destroy());
  else outgoing.write(sent, () => socket?.destroy());
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
