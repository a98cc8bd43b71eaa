import type { IncomingMessage } from "node:http";

import type { HttpHeaders, HttpQuery, HttpRequestMessage } from "@tinsmith/protocols";

/** A body beyond the limit. */
export class BodyTooLarge extends Error {}

/**
 * Collects the body.
 *
 * @throws BodyTooLarge as soon as the limit is known to be passed
 */
export const readBody = (incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) {
      reject(new BodyTooLarge());
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        incoming.removeAllListeners("data");
        incoming.resume();
        reject(new BodyTooLarge());
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
      if (!incoming.complete) reject(new Error("The client hung up in the middle of its request."));
    });
  });

/** The message that the server's core reads. */
export const toRequestMessage = (
  incoming: IncomingMessage,
  body: Uint8Array,
): HttpRequestMessage => {
  const url = incoming.url ?? "/";
  const mark = url.indexOf("?");
  return {
    method: incoming.method ?? "GET",
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? {} : parseQuery(url.slice(mark + 1)),
    headers: toHeaders(incoming),
    body,
  };
};

const toHeaders = (incoming: IncomingMessage): HttpHeaders => {
  const headers: HttpHeaders = {};
  for (const name in incoming.headers) {
    const value = incoming.headers[name];
    if (typeof value === "string") headers[name] = value;
    else if (value) headers[name] = value.join(", ");
  }
  return headers;
};

/** Parameters with all their values; `null` for one without `=`. */
export const parseQuery = (text: string): HttpQuery => {
  const query: HttpQuery = Object.create(null);
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? null : decode(part.slice(equals + 1));
    const before = query[name];
    if (before === undefined) query[name] = value;
    else query[name] = [...(Array.isArray(before) ? before : [before ?? ""]), value ?? ""];
  }
  return query;
};

const decode = (text: string): string => {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};
