import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server as TlsServer } from "node:https";
import type { AddressInfo, Server as NetServer, Socket } from "node:net";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import type { ServedResponse } from "../../service/broken-connection.js";
import { ListenError } from "./listen-error.js";
import { defaultMaxBodyBytes } from "./listen-options.js";
import type { ListenerSettings } from "./listen-options.js";
import { BodyTooLarge, tooLarge } from "../message-body.js";
import { bodyOf, toRequestMessage } from "./read-request.js";
import { sharePort } from "./share-port.js";
import { startHttp2 } from "./serve-http2.js";
import { writeResponse } from "./write-response.js";

/** A listening server. */
export interface NodeListener {
  readonly url: string;
  /** The address that the server is bound to. */
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

type Handle = (request: HttpRequestMessage) => Promise<ServedResponse>;

/** Serves a `handle` function over `node:http`. */
export async function startListening(
  handle: Handle,
  options: ListenerSettings = {},
): Promise<NodeListener> {
  const maxBodyBytes = options.maxBodyBytes ?? defaultMaxBodyBytes;
  const limitOf = (path: string): number => options.bodyLimitOf?.(path) ?? maxBodyBytes;
  const host = options.host ?? "127.0.0.1";
  if (!isLoopback(host)) (options.onWarning ?? process.emitWarning)(exposed(host));
  const wanted = options.port ?? 0;
  const closeTimeoutMs = options.closeTimeoutMs ?? 1000;
  const { tls } = options;
  const scheme = tls ? "https" : "http";
  const address = (port: number) => ({ url: `${scheme}://${urlHost(host)}:${port}`, host, port });
  const limits = {
    maxHeaderSize: options.maxHeaderBytes ?? 16 * 1024,
    headersTimeout: options.headersTimeoutMs ?? 10_000,
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    keepAliveTimeout: options.keepAliveTimeoutMs ?? 65_000,
    connectionsCheckingInterval: 1000,
    noDelay: true,
  };
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void =>
    void serve(handle, incoming, outgoing, limitOf(incoming.url ?? "/"), options);
  if (options.http2 === true) {
    const http1 = createServer(limits, onRequest).on("clientError", refuse);
    const http2 = startHttp2(handle, limitOf, options);
    const shared = sharePort(http1, http2.server, { tls, silenceMs: limits.headersTimeout });
    shared.maxConnections = options.maxConnections ?? 10_000;
    const port = await bind(shared, host, wanted);
    const close = async (): Promise<void> => {
      const isClosed = new Promise<void>((resolve) => void shared.close(() => resolve()));
      await Promise.all([stop(http1, closeTimeoutMs, isClosed), http2.stop(closeTimeoutMs)]);
    };
    return { ...address(port), close };
  }
  const server = tls
    ? createTlsServer({ ...limits, cert: tls.cert, key: tls.key }, onRequest)
    : createServer(limits, onRequest);
  server.maxConnections = options.maxConnections ?? 10_000;
  server.on("clientError", refuse);
  const port = await bind(server, host, wanted);
  return { ...address(port), close: () => stop(server, closeTimeoutMs) };
}

async function serve(
  handle: Handle,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  maxBodyBytes: number,
  { streamsBody, share }: ListenerSettings,
): Promise<void> {
  const request = toRequestMessage(incoming);
  try {
    const isStreamed = streamsBody?.(request) ?? false;
    request.body = await bodyOf(incoming, maxBodyBytes, isStreamed);
    const answer = await handle(request);
    // The body exceeded the limit while it was read, so the rest is not read.
    if (isStreamed && answer.statusCode === 413) answer.headers["connection"] = "close";
    await writeResponse(outgoing, answer);
  } catch (error) {
    if (error instanceof BodyTooLarge && !outgoing.headersSent) {
      const answer = tooLarge(error);
      answer.headers["connection"] = "close";
      share?.(request, answer);
      await writeResponse(outgoing, answer);
    } else if (isBadHeader(error) && !outgoing.headersSent) {
      const answer = unwritable(error);
      share?.(request, answer);
      await writeResponse(outgoing, answer);
    } else {
      // The client is gone, or the response failed after its headers were sent. An error response
      // cannot be sent.
      outgoing.destroy();
    }
  }
}

/**
 * Returns true for Node's error about a header value that HTTP cannot carry. Such a value may come
 * from the output of a handler.
 */
const isBadHeader = (error: unknown): error is Error =>
  error instanceof TypeError &&
  "code" in error &&
  (error.code === "ERR_INVALID_CHAR" || error.code === "ERR_INVALID_HTTP_TOKEN");

const unwritable = ({ message }: Error): ServedResponse => ({
  statusCode: 500,
  headers: { "content-type": "text/plain" },
  body: `Cannot write the response: ${message}.`,
});

/** Responds to bytes that are not HTTP or that exceed a limit, and closes the connection. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? "431 Request Header Fields Too Large"
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "408 Request Timeout"
        : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const bind = (server: NetServer, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => reject(new ListenError(host, port, cause));
    server.once("error", fail);
    server.listen({ port, host }, () => {
      server.removeListener("error", fail);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

/**
 * @param isClosed - resolves when the last connection has ended; default: when the server has
 *   closed
 */
async function stop(
  server: Server | TlsServer,
  timeoutMs: number,
  isClosed?: Promise<void>,
): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  // Clients keep a connection open after the last response, although the server is closing.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const own = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  await (isClosed ?? own);
  clearTimeout(cut);
  clearInterval(sweep);
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host.startsWith("127.");

const exposed = (host: string): string =>
  `${host} is reachable from other machines, and requests need no password.`;

/**
 * Returns the host for a URL. A host that means all addresses becomes the loopback address. IPv6
 * addresses get brackets.
 */
function urlHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
