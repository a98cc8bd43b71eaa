import type { Exchange } from "../service/exchange.js";
import type { ServedResponse } from "../service/broken-connection.js";
import type { RecordingReport } from "../replay/recording.js";

/** The content of the start-up banner. */
export interface Started {
  readonly title: string;
  readonly version: string;
  readonly url: string;
  /** Environment variables that direct clients to the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** The code that creates a client, by language. */
  readonly clients: Readonly<Record<string, string>>;
  /** The time of the server, if it differs from the time of the system. */
  readonly clock: { readonly now: string; readonly frozen: boolean } | undefined;
  /** Descriptions of other settings: the location of the state, watched files. */
  readonly settings: readonly string[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** A request and its response in the log. */
export interface LoggedRequest {
  readonly time: string;
  /** Undefined while there is only one tenant. */
  readonly tenant: string | undefined;
  /** Undefined if no operation matches the request. The log then shows method and path. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The HTTP status; 0 if the connection broke before the server responded. */
  readonly status: number;
  readonly broken: "reset" | "truncate" | undefined;
  readonly error: { readonly name: string; readonly message: string } | undefined;
  readonly latencyMs: number;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  readonly requestId: string;
}

/** Reports events to the user of the command, as text or as JSON. */
export interface Report {
  started(started: Started): void;
  answered(request: LoggedRequest): void;
  /** Called after a watched file was read again. */
  reloaded(what: string, path: string): void;
  /** Called at the end of a recording or replay. */
  recorded(report: RecordingReport): void;
  /** Called for a problem that does not stop the server. */
  problem(message: string): void;
  /** Called for a problem that ends the command. */
  failed(message: string, exitCode: number, hint?: string): void;
  stopped(): void;
}

export function loggedRequest(
  exchange: Exchange,
  { statusCode, broken }: ServedResponse,
  isShared: boolean,
): LoggedRequest {
  const { error, request } = exchange;
  const attempt = /(?:^|;)\s*attempt=(\d{1,6})/.exec(request.headers["amz-sdk-request"] ?? "")?.[1];
  return {
    time: exchange.receivedAt.toISOString(),
    tenant: isShared ? exchange.tenant : undefined,
    operation: exchange.operation || undefined,
    method: request.method,
    path: request.path,
    status: statusCode,
    broken: broken?.kind,
    error: error && { name: error.code, message: error.message ?? "" },
    latencyMs: Math.round(exchange.elapsedMs * 10) / 10,
    attempt: attempt === undefined ? 1 : Number(attempt),
    faults: exchange.faults,
    warnings: exchange.warnings,
    requestId: exchange.requestId,
  };
}
