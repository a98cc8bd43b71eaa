import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { EventStreamCodec } from "@smithy/core/event-streams";
import { describe, expect, it } from "vitest";
import { EventStreamException, eventStreams } from "../src/event-streams/event-streams-entry.js";
import type { Body, OperationDescription } from "../src/index.js";
import { streamOf } from "../src/http/collect-body.js";
import { awsJson1_1, restJson1, restXml, rpcv2Cbor } from "./protocols.js";

const ns = "example.events";
const overheated: StaticErrorSchema = [-3, ns, "Overheated", { error: "client" }, ["message"], [0]];
const reading: StaticStructureSchema = [
  3,
  ns,
  "Reading",
  0,
  ["sensor", "count", "total", "at", "hot", "id", "value"],
  [
    [0, { eventHeader: 1 }],
    [1, { eventHeader: 1 }],
    [1, { eventHeader: 1 }],
    [4, { eventHeader: 1 }],
    [2, { eventHeader: 1 }],
    [21, { eventHeader: 1 }],
    1,
  ],
];
const picture: StaticStructureSchema = [
  3,
  ns,
  "Picture",
  0,
  ["image"],
  [[21, { eventPayload: 1 }]],
];
const note: StaticStructureSchema = [3, ns, "Note", 0, ["text"], [[0, { eventPayload: 1 }]]];
const events: StaticUnionSchema = [
  4,
  ns,
  "Events",
  { streaming: 1 },
  ["reading", "picture", "note", "end", "overheated"],
  [reading, picture, note, "unit", overheated],
];
const message: StaticStructureSchema = [
  3,
  ns,
  "Message",
  0,
  ["room", "events"],
  [
    [0, { httpHeader: "x-room" }],
    [events, { httpPayload: 1 }],
  ],
];
const schema: StaticOperationSchema = [
  9,
  ns,
  "Watch",
  { http: ["POST", "/watch", 200] },
  message,
  message,
];
const watch: OperationDescription = { schema, errors: [] };
const service = { namespace: ns, name: "Watcher", version: "1" };

const sent = [
  {
    reading: {
      sensor: "näive",
      count: -3,
      total: 9007199254740993n,
      at: new Date("2026-11-01T05:59:00.250Z"),
      hot: false,
      id: Uint8Array.of(1, 2),
      value: 21.5,
    },
  },
  { picture: { image: Uint8Array.of(0, 255) } },
  { note: { text: "" } },
  { end: {} },
];

async function* each<T>(items: readonly T[], last?: Error): AsyncGenerator<T> {
  yield* items;
  if (last) throw last;
}

async function gather(stream: unknown): Promise<unknown[]> {
  const out: unknown[] = [];
  for await (const event of stream as AsyncIterable<unknown>) out.push(event);
  return out;
}

/** Splits the bytes of a body into chunks of the given size. */
async function* recut(body: Body, size: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of streamOf(body ?? "")) {
    for (let at = 0; at < chunk.length; at += size) yield chunk.slice(at, at + size);
  }
}

describe.each(
  [awsJson1_1, rpcv2Cbor, restJson1, restXml].map(
    (factory) => [factory(service, { eventStreams }).id, factory] as const,
  ),
)("event streams of %s", (_, factory) => {
  const protocol = factory(service, { eventStreams });

  it.each([1, 7, 10_000])(
    "are read by a server as a client wrote them if they arrive in chunks of %i bytes",
    async (size) => {
      const request = protocol.writeRequest(watch, { room: "kitchen", events: each(sent) });
      expect(request.headers["content-type"]).toBe("application/vnd.amazon.eventstream");
      const input = await protocol.readRequest(watch, {
        ...request,
        body: recut(request.body, size),
      });
      expect(input["room"]).toBe("kitchen");
      expect(await gather(input["events"])).toEqual(sent);
    },
  );

  it("are read by a client as a server wrote them, including an error at the end", async () => {
    const events = each<object>([...sent, { overheated: { message: "too hot" } }]);
    const response = protocol.writeResponse(watch, { room: "kitchen", events });
    const result = await protocol.readResponse(watch, response);
    expect(result.output?.["room"]).toBe("kitchen");
    const stream = result.output?.["events"];
    const read: unknown[] = [];
    const failure = await (async () => {
      for await (const event of stream as AsyncIterable<unknown>) read.push(event);
      return undefined;
    })().catch((error: unknown) => error);
    expect(read).toEqual(sent);
    expect(failure).toBeInstanceOf(EventStreamException);
    expect(failure).toMatchObject({
      error: { code: "Overheated", schema: overheated, message: "too hot", fault: "client" },
    });
  });

  it("are rejected if they are damaged or end within a frame", async () => {
    const request = protocol.writeRequest(watch, { events: each(sent) });
    const chunks = (await gather(request.body)) as Uint8Array[];
    const last = chunks.at(-1) ?? new Uint8Array();
    const read = async (bytes: Uint8Array) => {
      const body = each([...chunks.slice(0, -1), bytes]);
      const input = await protocol.readRequest(watch, { ...request, body });
      return gather(input["events"]);
    };
    await expect(read(last.slice(0, -1))).rejects.toThrow("ends within a message");
    await expect(
      read(last.map((byte, at) => (at === last.length - 1 ? byte ^ 1 : byte))),
    ).rejects.toThrow("checksum");
    await expect(read(Uint8Array.of(0xff, 0xff, 0xff, 0xff))).rejects.toThrow(
      "invalid message length",
    );
  });
});

describe("signed events", () => {
  it("are unwrapped by a server", async () => {
    const protocol = restJson1(service, { eventStreams });
    const request = protocol.writeRequest(watch, { room: "kitchen", events: each(sent) });
    const codec = new EventStreamCodec(
      (bytes) => Buffer.from(bytes).toString(),
      (text) => Buffer.from(text),
    );
    const sign = (body: Uint8Array) =>
      codec.encode({
        headers: {
          ":date": { type: "timestamp", value: new Date(0) },
          ":chunk-signature": { type: "binary", value: Uint8Array.of(1, 2, 3) },
        },
        body,
      });
    const signed = async function* () {
      for await (const frame of streamOf(request.body ?? "")) yield sign(frame);
      yield sign(new Uint8Array());
    };
    const input = await protocol.readRequest(watch, { ...request, body: signed() });
    expect(await gather(input["events"])).toEqual(sent);
  });

  it("are signed per chunk: a request body has one chunk for each event", async () => {
    const protocol = restJson1(service, { eventStreams });
    const chunks = await gather(protocol.writeRequest(watch, { events: each(sent) }).body);
    expect(chunks).toHaveLength(sent.length);
  });
});

describe("a protocol without the option eventStreams", () => {
  it("throws an error that names the entry to import", () => {
    expect(() => awsJson1_1(service).writeRequest(watch, { events: each(sent) })).toThrow(
      "@tinsmith/protocols/event-streams",
    );
  });
});

describe("a header of an event", () => {
  const typed = (type: string): StaticStructureSchema => [
    3,
    ns,
    "Typed",
    0,
    ["n"],
    [[1, { eventHeader: 1, ...(type === "" ? {} : { eventHeaderType: type }) }]],
  ];
  const codec = new EventStreamCodec(
    (bytes) => Buffer.from(bytes).toString(),
    (text) => Buffer.from(text),
  );

  it.each([
    ["byte", 1, "byte"],
    ["short", 1, "short"],
    ["long", 1, "long"],
    ["", 1, "integer"],
    ["", 2 ** 31, "long"],
  ])("has the type $2 for eventHeaderType $0 and the value $1", async (type, n, sent) => {
    const union: StaticUnionSchema = [4, ns, "Union", { streaming: 1 }, ["typed"], [typed(type)]];
    const payloads = {
      contentType: "application/json",
      write: () => "",
      read: () => ({}),
    };
    const frames = await gather(eventStreams.write(each([{ typed: { n } }]), union, payloads));
    const [frame] = frames;
    if (!(frame instanceof Uint8Array)) throw new TypeError("The stream is empty.");
    expect(codec.decode(frame).headers["n"]?.type).toBe(sent);
    const { events: read } = await eventStreams.read(each([frame]), union, payloads);
    expect(await gather(read)).toEqual([{ typed: { n } }]);
  });

  it("is required and must be a string if it names the event's type", async () => {
    const frame = (type: object) =>
      codec.encode({
        headers: { ":message-type": { type: "string", value: "event" }, ...type },
        body: new Uint8Array(),
      });
    const read = async (type: object) => {
      const body = each([frame(type)]);
      const input = await restJson1(service, { eventStreams }).readRequest(watch, {
        method: "POST",
        path: "/watch",
        query: {},
        headers: { "content-type": "application/vnd.amazon.eventstream" },
        body,
      });
      return gather(input["events"]);
    };
    const binary = { ":event-type": { type: "binary", value: Uint8Array.of(1) } };
    await expect(read({})).rejects.toThrow("an event without a type");
    await expect(read(binary)).rejects.toThrow("an event without a type");
    expect(await read({ ":event-type": { type: "string", value: "end" } })).toEqual([{ end: {} }]);
  });
});
