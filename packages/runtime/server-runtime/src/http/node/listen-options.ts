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
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`: only this machine reaches the server. */
  readonly host?: string;
  /** The largest body that is read; a larger one is answered with 413. Default 8 MiB. */
  readonly maxBodyBytes?: number;
  /** The largest request line and headers together. Default 16 KiB. */
  readonly maxHeaderBytes?: number;
  /** How long a client may take to send its headers. Default 10 s. */
  readonly headersTimeoutMs?: number;
  /** How long a client may take to send a whole request. Default 30 s. */
  readonly requestTimeoutMs?: number;
  /**
   * How long an idle connection is kept. Default 65 s: longer than clients pause between calls, so
   * that they do not write to a connection that closes.
   */
  readonly keepAliveTimeoutMs?: number;
  /** The largest number of simultaneous connections; more are refused. Default 10,000. */
  readonly maxConnections?: number;
  /**
   * Speaks HTTP/2 as well, on the same port: with TLS where the client chooses it (ALPN), without
   * TLS where the client knows it beforehand, as those of AWS with event streams do. Default false.
   */
  readonly http2?: boolean;
  /** Speaks TLS (HTTPS) with this certificate. Default: no TLS. */
  readonly tls?: TlsOptions;
  /** Called when other machines can reach the server. Default: emits a warning of the process. */
  readonly onWarning?: (warning: string) => void;
  /** How long `close` waits for requests under way before it cuts them. Default 1 s. */
  readonly closeTimeoutMs?: number;
}

/** The settings of a listener: the limits that users may set, and the server's own. */
export interface ListenerSettings extends ListenOptions {
  /** Returns the limit for the bodies of some paths. */
  readonly bodyLimitOf?: (path: string) => number | undefined;
  /** Returns true when the body of a request is passed on as it arrives. */
  readonly streamsBody?: (request: HttpRequestMessage) => boolean;
  /** Lets pages of other origins read an answer that was made for a body that is too large. */
  readonly share?: (request: HttpRequestMessage, answer: HttpResponseMessage) => void;
}
