import { inspectValue } from "./inspect-value.js";

/** What there is to say of a call that has ended. */
export interface LogRecord {
  readonly clientName: string;
  readonly operationName: string;
  /** The input of the command, sensitive members masked. */
  readonly params: unknown;
  /** Absent where there was no response. */
  readonly statusCode: number | undefined;
  readonly requestId: string | undefined;
  /** How long the call took with all its attempts, in seconds. */
  readonly seconds: number;
  readonly retries: number;
  /** Absent where the call succeeded. */
  readonly error: { readonly name: string; readonly message: string } | undefined;
}

/** Makes the line of a call. */
export type LogFormatter = (record: LogRecord) => string;

/**
 * The default line: `[MarketplaceMeteringClient 200 0.58 0 retries] MeterUsage({ ProductCode: "p" })`, and where the
 * call failed the name of the error and its message. A call without a response has `-` for its status.
 */
export const formatLogLine: LogFormatter = (record) => {
  const { clientName, operationName, params, statusCode = "-", seconds, retries, error } = record;
  const call = `${operationName}(${inspectValue(params)})`;
  const line = `[${clientName} ${statusCode} ${seconds.toFixed(2)} ${retries} retries] ${call}`;
  return error === undefined ? line : `${line} ${error.name} ${error.message}`;
};
