import type { StaticOperationSchema } from "@smithy/types";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { createServer } from "@tinsmith/server-runtime";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { withClient } from "./run-client.js";

const modelWith = (versions: string) => `$version: "2"
namespace example.chat

use aws.auth#sigv4
use aws.protocols#restJson1

@restJson1${versions}
@sigv4(name: "chat")
service Chat { version: "2026-11-01", operations: [Talk, Listen, Tell, Break] }

@http(method: "POST", uri: "/talk")
operation Talk {
    input := { @httpHeader("x-room") room: String, @httpPayload events: Events }
    output := { @httpPayload events: Events }
}

@http(method: "POST", uri: "/listen")
operation Listen {
    output := { @httpPayload events: Events }
}

@http(method: "POST", uri: "/break")
operation Break {
    output := { @httpPayload events: Events }
}

@http(method: "POST", uri: "/tell")
operation Tell {
    input := { @httpPayload events: Events }
    output := { heard: Integer }
}

@streaming
union Events { said: Said, full: Full }

@error("client")
structure Full { message: String, free: Integer }

structure Said { text: String }
`;

const isEvents = (value: unknown): value is AsyncIterable<{ said: { text: string } }> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;

function eventsOf(value: unknown): AsyncIterable<{ said: { text: string } }> {
  const events: unknown = Reflect.get(Object(value), "events");
  if (isEvents(events)) return events;
  throw new TypeError("The event stream is missing.");
}

async function textsOf(value: unknown): Promise<string[]> {
  const texts: string[] = [];
  for await (const { said } of eventsOf(value)) texts.push(said.text);
  return texts;
}

async function* say(...texts: string[]) {
  for (const text of texts) yield { said: { text } };
}

/** Throws a modeled error. The server sends the error in the stream. */
async function* breakOff() {
  yield* say("one");
  throw Object.assign(new Error("No room."), { name: "Full", free: 0 });
}

const isOperation = (schema: unknown): schema is StaticOperationSchema =>
  Array.isArray(schema) && schema[0] === 9;

describe("a generated client and a server of the same model", () => {
  it.each([
    ["HTTP/2, in both directions at once", true, '(http: ["h2"], eventStreamHttp: ["h2"])'],
    ["HTTP/1.1, in one direction at a time", false, ""],
  ])("exchange events and errors over %s", async (_, http2, versions) => {
    const text = modelWith(versions);
    const { model, diagnostics } = loadModel([{ path: "chat.smithy", text }]);
    if (!model) throw new Error(JSON.stringify(diagnostics));
    await withClient(model, async (importModule) => {
      const schemas = await importModule("types/schemas.js");
      const service = { namespace: "example.chat", name: "Chat", version: "2026-11-01" };
      const operations = Object.values(schemas).filter(isOperation);
      const description = {
        service,
        protocols: [restJson1(service, { eventStreams })],
        operations: operations.map((schema) => ({ schema, errors: [] })),
      };
      const handlers = {
        Talk: (input: unknown) => ({
          events: (async function* () {
            for await (const { said } of eventsOf(input)) yield* say(said.text.toUpperCase());
          })(),
        }),
        Break: () => ({ events: breakOff() }),
        Listen: () => ({ events: say("one", "two") }),
        Tell: async (input: unknown) => ({ heard: (await textsOf(input)).length }),
      };
      const { Chat } = await importModule("index.js");
      const errors = await importModule("errors.js");
      if (typeof Chat !== "function")
        throw new TypeError("The module has no class of this client.");
      await using server = await createServer({ ...description, handlers }).listen({ http2 });
      const client = Reflect.construct(Chat, [
        {
          region: "us-east-1",
          endpoint: server.url,
          credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
        },
      ]);
      expect(await textsOf(await client.listen({}))).toEqual(["one", "two"]);
      expect(await client.tell({ events: say("x", "y", "z") })).toMatchObject({ heard: 3 });
      const answers = http2
        ? await textsOf(await client.talk({ room: "a", events: say("x", "y") }))
        : "not over HTTP/1.1";
      expect(answers).toEqual(http2 ? ["X", "Y"] : "not over HTTP/1.1");
      const broken = await textsOf(await client.break({})).catch((error: unknown) => error);
      expect(broken).toBeInstanceOf(errors["Full"]);
      expect(broken).toMatchObject({ name: "Full", message: "No room.", free: 0 });
      expect(broken).toHaveProperty("$metadata.httpStatusCode", 200);
      client.destroy();
    });
  });
});
