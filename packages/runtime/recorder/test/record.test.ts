import { loadModel } from "@tinsmith/smithy";
import { planService } from "@tinsmith/service";
import type { RecordingOrder, Recordings } from "@tinsmith/service";
import { describe, expect, it } from "vitest";
import { record } from "../src/index.js";
import { greetings, news } from "./models.js";

const clock = "2026-11-01T05:59:00Z";

function orderOf(text: string, more: Partial<RecordingOrder> = {}): RecordingOrder {
  const { model, diagnostics } = loadModel([{ path: "model.smithy", text }]);
  const error = diagnostics.find(({ severity }) => severity === "ERROR");
  if (model === undefined || error) throw new Error(error?.message);
  const [service] = model.shapesOfType("service");
  return {
    model,
    plan: planService(model, service?.id ?? ""),
    endpoint: "http://127.0.0.1:8080",
    region: "eu-west-1",
    clock,
    load: async () => ({}),
    ...more,
  };
}

function header(
  headers: readonly (readonly [string, string])[] | undefined,
  name: string,
): string | undefined {
  return headers?.find(([key]) => key === name)?.[1];
}

const protocols = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "smithy.protocols#rpcv2Cbor",
];

describe("a recording", () => {
  it.each(protocols)(
    "has the messages, the output and the error of each example: %s",
    async (id) => {
      const { calls, unrecorded } = await record(orderOf(greetings(id)));
      expect(unrecorded).toEqual([]);
      expect(calls.map(({ operation, title }) => [operation, title])).toEqual([
        ["Greet", "A name"],
        ["Greet", "A word"],
        ["Silent", undefined],
      ]);
      const [first, second, sample] = calls;
      expect(first?.output).toEqual({ text: "Hello Ann", picture: "aGk=" });
      expect(first?.response.status).toBe(200);
      expect(second?.error).toMatchObject({
        name: "Rude",
        message: "Be kind",
        data: { word: "Oaf" },
      });
      expect(second?.arranged).toBeUndefined();
      expect(Object.keys(sample?.input ?? {})).toEqual(["key"]);
      expect(header(first?.request.headers, "x-amz-date")).toBe("20261101T055900Z");
      expect(header(first?.request.headers, "authorization")).toMatch(
        /^AWS4-HMAC-SHA256 Credential=test\/20261101\/eu-west-1\/greetings\/aws4_request/,
      );
      expect(header(first?.response.headers, "date")).toBe("Sun, 01 Nov 2026 05:59:00 GMT");
    },
  );

  it.each(protocols)("is the same in every run: %s", async (id) => {
    const [first, second] = await Promise.all([
      record(orderOf(greetings(id))),
      record(orderOf(greetings(id))),
    ]);
    expect(second).toEqual(first);
  });

  it("has the byte length of each body in a header", async () => {
    const { calls } = await record(orderOf(greetings("aws.protocols#restJson1")));
    for (const { request, response } of calls) {
      for (const { headers, body } of [request, response]) {
        if (body.kind !== "text") throw new Error("The bodies of this protocol are text.");
        expect(header(headers, "content-length") ?? "0").toBe(String(Buffer.byteLength(body.text)));
      }
    }
  });

  it("shows CBOR in diagnostic notation", async () => {
    const { calls } = await record(orderOf(greetings("smithy.protocols#rpcv2Cbor")));
    expect(calls[0]?.request.body).toMatchObject({
      kind: "cbor",
      notation: '{\n  "name": "Ann"\n}',
    });
    expect(calls[0]?.response.body).toMatchObject({
      notation: `{\n  "text": "Hello Ann",\n  "picture": h'6869'\n}`,
    });
  });

  it("has the headers and payloads of events, and has the events in the output", async () => {
    const { calls } = await record(orderOf(news));
    const [call] = calls;
    const body = call?.response.body;
    if (body?.kind !== "events") throw new Error("The response must be a stream of events.");
    expect(body.events.map(({ headers }) => header(headers, ":event-type"))).toEqual([
      "initial-response",
      "headline",
      "closing",
    ]);
    expect(body.events[1]?.payload.kind).toBe("cbor");
    expect(call?.output?.["events"]).toMatchObject([{ headline: {} }, { closing: {} }]);
    expect(header(call?.request.headers, "authorization")).toBe("Bearer a-secret-token");
  });

  it("is empty for a service without a protocol", async () => {
    const model = `$version: "2"\nnamespace a\nservice S { version: "1" }`;
    expect(await record(orderOf(model))).toEqual({ calls: [], unrecorded: [] });
  });

  it("states the reason if an example cannot be sent", async () => {
    const model = `$version: "2"
      namespace a
      use aws.protocols#restJson1
      @restJson1 service S { version: "1", operations: [Get] }
      @readonly @http(method: "GET", uri: "/{key}")
      @examples([{ title: "No key", input: { key: "" } , allowConstraintErrors: true }])
      operation Get { input := { @required @httpLabel key: String } output := {} }`;
    const { calls, unrecorded } = await record(orderOf(model));
    expect(calls).toEqual([]);
    expect(unrecorded).toEqual([
      { operation: "Get", title: "No key", reason: expect.stringContaining("key") },
    ]);
  });
});

describe("a recording of a server with its own rules", () => {
  const model = greetings("aws.protocols#awsJson1_1");

  /** Records a server that returns random pictures and never throws the error of the example. */
  async function recordWithRules(): Promise<Recordings> {
    const { createMadeServer } = await import("../src/made-server.js");
    const { serverPartsOf } = await import("../src/server-parts.js");
    const { serviceOf } = await import("@tinsmith/dynamic-client/service");
    const { defineClient } = await import("@tinsmith/dynamic-client");
    const order = orderOf(model, { server: "a-mock" });
    const createMockServer = (settings: Parameters<typeof createMadeServer>[1]) => {
      const server = createMadeServer(
        serverPartsOf(serviceOf(defineClient(order.model))),
        settings,
      );
      server
        .on("Greet")
        .handles(() => ({ text: "Hi", picture: crypto.getRandomValues(new Uint8Array(4)) }));
      return server;
    };
    return record({ ...order, load: async () => ({ createMockServer }) });
  }

  it("keeps values that the server always returns, and replaces random values", async () => {
    const { calls } = await recordWithRules();
    expect(calls[0]?.output).toEqual({ text: "Hi", picture: "aGk=" });
    expect(calls[0]?.arranged).toBeUndefined();
    expect(await recordWithRules()).toEqual({ calls, unrecorded: [] });
  });

  it("has the error that an example states, although the rules never throw it", async () => {
    const { calls } = await recordWithRules();
    expect(calls[1]).toMatchObject({ arranged: true, error: { name: "Rude", message: "Be kind" } });
  });

  it("is refused if the module of the server has no function that creates it", async () => {
    await expect(
      record({ ...orderOf(model), server: "a-mock", load: async () => ({}) }),
    ).rejects.toThrow("The module a-mock must export a function createMockServer.");
  });
});
