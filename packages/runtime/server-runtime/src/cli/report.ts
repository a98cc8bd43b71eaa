import type { Exchange } from "../service/exchange.js";
import type { Answer } from "../service/broken-connection.js";
import type { RecordingReport } from "../replay/recording.js";

/** What a start-up says. */
export interface Started {
  readonly title: string;
  readonly version: string;
  readonly url: string;
  /** Variables that lead clients to the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** How clients are made for the server in code, by language. */
  readonly clients: Readonly<Record<string, string>>;
  /** The server's time, where it is not the system's. */
  readonly clock: { readonly now: string; readonly frozen: boolean } | undefined;
  /** What else was asked for, in words: where the state is, which files are watched. */
  readonly settings: readonly string[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** An answered request, as the log has it. */
export interface LoggedRequest {
  readonly time: string;
  /** Absent while there is one tenant only. */
  readonly tenant: string | undefined;
  /** Absent where no operation takes the request; then method and path say what came. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** 0 where the connection broke before there was an answer. */
  readonly status: number;
  readonly broken: "reset" | "truncate" | undefined;
  readonly error: { readonly name: string; readonly message: string } | undefined;
  readonly latencyMs: number;
  /** From 1. */
  readonly attempt: number;
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
  readonly requestId: string;
}

/** Tells whoever started the command what happens: in words, or for programs. */
export interface Report {
  started(started: Started): void;
  answered(request: LoggedRequest): void;
  /** A watched file was read again. */
  reloaded(what: string, path: string): void;
  /** What was recorded or replayed, at the end of it. */
  recorded(report: RecordingReport): void;
  /** Something went wrong, and the server goes on. */
  problem(message: string): void;
  /** The command ends because of it. */
  failed(message: string, exitCode: number, hint?: string): void;
  stopped(): void;
}

export function loggedRequest(
  exchange: Exchange,
  { statusCode, broken }: Answer,
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
