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
import { cut, limits } from "./monitoring-events.js";
import type { AttemptEvent, CallEvent, MonitoringEvent } from "./monitoring-events.js";
import { resolveMonitoring } from "./monitoring-settings.js";
import { checkPort } from "./udp-publisher.js";
import type { ClientSideMonitoringOptions, Monitoring } from "./monitoring-settings.js";

/**
 * A plugin that tells an agent on the same machine, such as that of CloudWatch, of each call and each of its attempts:
 * the client-side monitoring of the AWS SDKs, in Node. Calls neither wait for it nor fail by it. What cannot be told, for
 * want of an agent or of a setting that means something, is not; the latter is a warning of the client's logger.
 *
 * @throws TypeError, RangeError when an option is not what it has to be.
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
      // Without a client there is nobody to tell of.
      if (config === undefined) return;
      const stack = openStack(clientStack);
      const parts: Parts = { config, tell: teller(options, config) };
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

/** An event before it is known where it goes. */
type Facts<Event> = Event extends unknown ? Omit<Event, "ClientId" | "Region"> : never;

interface Parts {
  readonly config: ResolvedServiceClientConfig;
  readonly tell: (facts: Facts<MonitoringEvent>, region: Promise<string | undefined>) => void;
}

/** Hands events on, in their order, while those who have them go on. */
function teller(
  options: ClientSideMonitoringOptions,
  config: ResolvedServiceClientConfig,
): Parts["tell"] {
  let settled: Promise<Monitoring | undefined> | undefined;
  const warn = (error: unknown): undefined => {
    const reason = error instanceof Error ? error.message : String(error);
    config.logger.warn(`Calls are not told to the monitoring agent: ${reason}`);
  };
  return async (facts, region) => {
    try {
      const monitoring = await (settled ??= resolveMonitoring(options, config).catch(warn));
      if (monitoring === undefined) return;
      const Region = await region;
      await monitoring.publisher.publish({
        ...facts,
        ClientId: monitoring.clientId,
        ...(Region !== undefined && { Region }),
      });
    } catch (error) {
      warn(error);
    }
  };
}

/** What the event of a call takes from its attempts. */
interface CallState {
  attempts: number;
  input: object;
  /** The region that its requests are for, where they are signed for one. */
  region: Promise<string | undefined>;
  userAgent?: string;
  statusCode?: number;
  /** Whether the retry strategy had attempts left. */
  mayRetry?: boolean;
}

const nowhere = Promise.resolve(undefined);

const states = new WeakMap<HandlerExecutionContext, CallState>();

const callMiddleware =
  ({ config, tell }: Parts): InitializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const state: CallState = { attempts: 0, input: args.input, region: nowhere };
    states.set(context, state);
    const [timestamp, started] = [Date.now(), performance.now()];
    const end = (failure: Partial<CallEvent> = {}): void =>
      tell(
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
        const exception = Object.entries(exceptionOf(error, context, args.input));
        end({
          ...Object.fromEntries(exception.map(([name, text]) => [`Final${name}`, text])),
          MaxRetriesExceeded: isExceeded(state, error) ? 1 : 0,
        });
      }
      throw error;
    }
  };

const attemptMiddleware =
  ({ config, tell }: Parts): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const { request } = args;
    const state = states.get(context);
    if (state === undefined || !isRequest(request)) return next(args);
    state.attempts += 1;
    state.userAgent = request.headers["user-agent"] ?? "";
    const [, most = "0"] = /max=(\d+)/.exec(request.headers["amz-sdk-request"] ?? "") ?? [];
    state.mayRetry = state.attempts < Number(most);
    const accessKey = accessKeyOf(context);
    if (accessKey !== undefined) state.region = config.region().catch(() => undefined);
    const [timestamp, started] = [Date.now(), performance.now()];
    const end = (response: unknown, failure: Partial<AttemptEvent> = {}): void => {
      const answer = isResponse(response) ? response : undefined;
      if (answer === undefined) delete state.statusCode;
      else state.statusCode = answer.statusCode;
      tell(
        {
          Type: "ApiCallAttempt",
          ...common(config, context, timestamp, state.userAgent),
          Fqdn: request.hostname,
          AttemptLatency: Math.round(performance.now() - started),
          ...(accessKey !== undefined && { AccessKey: accessKey }),
          ...(answer && { HttpStatusCode: answer.statusCode, ...requestIds(answer.headers) }),
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
        end(response, exceptionOf(error, context, state.input));
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
  ...(userAgent !== undefined && { UserAgent: cut(userAgent, limits.userAgent) }),
});

/** An error of the service, or one of the way there. */
function exceptionOf(
  error: unknown,
  context: HandlerExecutionContext,
  input: object,
): Partial<AttemptEvent> {
  const { name, message } =
    error instanceof Error
      ? { name: error.name, message: safeMessage(context, input, error) }
      : { name: typeof error, message: String(error) };
  const exception = cut(name, limits.exception);
  const text = cut(message, limits.message);
  return error instanceof Error && "$fault" in error
    ? { AwsException: exception, AwsExceptionMessage: text }
    : { SdkException: exception, SdkExceptionMessage: text };
}

/** Whether an attempt failed that was the last one allowed, and not because of the caller. */
function isExceeded({ attempts, mayRetry }: CallState, error: unknown): boolean {
  if (mayRetry !== false || !(error instanceof Error) || error.name === "AbortError") return false;
  // What was tried again was worth it; of a first attempt the error has to say.
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

function accessKeyOf(context: HandlerExecutionContext): string | undefined {
  const { identity } = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme ?? {};
  const key: unknown = identity && Reflect.get(identity, "accessKeyId");
  return typeof key === "string" ? key : undefined;
}
