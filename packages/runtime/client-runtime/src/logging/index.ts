export { formatLogLine } from "./format-log-line.js";
export type { LogFormatter, LogRecord } from "./format-log-line.js";
export { logging } from "./logging.js";
export type { LoggingOptions, LogLevel } from "./logging.js";
