import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { HttpHandler } from "../../src/entries/generated-v1/index.js";
import { telemetry } from "../../src/entries/telemetry.js";
import { PingCommand, vaultClient } from "../vault-service.js";

const spans = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(spans)],
});
const measured = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: measured });
const meterProvider = new MeterProvider({ readers: [reader] });

const ok = { statusCode: 200, headers: { "x-amzn-requestid": "r-1" }, body: '{"Text":"hi"}' };
const busy = { statusCode: 503, headers: { "x-amzn-requestid": "r-0" }, body: "{}" };

async function ping(...answers: readonly (typeof ok | Error)[]): Promise<unknown> {
  let sent = 0;
  const handler: HttpHandler = {
    handle: async () => {
      const answer = answers[Math.min(sent++, answers.length - 1)] ?? ok;
      if (answer instanceof Error) throw answer;
      return { response: { ...answer, headers: { ...answer.headers } } };
    },
  };
  const client = new (vaultClient(restJson1))({
    region: "eu-west-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    requestHandler: handler,
    plugins: [telemetry({ tracerProvider, meterProvider })],
  });
  return client.send(new PingCommand({ Text: "hello" })).catch((error: unknown) => error);
}

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterEach(async () => {
  await reader.forceFlush();
  spans.reset();
  measured.reset();
});
afterAll(async () => {
  context.disable();
  await meterProvider.shutdown();
});

describe("the spans of telemetry", () => {
  it("are one span for each call and, as its children, one span for each attempt", async () => {
    await ping(busy, ok);
    const [first, second, call] = spans.getFinishedSpans();
    expect(spans.getFinishedSpans()).toHaveLength(3);
    expect(call).toMatchObject({
      name: "Vault.Ping",
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        "rpc.system": "aws-api",
        "rpc.service": "Vault",
        "rpc.method": "Ping",
        "cloud.region": "eu-west-1",
        "aws.request_id": "r-1",
        "http.response.status_code": 200,
      },
    });
    expect(first).toMatchObject({
      name: "Attempt",
      kind: SpanKind.INTERNAL,
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        "http.request.method": "POST",
        "server.address": "vault.example.com",
        "server.port": 443,
        "http.response.status_code": 503,
      },
    });
    expect(first?.attributes).not.toHaveProperty("http.request.resend_count");
    expect(second?.attributes).toMatchObject({
      "http.request.resend_count": 1,
      "http.response.status_code": 200,
    });
    for (const attempt of [first, second]) {
      expect(attempt?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    }
  });

  it("have the active span of the caller as their parent", async () => {
    const tracer = tracerProvider.getTracer("test");
    const outer = tracer.startSpan("outer");
    await context.with(trace.setSpan(context.active(), outer), () => ping(ok));
    outer.end();
    const call = spans.getFinishedSpans().find(({ name }) => name === "Vault.Ping");
    expect(call?.parentSpanContext?.spanId).toBe(outer.spanContext().spanId);
  });

  it("contain the type of an error, but neither input nor output", async () => {
    const error = Object.assign(new Error("hello is not welcome"), { name: "NotWelcome" });
    expect(await ping(error)).toBe(error);
    const call = spans.getFinishedSpans().at(-1);
    expect(call).toMatchObject({
      status: { code: SpanStatusCode.ERROR, message: "NotWelcome" },
      attributes: { "error.type": "NotWelcome" },
    });
    const recorded = spans
      .getFinishedSpans()
      .map((span) => [span.attributes, span.status, span.events]);
    expect(JSON.stringify(recorded)).not.toContain("hello");
  });
});

describe("the metrics of telemetry", () => {
  it("count attempts and errors and measure durations by service and operation", async () => {
    await ping(busy, ok);
    await ping(Object.assign(new Error("no"), { name: "NotWelcome" }));
    await reader.forceFlush();
    const metrics = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)[0]?.metrics;
    const points = Object.fromEntries(
      (metrics ?? []).map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ attributes, value }) => ({ attributes, value })),
      ]),
    );
    const attributes = { "rpc.service": "Vault", "rpc.method": "Ping" };
    expect(points["smithy.client.call.attempts"]).toEqual([{ attributes, value: 3 }]);
    expect(points["smithy.client.call.errors"]).toEqual([
      { attributes: { ...attributes, "exception.type": "NotWelcome" }, value: 1 },
    ]);
    expect(points["smithy.client.call.duration"]).toEqual([
      { attributes, value: expect.objectContaining({ count: 2 }) },
    ]);
    expect(points["smithy.client.call.attempt_duration"]).toEqual([
      { attributes, value: expect.objectContaining({ count: 3 }) },
    ]);
  });
});

describe("telemetry without a registered SDK", () => {
  it("has no effect", async () => {
    const client = new (vaultClient(restJson1))({
      region: "eu-west-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      requestHandler: { handle: async () => ({ response: { ...ok, headers: {} } }) },
      plugins: [telemetry()],
    });
    expect(await client.send(new PingCommand({}))).toMatchObject({ Text: "hi" });
    expect(spans.getFinishedSpans()).toEqual([]);
  });
});
