// A program as a user of packages with event streams and problematic names would write it.
// `hard-event-names.test.ts` generates the packages, and then type-checks and bundles the program.
/* oxlint-disable unicorn/no-thenable -- members of a model can have this name */
import assert from "node:assert/strict";
import * as streams from "@example/streams-client";
import { createStubs } from "@example/streams-client/stubs";
import * as mock from "@example/streams-mock-server";

/** An event of every kind, with every member. */
const events: readonly streams.Events[] = [
  {
    constructor: {
      constructor: "c",
      ["__proto__"]: ["p", "q"],
      toString: { valueOf: 3, ["__proto__"]: "inside" },
      then: new Date("2026-11-01T05:00:00Z"),
    },
  },
  { ["__proto__"]: { constructor: "h", ["__proto__"]: 7, toString: true, then: "in the body" } },
  { then: { valueOf: new Date("2026-11-01T06:00:00Z"), constructor: new Uint8Array([0, 255]) } },
  { toString: { ["__proto__"]: "a text" } },
  { hasOwnProperty: { then: { valueOf: 4 } } },
  { valueOf: {} },
];

async function* send(stops: boolean): AsyncGenerator<streams.Events> {
  yield* events;
  if (stops) {
    const data = { message: "no more", constructor: "c", then: "t" };
    throw new mock.Stopped(data);
  }
}

const told: unknown[] = [];

const handlers: mock.StreamsHandlers = {
  Tell: async ({ constructor, then = send(false) }) => {
    for await (const event of then) told.push(event);
    return { toString: [String(constructor), String(told.length)] };
  },
  Listen: ({ valueOf }) => ({ constructor: "heard", ["__proto__"]: send(valueOf === "stop") }),
};

const options = {
  endpoint: "https://streams.example",
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDSTREAMS", secretAccessKey: "secret" },
  maxAttempts: 1,
};

const withStreams = (check: (client: streams.Streams) => Promise<void>) => async () => {
  const server = await mock.createMockServer({ handlers }).listen();
  const client = new streams.Streams({ ...options, endpoint: server.url });
  try {
    await check(client);
  } finally {
    client.destroy();
    await server.close();
  }
};

/**
 * Returns the stream of an output. Its member is named `__proto__`, which every object inherits.
 */
function streamOf(output: streams.ListenCommandOutput): AsyncIterable<streams.Events> {
  const stream = Object.hasOwn(output, "__proto__") ? output["__proto__"] : undefined;
  if (stream === undefined) throw new Error("The event stream is missing.");
  return stream;
}

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "sends events of every name to the server": withStreams(async (client) => {
    told.length = 0;
    const output = await client.tell({ constructor: "told", then: send(false) });
    assert.deepEqual(output.toString, ["told", String(events.length)]);
    assert.deepEqual(told, events);
  }),

  "receives events of every name from the server": withStreams(async (client) => {
    const output = await client.listen({ valueOf: "go on" });
    assert.equal(output.constructor, "heard");
    const heard: unknown[] = [];
    for await (const event of streamOf(output)) heard.push(event);
    assert.deepEqual(heard, events);
  }),

  "throws an error of the stream as its class, with members of every name": withStreams(
    async (client) => {
      const heard: unknown[] = [];
      const read = async (): Promise<void> => {
        for await (const event of streamOf(await client.listen({ valueOf: "stop" }))) {
          heard.push(event);
        }
      };
      const error = await read().then(
        () => assert.fail("No error was thrown."),
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof streams.Stopped);
      const { message, constructor, then } = error;
      assert.deepEqual(
        { message, constructor, then },
        { message: "no more", constructor: "c", then: "t" },
      );
      assert.equal(heard.length, events.length);
    },
  ),

  "stubs stream events of every name": async () => {
    const client = new streams.Streams({
      ...options,
      plugins: [createStubs({ Listen: { constructor: "stubbed", ["__proto__"]: send(false) } })],
    });
    const heard: unknown[] = [];
    for await (const event of streamOf(await client.listen({ valueOf: "stubs" })))
      heard.push(event);
    assert.deepEqual(heard, events);
  },
};
