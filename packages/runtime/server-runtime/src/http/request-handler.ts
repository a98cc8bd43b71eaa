import { Readable } from "node:stream";
import type { HttpHandlerOptions, HttpRequest, HttpResponse } from "@smithy/types";
import type { HttpHeaders, HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { isBytes, isWebStream } from "@tinsmith/values";
import { chunksOf, collect, isEventStream, plainBody, until } from "./message-body.js";
import type { AdaptableServer, ByteStream } from "./message-body.js";
import { streamedBody } from "./streamed-body.js";
import { checkArgument } from "../checks/check.js";
import { adaptableServer } from "./adaptable-server-schema.js";

/** The `requestHandler` of clients of the AWS SDK for JavaScript and of this project. */
export interface InProcessHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  destroy(): void;
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
}

/**
 * Returns a server as the `requestHandler` of a client in the same process, without a socket. The
 * request still passes through the whole client and server: it is signed, written, read and
 * validated.
 *
 * @example new MarketplaceMeteringClient({ requestHandler: requestHandlerFor(server) })
 * @returns a handler that rejects with an `AbortError` when the call is aborted, and with the error
 *   of a broken connection when a fault breaks it
 *   of a broken connection where a fault breaks it
 */
export function requestHandlerFor(server: AdaptableServer): InProcessHandler {
  checkArgument(adaptableServer, server, "server of requestHandlerFor()");
  return handlerOf(server);
}

const handlerOf = (server: AdaptableServer): InProcessHandler => ({
  metadata: { handlerProtocol: "http/1.1" },
  handle: async (request, { abortSignal } = {}) => {
    const stop = new AbortController();
    const abort = (): void => {
      stop.abort(Object.assign(new Error("Request aborted"), { name: "AbortError" }));
    };
    if (abortSignal?.aborted) abort();
    // Signals of the SDK have only `onabort`.
    if (abortSignal && "addEventListener" in abortSignal) {
      abortSignal.addEventListener("abort", abort, { once: true });
    } else if (abortSignal) {
      Object.assign(abortSignal, { onabort: abort });
    }
    const answer = async () => server.handle(await toMessage(server, request));
    return { response: toResponse(await until(stop.signal, answer())) };
  },
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
});

async function toMessage(
  server: AdaptableServer,
  request: HttpRequest,
): Promise<HttpRequestMessage> {
  const { hostname, port, method, path } = request;
  const headers = lowerCase(request.headers);
  headers["host"] ??= port === undefined ? hostname : `${hostname}:${port}`;
  const query: HttpRequestMessage["query"] = {};
  for (const [name, value] of Object.entries(request.query ?? {})) query[name] = value;
  const message = { method, path, query, headers };
  return { ...message, body: await bodyOf(server, request.body, message) };
}

async function bodyOf(
  server: AdaptableServer,
  body: unknown,
  message: HttpRequestMessage,
): Promise<HttpRequestMessage["body"]> {
  if (body === undefined || body === null) return new Uint8Array(0);
  if (typeof body === "string" || isBytes(body)) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (!isStream(body))
    throw new TypeError("Invalid body of a request. Expected a string, bytes or a stream.");
  if (isEventStream(message.headers["content-type"])) return asBytes(body);
  return server.streamsBody?.(message) === true ? streamedBody(body) : collect(body);
}

const isStream = (body: unknown): body is ByteStream =>
  body instanceof Blob ||
  isWebStream(body) ||
  (typeof body === "object" && body !== null && Symbol.asyncIterator in body);

async function* asBytes(stream: ByteStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(stream)) {
    yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  }
}

function toResponse({ statusCode, headers, body }: HttpResponseMessage): HttpResponse {
  const plain = plainBody(body) ?? new Uint8Array(0);
  const chunks = isBytes(plain) ? [plain] : asBytes(plain);
  return {
    statusCode,
    headers: lowerCase(headers),
    body: Readable.from(chunks, { objectMode: false }),
  };
}

function lowerCase(headers: Readonly<Record<string, string>>): HttpHeaders {
  const lower: HttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}
