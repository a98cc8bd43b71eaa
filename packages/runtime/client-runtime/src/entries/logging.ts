/**
 * Log lines and wire traces of calls.
 *
 * @packageDocumentation
 * @public
 */
export { formatLogLine } from "../logging/format-log-line.js";
export type { LogFormatter, LogRecord } from "../logging/format-log-line.js";
export { logging } from "../logging/logging-plugin.js";
export type { LoggingOptions, LogLevel } from "../logging/logging-plugin.js";
