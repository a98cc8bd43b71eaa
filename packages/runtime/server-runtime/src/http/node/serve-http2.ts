import { constants, createServer } from "node:http2";
import type {
  Http2Server,
  IncomingHttpHeaders,
  ServerHttp2Session,
  ServerHttp2Stream,
} from "node:http2";
import type { HttpHeaders, HttpRequestMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";
import { BodyTooLarge, collect, isEventStream, plainBody, tooLarge } from "../message-body.js";
import { streamedBody } from "../streamed-body.js";
import type { ServedResponse } from "../../service/broken-connection.js";
import type { ListenerSettings } from "./listen-options.js";
import { parseQuery } from "../parse-query.js";
import { pump } from "./pump.js";

type Handle = (request: HttpRequestMessage) => Promise<ServedResponse>;

/**
 * Serves a `handle` function over `node:http2`, on connections that are passed to the server. The
 * response to a stream may begin before the request has ended.
 */
export function startHttp2(
  handle: Handle,
  limitOf: (path: string) => number,
  options: ListenerSettings,
): { readonly server: Http2Server; stop(timeoutMs: number): Promise<void> } {
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer({
    settings: { maxConcurrentStreams: 250, maxHeaderListSize: options.maxHeaderBytes ?? 16 * 1024 },
  });
  server.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
    // A peer that violates the protocol loses its session. The error is not reported.
    session.on("error", () => session.destroy());
  });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => stream.destroy());
    void serve(handle, stream, headers, limitOf(headers[":path"] ?? "/"), options);
  });
  return {
    server,
    stop: async (timeoutMs) => {
      const cut = setTimeout(() => {
        for (const session of sessions) session.destroy();
      }, timeoutMs);
      await Promise.all(
        [...sessions].map(
          (session) =>
            new Promise<void>((resolve) => {
              session.once("close", () => resolve());
              session.close();
            }),
        ),
      );
      clearTimeout(cut);
    },
  };
}

async function serve(
  handle: Handle,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  maxBytes: number,
  { requestTimeoutMs = 30_000, streamsBody, share }: ListenerSettings,
): Promise<void> {
  const isEvents = isEventStream(headers["content-type"]);
  // Events may be far apart, but any other request must arrive within the time limit.
  if (!isEvents) stream.setTimeout(requestTimeoutMs, () => stream.close(constants.NGHTTP2_CANCEL));
  let answer: ServedResponse;
  const request = toMessage(headers);
  try {
    if (isEvents) request.body = stream;
    else if (streamsBody?.(request) === true) request.body = streamedBody(stream, maxBytes);
    else request.body = await collect(stream, maxBytes);
    answer = await handle(request);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) {
      stream.close(constants.NGHTTP2_CANCEL);
      return;
    }
    answer = tooLarge(error);
    share?.(request, answer);
  }
  if (stream.closed) return;
  if (answer.broken) {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    return;
  }
  const plain = plainBody(answer.body) ?? new Uint8Array(0);
  stream.respond({ ...answer.headers, ":status": answer.statusCode });
  if (isBytes(plain)) {
    stream.end(plain);
    return;
  }
  try {
    await pump(plain, stream);
  } catch {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  }
}

function toMessage(incoming: IncomingHttpHeaders): HttpRequestMessage {
  const headers: HttpHeaders = { host: incoming[":authority"] ?? "" };
  for (const [name, value] of Object.entries(incoming)) {
    if (name.startsWith(":") || value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const [path = "/", ...query] = (incoming[":path"] ?? "/").split("?");
  return {
    method: incoming[":method"] ?? "GET",
    path,
    query: query.length > 0 ? parseQuery(query.join("?")) : {},
    headers,
    body: undefined,
  };
}
