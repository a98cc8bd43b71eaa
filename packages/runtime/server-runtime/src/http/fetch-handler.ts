import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { parseQuery } from "./parse-query.js";
import {
  BodyTooLarge,
  chunksOf,
  collect,
  isEventStream,
  plainBody,
  tooLarge,
  until,
} from "./message-body.js";
import type { AdaptableServer, ByteStream } from "./message-body.js";
import { streamedBody } from "./streamed-body.js";
import * as v from "valibot";
import { isBytes } from "@tinsmith/values";
import { checkArgument, checkOptions } from "../checks/check.js";
import { limit, strictOptions } from "../checks/expected.js";
import { adaptableServer } from "./adaptable-server-schema.js";

/** Options of {@link fetchHandler}. */
export interface FetchHandlerOptions {
  /** The maximum size of a body. A larger body causes status 413. Default 8 MiB. */
  readonly maxBodyBytes?: number;
}

/**
 * Returns a server as a function of the Fetch standard. Use it in runtimes that call such a
 * function (Deno, Bun, workers, route handlers of frameworks), and in tests that replace `fetch`.
 *
 * @example Deno.serve(fetchHandler(server))
 * @returns a function that rejects with the signal's reason when the request is aborted, and with a
 *   TypeError, as `fetch` does, when a fault breaks the connection
 *   TypeError, as `fetch` does, where a fault breaks the connection
 */
export function fetchHandler(
  server: AdaptableServer,
  options: FetchHandlerOptions = {},
): (request: Request) => Promise<Response> {
  checkArgument(adaptableServer, server, "server of fetchHandler()");
  checkOptions(optionsSchema, options, "fetchHandler()");
  const { maxBodyBytes = 8 * 1024 * 1024 } = options;
  const answer = async (request: Request): Promise<HttpResponseMessage> => {
    const message = toMessage(request);
    try {
      const body = await bodyOf(server, request, message, maxBodyBytes);
      return await server.handle({ ...message, body });
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        const refusal = tooLarge(error);
        server.share?.(message, refusal);
        return refusal;
      }
      throw new TypeError("fetch failed", { cause: error });
    }
  };
  return async (request) =>
    toResponse(await until(request.signal, answer(request)), request.signal);
}

const optionsSchema = strictOptions({ maxBodyBytes: v.optional(limit) });

/** Returns the message that the server reads. Its body is added later. */
function toMessage(request: Request): HttpRequestMessage {
  const url = new URL(request.url);
  const headers: Record<string, string> = { host: url.host };
  for (const [name, value] of request.headers) headers[name] = value;
  return {
    method: request.method,
    path: url.pathname,
    query: url.search === "" ? {} : parseQuery(url.search.slice(1)),
    headers,
  };
}

async function bodyOf(
  server: AdaptableServer,
  { body }: Request,
  message: HttpRequestMessage,
  maxBytes: number,
): Promise<HttpRequestMessage["body"]> {
  if (body === null) return new Uint8Array(0);
  if (isEventStream(message.headers["content-type"])) return body;
  return server.streamsBody?.(message) === true
    ? streamedBody(body, maxBytes)
    : collect(body, maxBytes);
}

function toResponse(
  { statusCode, headers, body }: HttpResponseMessage,
  signal: AbortSignal,
): Response {
  const init = { status: statusCode, headers };
  // Text becomes bytes, because a Response adds a content type to text.
  const plain = withoutBody.has(statusCode) ? undefined : plainBody(body);
  if (plain === undefined) return new Response(null, init);
  return new Response(isBytes(plain) ? new Uint8Array(plain) : toStream(plain, signal), init);
}

const withoutBody = new Set([101, 204, 205, 304]);

function toStream(body: ByteStream, signal: AbortSignal): ReadableStream<Uint8Array> {
  const chunks = chunksOf(body)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await until(signal, chunks.next());
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? Buffer.from(value) : value);
    },
    cancel: async () => void (await chunks.return?.()),
  });
}
