import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  FinalizeRequestMiddleware,
  HandlerExecutionContext,
  HttpRequest,
  HttpResponse,
  InitializeMiddleware,
  MetadataBearer,
} from "@smithy/types";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { safeMessage } from "../logging/safe-message.js";
import { aBoolean, aString, checkOptions, objectWith } from "../errors/option-kinds.js";
import { isStop } from "../plugins/build-request-stop.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { openStack } from "../plugins/open-stack.js";
import { truncate, limits } from "./monitoring-events.js";
import type { AttemptEvent, CallEvent, MonitoringEvent } from "./monitoring-events.js";
import { resolveMonitoring } from "./monitoring-settings.js";
import { checkPort } from "./udp-publisher.js";
import type { ClientSideMonitoringOptions, Monitoring } from "./monitoring-settings.js";

/**
 * Creates a plugin that reports each call and each attempt to an agent on the same machine, such as
 * the CloudWatch agent: the client-side monitoring of the AWS SDKs, in Node. Calls neither wait for
 * the report nor fail because of it. If no agent listens, events are lost; an invalid setting is
 * logged as a warning.
 *
 * @throws TypeError, RangeError if an option has a wrong type or value
 */
export function clientSideMonitoring(options: ClientSideMonitoringOptions = {}): MiddlewarePlugin {
  checkOptions("clientSideMonitoring", options, {
    enabled: aBoolean,
    clientId: aString,
    host: aString,
    publisher: objectWith("publish"),
  });
  if (options.port !== undefined) checkPort(options.port);
  return {
    applyToStack: (clientStack, config) => {
      // Without a client there is no configuration to read.
      if (config === undefined) return;
      const stack = openStack(clientStack);
      const parts: Reporter = { config, report: createReport(options, config) };
      stack.add(callMiddleware(parts), {
        name: "clientSideMonitoringMiddleware",
        step: "initialize",
        priority: "high",
        tags: ["CLIENT_SIDE_MONITORING"],
        override: true,
      });
      stack.addRelativeTo(attemptMiddleware(parts), {
        name: "attemptMonitoringMiddleware",
        relation: "after",
        toMiddleware: "retryMiddleware",
        tags: ["CLIENT_SIDE_MONITORING"],
        override: true,
      });
    },
  };
}

/** An event without the fields that are resolved later. */
type EventData<Event> = Event extends unknown ? Omit<Event, "ClientId" | "Region"> : never;

interface Reporter {
  readonly config: ResolvedServiceClientConfig;
  readonly report: (data: EventData<MonitoringEvent>, region: Promise<string | undefined>) => void;
}

/** Creates the function that publishes events in order, in the background. */
function createReport(
  options: ClientSideMonitoringOptions,
  config: ResolvedServiceClientConfig,
): Reporter["report"] {
  let settled: Promise<Monitoring | undefined> | undefined;
  const warn = (error: unknown): undefined => {
    const reason = error instanceof Error ? error.message : String(error);
    config.logger.warn?.(`Client-side monitoring failed: ${reason}`);
  };
  return async (data, region) => {
    try {
      const monitoring = await (settled ??= resolveMonitoring(options, config).catch(warn));
      if (monitoring === undefined) return;
      const Region = await region;
      await monitoring.publisher.publish({
        ...data,
        ClientId: monitoring.clientId,
        ...(Region !== undefined && { Region }),
      });
    } catch (error) {
      warn(error);
    }
  };
}

/** Data from a call's attempts for the event of the call. */
interface CallState {
  attempts: number;
  input: object;
  /** The signing region of the requests, if any. */
  region: Promise<string | undefined>;
  userAgent?: string;
  statusCode?: number;
  /** True if the retry limit was not reached yet. */
  hasAttemptsLeft?: boolean;
}

const noRegion = Promise.resolve(undefined);

const states = new WeakMap<HandlerExecutionContext, CallState>();

const callMiddleware =
  ({ config, report }: Reporter): InitializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const state: CallState = { attempts: 0, input: args.input, region: noRegion };
    states.set(context, state);
    const [timestamp, started] = [Date.now(), performance.now()];
    const end = (failure: Partial<CallEvent> = {}): void =>
      report(
        {
          Type: "ApiCall",
          ...common(config, context, timestamp, state.userAgent),
          AttemptCount: state.attempts,
          Latency: Math.round(performance.now() - started),
          ...(state.statusCode !== undefined && { FinalHttpStatusCode: state.statusCode }),
          MaxRetriesExceeded: 0,
          ...failure,
        },
        state.region,
      );
    try {
      const result = await next(args);
      end();
      return result;
    } catch (error) {
      if (!isStop(error)) {
        const fields = Object.entries(exceptionFields(error, context, args.input));
        end({
          ...Object.fromEntries(fields.map(([name, text]) => [`Final${name}`, text])),
          MaxRetriesExceeded: isExceeded(state, error) ? 1 : 0,
        });
      }
      throw error;
    }
  };

const attemptMiddleware =
  ({ config, report }: Reporter): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const { request } = args;
    const state = states.get(context);
    if (state === undefined || !isRequest(request)) return next(args);
    state.attempts += 1;
    state.userAgent = request.headers["user-agent"] ?? "";
    const [, limit = "0"] = /max=(\d+)/.exec(request.headers["amz-sdk-request"] ?? "") ?? [];
    state.hasAttemptsLeft = state.attempts < Number(limit);
    const accessKey = getAccessKey(context);
    if (accessKey !== undefined) state.region = config.region().catch(() => undefined);
    const [timestamp, started] = [Date.now(), performance.now()];
    const end = (response: unknown, failure: Partial<AttemptEvent> = {}): void => {
      const received = isResponse(response) ? response : undefined;
      if (received === undefined) delete state.statusCode;
      else state.statusCode = received.statusCode;
      report(
        {
          Type: "ApiCallAttempt",
          ...common(config, context, timestamp, state.userAgent),
          Fqdn: request.hostname,
          AttemptLatency: Math.round(performance.now() - started),
          ...(accessKey !== undefined && { AccessKey: accessKey }),
          ...(received && { HttpStatusCode: received.statusCode, ...requestIds(received.headers) }),
          ...failure,
        },
        state.region,
      );
    };
    try {
      const result = await next(args);
      end(result.response);
      return result;
    } catch (error) {
      if (isStop(error)) state.attempts -= 1;
      else {
        const response = error instanceof Error && Reflect.get(error, "$response");
        end(response, exceptionFields(error, context, state.input));
      }
      throw error;
    }
  };

const common = (
  { serviceId }: ResolvedServiceClientConfig,
  context: HandlerExecutionContext,
  timestamp: number,
  userAgent: string | undefined,
) => ({
  Version: 1 as const,
  Service: serviceId,
  Api: String(context[SMITHY_CONTEXT_KEY]?.["operation"]),
  Timestamp: timestamp,
  ...(userAgent !== undefined && { UserAgent: truncate(userAgent, limits.userAgent) }),
});

/** Returns the event's fields for an error of the service or another error. */
function exceptionFields(
  error: unknown,
  context: HandlerExecutionContext,
  input: object,
): Partial<AttemptEvent> {
  const { name, message } =
    error instanceof Error
      ? { name: error.name, message: safeMessage(context, input, error) }
      : { name: typeof error, message: String(error) };
  const exception = truncate(name, limits.exception);
  const text = truncate(message, limits.message);
  return error instanceof Error && "$fault" in error
    ? { AwsException: exception, AwsExceptionMessage: text }
    : { SdkException: exception, SdkExceptionMessage: text };
}

/** Returns true if the last allowed attempt failed, and not because of the caller. */
function isExceeded({ attempts, hasAttemptsLeft }: CallState, error: unknown): boolean {
  if (hasAttemptsLeft !== false || !(error instanceof Error) || error.name === "AbortError")
    return false;
  // If the call was retried, its error was retryable. Otherwise the error's fault decides.
  return attempts > 1 || Reflect.get(error, "$fault") !== "client";
}

const isRequest = (value: unknown): value is HttpRequest =>
  typeof value === "object" && value !== null && "hostname" in value && "headers" in value;

const isResponse = (value: unknown): value is HttpResponse =>
  typeof value === "object" && value !== null && "statusCode" in value && "headers" in value;

function requestIds(headers: Readonly<Record<string, string>>): Partial<AttemptEvent> {
  const found = Object.entries(idHeaders).flatMap(([field, name]) => {
    const id = headers[name];
    return id === undefined ? [] : [[field, id] as const];
  });
  return Object.fromEntries(found);
}

const idHeaders = {
  XAmznRequestId: "x-amzn-requestid",
  XAmzRequestId: "x-amz-request-id",
  XAmzId2: "x-amz-id-2",
} as const;

function getAccessKey(context: HandlerExecutionContext): string | undefined {
  const { identity } = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme ?? {};
  const key: unknown = identity && Reflect.get(identity, "accessKeyId");
  return typeof key === "string" ? key : undefined;
}
