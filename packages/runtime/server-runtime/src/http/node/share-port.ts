import type { Server as HttpServer } from "node:http";
import type { Http2Server } from "node:http2";
import { createServer as createNetServer } from "node:net";
import type { Server as NetServer, Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { TlsOptions } from "./listen-options.js";

/**
 * Returns a server that passes each connection on: to the HTTP/2 server if the client chooses that
 * version, otherwise to the HTTP/1.1 server. With TLS, clients choose the version in the handshake
 * (ALPN). Without TLS, their first bytes state it (RFC 9113, section 3.3).
 *
 * @param silenceMs - the time limit for the first bytes of a connection without TLS
 */
export function sharePort(
  http1: HttpServer,
  http2: Http2Server,
  { tls, silenceMs }: { readonly tls: TlsOptions | undefined; readonly silenceMs: number },
): NetServer {
  // Before this event, Node's server does not enforce the timeouts of connections.
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

/** The first bytes of every HTTP/2 connection. No method of HTTP/1.1 begins with them. */
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
