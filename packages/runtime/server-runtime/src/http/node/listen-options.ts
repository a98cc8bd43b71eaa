import type { HttpRequestMessage } from "@tinsmith/protocols";

/** What a server proves with over TLS who it is; both as PEM. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
}

/** 8 MiB. */
export const defaultMaxBodyBytes = 8 * 1024 * 1024;

/** Where and within which limits to take requests. */
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
  /** How long an idle connection is kept. Default 5 s. */
  readonly keepAliveTimeoutMs?: number;
  /** How many connections at a time; more are refused. Default 10,000. */
  readonly maxConnections?: number;
  /**
   * Speaks HTTP/2 in place of HTTP/1.1, without TLS: clients have to know it beforehand, as those with event
   * streams in both directions do. Default false.
   */
  readonly http2?: boolean;
  /** Speaks TLS (HTTPS) with this certificate; over HTTP/1.1 only. Default: no TLS. */
  readonly tls?: TlsOptions;
  /** Told where other machines can reach the server. Default: a warning of the process. */
  readonly onWarning?: (warning: string) => void;
  /** How long `close` waits for requests under way before it cuts them. Default 1 s. */
  readonly closeTimeoutMs?: number;
}

/** What a server wants of its listener beside the limits that a user may set. */
export interface ListenerSettings extends ListenOptions {
  /** Another limit for the bodies of some paths. */
  readonly bodyLimitOf?: (path: string) => number | undefined;
  /** Whether the body of a request is handed on as it comes. */
  readonly streamsBody?: (request: HttpRequestMessage) => boolean;
}
