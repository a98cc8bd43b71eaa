import { EventStreamCodec } from "@smithy/core/event-streams";
import type { MessageHeaders, StaticOperationSchema } from "@smithy/types";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { describe, expect, it } from "vitest";
import { clientStreams, eventsOf, serverStreams } from "../src/entries/generated/v1.js";
import type {
  ClientCall,
  EventStreamCase,
  ServerUnderTest,
  StreamHandler,
} from "../src/entries/generated/v1.js";
import { messagesOf } from "../src/compare/frames.js";
import { readBody } from "../src/cases/read-body.js";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString(),
  (text) => Uint8Array.from(Buffer.from(text)),
);
const frame = (text: string, headers: MessageHeaders = {}): Uint8Array =>
  codec.encode({
    headers: { ":event-type": { type: "string", value: "said" }, ...headers },
    body: Uint8Array.from(Buffer.from(text)),
  });

/** Yields the text of each event. */
async function* textsOf(body: unknown): AsyncGenerator<{ readonly said: string }> {
  for (const message of messagesOf(await readBody(body))) {
    if (message.headers[":event-type"]?.value === "broken") throw new Broken("It broke.");
    yield { said: Buffer.from(message.body).toString() };
  }
}

class Broken extends Error {
  override readonly name = "Broken";
}

const event = (text: string, more: object = {}) => ({
  headers: { ":event-type": { string: "said" }, ...more },
  body: text,
});
const streams = (change: Partial<EventStreamCase> = {}): EventStreamCase => ({
  requestEvents: [event("a", { n: { long: 5 } })],
  responseEvents: [event("b")],
  ...change,
});

describe("a client with event streams", () => {
  /** Sends the given frames, and reads the response. */
  const call =
    (sent: readonly Uint8Array[]): ClientCall =>
    async ({ requestHandler }) => {
      const { response } = await requestHandler.handle({
        method: "POST",
        protocol: "https:",
        hostname: "example.com",
        path: "/talk",
        query: {},
        headers: { "x-room": "kitchen" },
        body: eventsOf(sent),
      });
      return { room: response.headers["x-room"], events: textsOf(response.body), $metadata: {} };
    };
  const long = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 5]);
  const n = {
    type: "long" as const,
    value: { bytes: long, valueOf: () => 5, toString: () => "5" },
  };
  const sent = [frame("a", { n })];
  const expected = { member: "events", events: [{ said: "b" }] };

  it("passes the test if it sends and reads the events of the case", async () => {
    await expect(clientStreams(call(sent), streams(), expected)).resolves.toBeUndefined();
  });

  it("may sign its events and end the stream with an empty signed message", async () => {
    const sign = (body: Uint8Array) =>
      codec.encode({
        headers: { ":chunk-signature": { type: "binary", value: Uint8Array.of(1) } },
        body,
      });
    const signed = [...sent.map(sign), sign(new Uint8Array())];
    await expect(clientStreams(call(signed), streams(), expected)).resolves.toBeUndefined();
  });

  it("may send the initial message of RPC protocols even if the case omits it", async () => {
    const opening = { ":event-type": { type: "string", value: "initial-request" } } as const;
    const opened = [frame("{}", opening), ...sent];
    await expect(clientStreams(call(opened), streams(), expected)).resolves.toBeUndefined();
    const initial = { headers: { ":event-type": { string: "initial-request" } }, body: "{}" };
    const test = streams({ requestEvents: [initial, event("a")] });
    await expect(clientStreams(call(opened), test, expected)).resolves.toBeUndefined();
    await expect(clientStreams(call(sent), test, expected)).rejects.toThrow("expected 2, got 1");
  });

  it.each<[string, Partial<EventStreamCase>, string]>([
    ["another event", { requestEvents: [event("c")] }, "events[0]: body: expected"],
    ["a missing event", { requestEvents: [event("a"), event("b")] }, "events: expected 2, got 1"],
    [
      "a header of another type",
      { requestEvents: [event("a", { n: { integer: 5 } })] },
      "events[0]: header n.type: expected",
    ],
    [
      "a missing header",
      { requestEvents: [event("a", { m: { integer: 5 } })] },
      "events[0]: header m: absent",
    ],
    [
      "a forbidden header",
      { requestEvents: [{ forbidHeaders: ["n"] }] },
      "events[0]: header n: must be absent",
    ],
    [
      "another initial request",
      { initialRequest: { method: "POST", uri: "/talk", headers: { "x-room": "hall" } } },
      "header x-room",
    ],
    ["other events read", { responseEvents: [event("x")] }, "events[0].said: expected"],
  ])("fails the test with %s", async (_, change, difference) => {
    await expect(clientStreams(call(sent), streams(change), expected)).rejects.toThrow(difference);
  });

  it("may send the times in headers that the case states in seconds or as text", async () => {
    const timed = [frame("a", { t: { type: "timestamp", value: new Date(5000) } })];
    const holds = (timestamp: string | number) =>
      clientStreams(
        call(timed),
        streams({ requestEvents: [event("a", { t: { timestamp } })] }),
        expected,
      );
    await expect(holds(5)).resolves.toBeUndefined();
    await expect(holds("1970-01-01T00:00:05Z")).resolves.toBeUndefined();
    await expect(holds(5000)).rejects.toThrow("events[0]: header t.value");
  });

  it("must return the other members of the output if the case has them", async () => {
    const initialResponse = { code: 200, headers: { "X-Room": "kitchen" } };
    const test = streams({ initialResponse });
    const room = { room: "kitchen" };
    await expect(
      clientStreams(call(sent), test, { ...expected, output: room }),
    ).resolves.toBeUndefined();
    await expect(
      clientStreams(call(sent), test, { ...expected, output: { room: "hall" } }),
    ).rejects.toThrow("output.room: expected");
  });

  it("may reject a response that the case does not define", async () => {
    const refusing: ClientCall = async (config) => {
      await call(sent)(config);
      throw new Error("The room is missing.");
    };
    const silent = streams({ responseEvents: [] });
    const nothing = { member: "events", events: [] };
    await expect(clientStreams(refusing, silent, nothing)).resolves.toBeUndefined();
    await expect(clientStreams(refusing, streams(), expected)).rejects.toThrow(
      "The room is missing.",
    );
    const other = streams({ requestEvents: [event("c")], responseEvents: [] });
    await expect(clientStreams(refusing, other, nothing)).rejects.toThrow("events[0]: body");
  });

  it("must throw the error of the case", async () => {
    const broken = { headers: { ":event-type": { string: "broken" } } };
    const test = streams({ responseEvents: [broken] });
    const failing = (type?: typeof Broken | typeof RangeError) =>
      clientStreams(call(sent), test, {
        member: "events",
        events: [],
        failure: type === undefined ? {} : { type },
      });
    await expect(failing()).resolves.toBeUndefined();
    await expect(failing(Broken)).resolves.toBeUndefined();
    await expect(failing(RangeError)).rejects.toThrow("expected a RangeError");
    await expect(
      clientStreams(call(sent), streams(), { ...expected, failure: {} }),
    ).rejects.toThrow("expected an error, got none");
    await expect(clientStreams(call(sent), test, expected)).rejects.toThrow("It broke.");
  });
});

describe("a server with event streams", () => {
  const talk: StaticOperationSchema = [
    9,
    "x",
    "Talk",
    { http: ["POST", "/talk", 200] },
    [3, "x", "Input", 0, ["room"], [[0, { httpHeader: "x-room" }]]],
    "unit",
  ];
  const opening = {
    service: {
      service: { namespace: "x", name: "X", version: "1" },
      operations: [{ schema: talk, errors: [] }],
    },
    protocol: restJson1,
    operation: "Talk",
    input: { room: "kitchen" },
  };
  /** Passes the events to the handler, and responds with the output of the handler. */
  const server = (handler: StreamHandler): ServerUnderTest => ({
    handle: async ({ headers, body }) => {
      try {
        const { said } = Object(await handler({ room: headers["x-room"], events: textsOf(body) }));
        return { statusCode: 200, headers: {}, body: frame(said) };
      } catch (error) {
        return { statusCode: 500, headers: {}, body: String(error) };
      }
    },
  });
  const expected = { member: "events", events: [{ said: "a" }], output: { said: "b" } };

  it("passes the test if the handler reads and the server writes the events of the case", async () => {
    const input = { room: "kitchen" };
    await expect(
      serverStreams(server, opening, streams(), { ...expected, input }),
    ).resolves.toBeUndefined();
  });

  it("fails the test with a list of all differences", async () => {
    const other = { ...expected, input: { room: "hall" }, events: [], output: { said: "c" } };
    const failed = serverStreams(server, opening, streams(), other);
    await expect(failed).rejects.toThrow("input.room: expected");
    await expect(failed).rejects.toThrow("events[0]: body: expected");
  });

  it("must refuse the request or its events if the case requires it", async () => {
    const broken = streams({
      requestEvents: [{ headers: { ":event-type": { string: "broken" } } }],
    });
    const failing = (test: EventStreamCase, failure: { name?: string }) =>
      serverStreams(server, opening, test, { ...expected, failure });
    await expect(failing(broken, {})).resolves.toBeUndefined();
    await expect(failing(broken, { name: "Broken" })).resolves.toBeUndefined();
    await expect(failing(broken, { name: "Other" })).rejects.toThrow("expected Other");
    await expect(failing(streams(), {})).rejects.toThrow("expected an error, got none");
  });
});
