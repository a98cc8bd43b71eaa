import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Body, HttpHeaders, HttpRequestMessage } from "@tinsmith/protocols";
import { BodyTooLarge, isEventStream } from "../message-body.js";
import { streamedBody } from "../streamed-body.js";
import { parseQuery } from "../parse-query.js";

/**
 * Collects the body.
 *
 * @throws BodyTooLarge as soon as the limit is known to be exceeded
 */
const readBody = (incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) {
      reject(new BodyTooLarge(maxBytes));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        incoming.removeAllListeners("data");
        incoming.resume();
        reject(new BodyTooLarge(maxBytes));
        return;
      }
      chunks.push(chunk);
    });
    incoming.on("end", () => {
      const [first] = chunks;
      resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks, size));
    });
    incoming.on("error", reject);
    incoming.on("close", () => {
      if (!incoming.complete)
        reject(new Error("The client closed the connection before its request was complete."));
    });
  });

/**
 * Returns the body. Events and streamed blobs are returned as they arrive; any other body is read
 * first.
 *
 * @throws BodyTooLarge as soon as the limit is known to be exceeded
 */
export function bodyOf(
  incoming: IncomingMessage,
  maxBytes: number,
  isStreamed: boolean,
): Body | Promise<Uint8Array> {
  if (isEventStream(incoming.headers["content-type"])) return incoming;
  if (!isStreamed) return readBody(incoming, maxBytes);
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw new BodyTooLarge(maxBytes);
  return streamedBody(incoming, maxBytes);
}

/** Returns the message that the server processes. Its body is added later. */
export function toRequestMessage(incoming: IncomingMessage): HttpRequestMessage {
  const url = incoming.url ?? "/";
  const mark = url.indexOf("?");
  return {
    method: incoming.method ?? "GET",
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? {} : parseQuery(url.slice(mark + 1)),
    headers: toHeaders(incoming),
    body: undefined,
  };
}

/** Node has already joined all repeated headers except `set-cookie`. */
function toHeaders({ headers: given }: IncomingMessage): HttpHeaders {
  if (areStrings(given)) return given;
  const headers: HttpHeaders = {};
  for (const name in given) {
    const value = given[name];
    if (typeof value === "string") headers[name] = value;
    else if (value) headers[name] = value.join(", ");
  }
  return headers;
}

const areStrings = (headers: IncomingHttpHeaders): headers is HttpHeaders =>
  headers["set-cookie"] === undefined;
