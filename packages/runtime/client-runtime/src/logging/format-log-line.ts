import { inspectValue } from "./inspect-value.js";

/** The data of a completed call for a log line. */
export interface LogRecord {
  readonly clientName: string;
  readonly operationName: string;
  /** The input of the command, with sensitive members masked. */
  readonly params: unknown;
  /** Absent if there was no response. */
  readonly statusCode: number | undefined;
  readonly requestId: string | undefined;
  /** The duration of the call in seconds, including all attempts. */
  readonly seconds: number;
  readonly retries: number;
  /** Absent if the call succeeded. */
  readonly error: { readonly name: string; readonly message: string } | undefined;
}

/** Formats the log line of a call. */
export type LogFormatter = (record: LogRecord) => string;

/**
 * Formats the default log line, such as
 * `[MarketplaceMeteringClient 200 0.58 0 retries] MeterUsage({ ProductCode: "p" })`. If the call
 * failed, the error's name and message follow. The status of a call without a response is `-`.
 */
export const formatLogLine: LogFormatter = (record) => {
  const { clientName, operationName, params, statusCode = "-", seconds, retries, error } = record;
  const call = `${operationName}(${inspectValue(params)})`;
  const line = `[${clientName} ${statusCode} ${seconds.toFixed(2)} ${retries} retries] ${call}`;
  return error === undefined ? line : `${line} ${error.name} ${error.message}`;
};
