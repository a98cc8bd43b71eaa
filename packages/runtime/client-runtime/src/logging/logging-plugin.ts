import type {
  HandlerExecutionContext,
  InitializeMiddleware,
  Logger,
  MetadataBearer,
  ResponseMetadata,
} from "@smithy/types";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import { isStop } from "../plugins/build-request-stop.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { aBoolean, aFunction, checkOptions, objectWith, oneOf } from "../errors/option-kinds.js";
import { toError } from "../errors/to-error.js";
import { openStack } from "../plugins/open-stack.js";
import { formatLogLine } from "./format-log-line.js";
import type { LogFormatter, LogRecord } from "./format-log-line.js";
import { safeMessage } from "./safe-message.js";
import { MASK } from "./sensitive.js";
import { wireTraceMiddleware } from "./wire-trace.js";

/** Options of the logging plugin. All are optional. */
export interface LoggingOptions {
  /** The logger that receives the lines. Default: the client's `logger`, or else `console`. */
  readonly logger?: Logger;
  /** The level of the lines. Default `info`. */
  readonly logLevel?: LogLevel;
  /** Formats the line of a call. Default: {@link formatLogLine}. */
  readonly logFormatter?: LogFormatter;
  /** Also logs requests and responses, at level `debug`. Default `false`. */
  readonly httpWireTrace?: boolean;
}

const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

/** A level. It is also the name of a method of loggers. */
export type LogLevel = (typeof logLevels)[number];

/**
 * Creates a plugin that logs a line for each call, instead of the structured records that clients
 * log by default. Credentials and members that the model marks `@sensitive` are masked.
 *
 * @throws TypeError if an option has the wrong type
 */
export function logging(options: LoggingOptions = {}): MiddlewarePlugin {
  checkOptions("logging", options, {
    logger: objectWith("debug", "info", "warn", "error"),
    logLevel: oneOf(...logLevels),
    logFormatter: aFunction,
    httpWireTrace: aBoolean,
  });
  return {
    configure: ({ logger }) =>
      logger === undefined ? { logger: options.logger ?? console } : undefined,
    applyToStack: (clientStack, config) => {
      const stack = openStack(clientStack);
      stack.add(logMiddleware(options), {
        name: "loggerMiddleware",
        step: "initialize",
        tags: ["LOGGER"],
        override: true,
      });
      if (options.httpWireTrace !== true) return;
      const write = (text: string, context: HandlerExecutionContext): void =>
        chooseLogger(options, context).debug(text);
      stack.add(wireTraceMiddleware(config, write), {
        name: "wireTraceMiddleware",
        step: "deserialize",
        tags: ["LOGGER"],
        override: true,
      });
    },
  };
}

const chooseLogger = (options: LoggingOptions, context: HandlerExecutionContext): Logger =>
  options.logger ?? context.logger ?? console;

const logMiddleware =
  (options: LoggingOptions): InitializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const { logLevel = "info", logFormatter = formatLogLine } = options;
    const started = Date.now();
    const log = (metadata: ResponseMetadata | undefined, error?: Error): void => {
      const record: LogRecord = {
        clientName: context.clientName ?? "Client",
        operationName: String(context[SMITHY_CONTEXT_KEY]?.["operation"] ?? context.commandName),
        params: mask(context, args.input),
        statusCode: metadata?.httpStatusCode,
        requestId: metadata?.requestId,
        seconds: (Date.now() - started) / 1000,
        retries: (metadata?.attempts ?? 1) - 1,
        error: error && { name: error.name, message: safeMessage(context, args.input, error) },
      };
      const line = logFormatter(record);
      const logger = chooseLogger(options, context);
      (logger[logLevel] ?? logger.debug).call(logger, line);
    };
    try {
      const result = await next(args);
      log(result.output.$metadata);
      return result;
    } catch (error) {
      if (!isStop(error)) log(getMetadata(error), toError(error));
      throw error;
    }
  };

function mask(context: HandlerExecutionContext, input: object): unknown {
  const filter: ((input: unknown) => unknown) | undefined = context["inputFilterSensitiveLog"];
  return filter === undefined ? MASK : filter(input);
}

const getMetadata = (error: unknown): ResponseMetadata | undefined =>
  hasMetadata(error) ? error.$metadata : undefined;

const hasMetadata = (error: unknown): error is MetadataBearer =>
  error instanceof Error && "$metadata" in error && typeof error.$metadata === "object";
