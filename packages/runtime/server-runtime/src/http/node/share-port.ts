import type { Server as HttpServer } from "node:http";
import type { Http2Server } from "node:http2";
import { createServer as createNetServer } from "node:net";
import type { Server as NetServer, Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { TlsOptions } from "./listen-options.js";

/**
 * Returns a server that passes each connection on: to the server of HTTP/2 if the client chooses
 * that version, otherwise to that of HTTP/1.1. Clients choose it in the handshake of TLS (ALPN), or
 * without TLS by their first bytes (RFC 9113, section 3.3).
 *
 * @param silenceMs - the time that a connection without TLS has for its first bytes
 */
export function sharePort(
  http1: HttpServer,
  http2: Http2Server,
  { tls, silenceMs }: { readonly tls: TlsOptions | undefined; readonly silenceMs: number },
): NetServer {
  // Node's server does not watch the timeouts of connections before this event.
  http1.emit("listening");
  if (tls) {
    return createTlsServer(
      { cert: tls.cert, key: tls.key, ALPNProtocols: ["h2", "http/1.1"] },
      (socket) => void (socket.alpnProtocol === "h2" ? http2 : http1).emit("connection", socket),
    ).on("tlsClientError", (_, socket) => socket.destroy());
  }
  return createNetServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    whenSpeaking(socket, silenceMs, (isHttp2) => {
      (isHttp2 ? http2 : http1).emit("connection", socket);
    });
  });
}

/** The beginning of every connection over HTTP/2. No method of HTTP/1.1 begins like this. */
const preface = "PRI * HTTP/2.0";

/** Reads the first bytes of a connection, and puts them back. */
function whenSpeaking(socket: Socket, silenceMs: number, decide: (isHttp2: boolean) => void): void {
  const timer = setTimeout(() => socket.destroy(), silenceMs);
  let first = Buffer.alloc(0);
  const ignore = (): void => void socket.destroy();
  const leave = (): void => {
    clearTimeout(timer);
    socket.off("readable", read).off("error", ignore).off("close", leave).off("end", ignore);
  };
  function read(): void {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    first = Buffer.concat([first, chunk]);
    const text = first.toString("latin1", 0, preface.length);
    if (text.length < preface.length && preface.startsWith(text)) return;
    leave();
    socket.unshift(first);
    decide(text === preface);
  }
  socket.on("readable", read).on("error", ignore).on("close", leave).on("end", ignore);
}
