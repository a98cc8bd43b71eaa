import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";

/** The certificate that proves the server's identity over TLS, and its key; both as PEM. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
}

/** 8 MiB. */
export const defaultMaxBodyBytes = 8 * 1024 * 1024;

/** The address and the limits of a listener. */
export interface ListenOptions {
  /** The port. Default 0: any free port. */
  readonly port?: number;
  /** The address. Default `127.0.0.1`: only this machine can reach the server. */
  readonly host?: string;
  /** The maximum size of a body. A larger body causes status 413. Default 8 MiB. */
  readonly maxBodyBytes?: number;
  /** The maximum size of the request line and headers together. Default 16 KiB. */
  readonly maxHeaderBytes?: number;
  /** The time limit for the headers of a request. Default 10 s. */
  readonly headersTimeoutMs?: number;
  /** The time limit for a whole request. Default 30 s. */
  readonly requestTimeoutMs?: number;
  /**
   * The time for which an idle connection stays open. Default 65 s. This is longer than clients
   * usually pause between calls, so that they do not write to a connection that closes.
   */
  readonly keepAliveTimeoutMs?: number;
  /**
   * The maximum number of simultaneous connections. Further connections are refused. Default
   * 10,000.
   */
  readonly maxConnections?: number;
  /**
   * Supports HTTP/2 in addition to HTTP/1.1 on the same port. With TLS the client chooses the
   * version (ALPN). Without TLS the client must use HTTP/2 from the start, as AWS clients do for
   * event streams. Default false.
   */
  readonly http2?: boolean;
  /** Uses TLS (HTTPS) with this certificate. Default: no TLS. */
  readonly tls?: TlsOptions;
  /** Called when other machines can reach the server. Default: emits a warning of the process. */
  readonly onWarning?: (warning: string) => void;
  /**
   * The time for which `close` waits for pending requests before it closes their connections.
   * Default 1 s.
   */
  readonly closeTimeoutMs?: number;
}

/** The settings of a listener: the limits that users may set, and the server's own. */
export interface ListenerSettings extends ListenOptions {
  /** Returns the limit for the bodies of some paths. */
  readonly bodyLimitOf?: (path: string) => number | undefined;
  /** Returns true if the body of a request is passed on as it arrives. */
  readonly streamsBody?: (request: HttpRequestMessage) => boolean;
  /** Lets pages of other origins read the response to a body that is too large. */
  readonly share?: (request: HttpRequestMessage, answer: HttpResponseMessage) => void;
}
