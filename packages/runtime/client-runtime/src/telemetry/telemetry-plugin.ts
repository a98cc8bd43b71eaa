import {
  context as activeContext,
  metrics,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import type { Attributes, MeterProvider, Span, TracerProvider } from "@opentelemetry/api";
import { HttpRequest, HttpResponse } from "@smithy/core/transport";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  FinalizeRequestMiddleware,
  HandlerExecutionContext,
  InitializeMiddleware,
  MetadataBearer,
  ResponseMetadata,
} from "@smithy/types";
import { isObject } from "@tinsmith/values";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { aString, checkOptions, objectWith } from "../errors/option-kinds.js";
import { isStop } from "../plugins/build-request-stop.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { openStack } from "../plugins/open-stack.js";
import { runtimeVersion } from "../config/runtime-version.js";
import { createInstruments } from "./instruments.js";
import type { Instruments } from "./instruments.js";

/**
 * Options of the telemetry plugin. The default providers are those registered with
 * `@opentelemetry/api`.
 */
export interface TelemetryOptions {
  readonly tracerProvider?: TracerProvider;
  readonly meterProvider?: MeterProvider;
  /** The attribute `rpc.system` of the spans. Default `aws-api`. */
  readonly system?: string;
}

const SCOPE = "@tinsmith/client-runtime";

/**
 * Creates a plugin that reports calls to OpenTelemetry: a span for each call, with a span for each
 * attempt inside it, and metrics of the number, duration and failures of calls. Inputs and outputs
 * are not reported.
 *
 * Names follow the semantic conventions for AWS SDK clients and the metrics of the AWS SDKs
 * (`smithy.client.call.*`).
 *
 * @throws TypeError if an option has the wrong type
 */
export function telemetry(options: TelemetryOptions = {}): MiddlewarePlugin {
  checkOptions("telemetry", options, {
    tracerProvider: objectWith("getTracer"),
    meterProvider: objectWith("getMeter"),
    system: aString,
  });
  return {
    applyToStack: (clientStack, config) => {
      const stack = openStack(clientStack);
      // The API returns proxies, so providers that are registered later also work.
      const tracer = (options.tracerProvider ?? trace).getTracer(SCOPE, runtimeVersion);
      const meter = (options.meterProvider ?? metrics).getMeter(SCOPE, runtimeVersion);
      const reporter: Reporter = {
        startSpan: (name, settings) => tracer.startSpan(name, settings),
        instruments: createInstruments(meter),
        system: options.system ?? "aws-api",
        config,
      };
      stack.add(callMiddleware(reporter), {
        name: "telemetryMiddleware",
        step: "initialize",
        priority: "high",
        tags: ["TELEMETRY"],
        override: true,
      });
      stack.addRelativeTo(attemptMiddleware(reporter), {
        name: "attemptTelemetryMiddleware",
        relation: "after",
        toMiddleware: "retryMiddleware",
        tags: ["TELEMETRY"],
        override: true,
      });
    },
  };
}

interface Reporter {
  readonly startSpan: ReturnType<TracerProvider["getTracer"]>["startSpan"];
  readonly instruments: Instruments;
  readonly system: string;
  readonly config: ResolvedServiceClientConfig | undefined;
}

/** Data of a call for its attempts. */
interface CallState {
  readonly attributes: Attributes;
  attempts: number;
}

const states = new WeakMap<HandlerExecutionContext, CallState>();

const callMiddleware =
  (reporter: Reporter): InitializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const method = String(context[SMITHY_CONTEXT_KEY]?.["operation"]);
    const service = reporter.config?.serviceId ?? String(context[SMITHY_CONTEXT_KEY]?.["service"]);
    const attributes = { "rpc.service": service, "rpc.method": method };
    states.set(context, { attributes, attempts: 0 });
    const span = reporter.startSpan(`${service}.${method}`, {
      kind: SpanKind.CLIENT,
      attributes: { "rpc.system": reporter.system, ...attributes },
    });
    const started = performance.now();
    try {
      const result = await activeContext.with(trace.setSpan(activeContext.active(), span), () =>
        next(args),
      );
      describeOutcome(span, result.output.$metadata);
      return result;
    } catch (error) {
      if (!isStop(error)) {
        recordError(span, error);
        reporter.instruments.errors.add(1, { ...attributes, "exception.type": errorType(error) });
      }
      throw error;
    } finally {
      await describeRegion(span, reporter.config);
      reporter.instruments.duration.record((performance.now() - started) / 1000, attributes);
      span.end();
    }
  };

const attemptMiddleware =
  (reporter: Reporter): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const state = states.get(context);
    const attributes = state?.attributes ?? {};
    const earlier = state?.attempts ?? 0;
    if (state !== undefined) state.attempts += 1;
    const span = reporter.startSpan("Attempt", {
      kind: SpanKind.INTERNAL,
      attributes: {
        ...requestAttributes(args.request),
        ...(earlier > 0 && { "http.request.resend_count": earlier }),
      },
    });
    const started = performance.now();
    try {
      const result = await activeContext.with(trace.setSpan(activeContext.active(), span), () =>
        next(args),
      );
      describeResponse(span, result.response);
      return result;
    } catch (error) {
      if (!isStop(error)) recordError(span, error);
      throw error;
    } finally {
      reporter.instruments.attempts.add(1, attributes);
      reporter.instruments.attemptDuration.record((performance.now() - started) / 1000, attributes);
      span.end();
    }
  };

function requestAttributes(request: unknown): Attributes {
  if (!HttpRequest.isInstance(request)) return {};
  const { method, hostname, port, protocol } = request;
  return {
    "http.request.method": method,
    "server.address": hostname,
    "server.port": port ?? (protocol === "http:" ? 80 : 443),
  };
}

function describeOutcome(span: Span, metadata: ResponseMetadata | undefined): void {
  const { httpStatusCode, requestId, extendedRequestId } = metadata ?? {};
  if (httpStatusCode !== undefined) span.setAttribute("http.response.status_code", httpStatusCode);
  if (requestId !== undefined) span.setAttribute("aws.request_id", requestId);
  if (extendedRequestId !== undefined) {
    span.setAttribute("aws.extended_request_id", extendedRequestId);
  }
}

function describeResponse(span: Span, response: unknown): void {
  if (HttpResponse.isInstance(response)) {
    span.setAttribute("http.response.status_code", response.statusCode);
  }
}

/** Adds the region. A missing region is ignored here, because the call itself reports it. */
async function describeRegion(
  span: Span,
  config: ResolvedServiceClientConfig | undefined,
): Promise<void> {
  if (config === undefined || !span.isRecording()) return;
  const region = await config.region?.().catch(() => undefined);
  if (region !== undefined) span.setAttribute("cloud.region", region);
}

/** Records only the type of an error, because messages may repeat input of the caller. */
function recordError(span: Span, error: unknown): void {
  const type = errorType(error);
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR, message: type });
  if (error instanceof Error && "$metadata" in error && isObject(error.$metadata)) {
    describeOutcome(span, error.$metadata);
  }
}

const errorType = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
