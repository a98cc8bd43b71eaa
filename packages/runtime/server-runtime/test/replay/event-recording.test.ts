import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventStreams, EventStreamException } from "@tinsmith/protocols/event-streams";
import type { HttpResponseMessage } from "@tinsmith/protocols";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServer, ServiceError } from "../../src/entries/index.js";
import type { Server } from "../../src/entries/index.js";
import { chat, chatProtocols, Silenced$, Talk$ } from "../services/event-service.js";
import type { ChatEvent, ChatHandlers } from "../services/event-service.js";

let folder: string;
const started: Server<ChatHandlers>[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "events-"));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
  await rm(folder, { recursive: true });
});

const operation = { schema: Talk$, errors: [Silenced$] };

async function* say(...texts: readonly string[]): AsyncGenerator<ChatEvent> {
  for (const text of texts) yield { said: { text } };
}

/** Returns the text of each event in capitals, and throws an error at the text "quiet". */
async function* echo(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
  for await (const { said } of events) {
    if (said.text === "quiet") {
      throw new ServiceError({ name: "Silenced", $fault: "client", message: "No more." });
    }
    yield { said: { text: said.text.toUpperCase() } };
  }
}

describe.each(chatProtocols.map((protocol) => [protocol.id, protocol] as const))(
  "a recording of events in %s",
  (_, protocol) => {
    async function realServer(): Promise<Server<ChatHandlers>> {
      const server = createServer<ChatHandlers>({
        ...chat(protocol),
        handlers: { Talk: ({ room = "", events }) => ({ room, events: echo(events) }) },
      });
      started.push(server);
      return server.listen();
    }

    /** Sends events, and returns the events of the response and the error that ends it. */
    async function talk(server: Server<ChatHandlers>, room: string, ...texts: readonly string[]) {
      const request = protocol.writeRequest(operation, { room, events: say(...texts) });
      const { error, output } = await protocol.readResponse(
        operation,
        await server.handle(request),
      );
      const heard: unknown[] = [];
      if (error) return { error: error.code };
      try {
        for await (const event of output["events"] as AsyncIterable<unknown>) heard.push(event);
      } catch (thrown) {
        if (!(thrown instanceof EventStreamException)) throw thrown;
        heard.push(`${thrown.error.code}: ${thrown.message}`);
      }
      return { room: output["room"], heard };
    }

    const fixtureOf = async (number: number): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, `000${number}.Talk.json`), "utf8"));

    it("contains the events of both sides, and replays them for each call", async () => {
      const real = await realServer();
      const front = createServer<ChatHandlers>(chat(protocol));
      const recording = await front.record({ endpoint: real.url, fixtures: folder });
      const answers = [
        await talk(front, "one", "a", "b"),
        await talk(front, "two", "c", "quiet", "d"),
        await talk(front, "three"),
      ];
      expect(answers).toEqual([
        { room: "one", heard: [{ said: { text: "A" } }, { said: { text: "B" } }] },
        { room: "two", heard: [{ said: { text: "C" } }, "Silenced: No more."] },
        { room: "three", heard: [] },
      ]);
      expect(recording.report()).toMatchObject({ calls: 3, drift: [] });
      await recording.stop();
      expect(await fixtureOf(2)).toMatchObject({
        input: {
          room: "two",
          events: [{ said: { text: "c" } }, { said: { text: "quiet" } }, { said: { text: "d" } }],
        },
        output: {
          room: "two",
          events: [{ said: { text: "C" } }, { silenced: { message: "No more." } }],
        },
      });

      const replay = createServer<ChatHandlers>(chat(protocol));
      await replay.replay({ fixtures: folder });
      for (let round = 0; round < 2; round++) {
        expect([
          await talk(replay, "one", "other events are not compared"),
          await talk(replay, "two"),
          await talk(replay, "three"),
        ]).toEqual(answers);
      }
      expect(await talk(replay, "four")).toEqual({ error: "NoFixture" });
    });

    it("is refused with its path and the location if its events are not in the model", async () => {
      const real = await realServer();
      const front = createServer<ChatHandlers>(chat(protocol));
      const recording = await front.record({ endpoint: real.url, fixtures: folder });
      await talk(front, "one", "a");
      await recording.stop();
      const [name = ""] = await readdir(folder);
      const good = await readFile(join(folder, name), "utf8");
      const replayOf = async (events: unknown): Promise<unknown> => {
        const fixture = JSON.parse(good);
        fixture.output.events = events;
        await writeFile(join(folder, name), JSON.stringify(fixture, undefined, 2));
        const server = createServer<ChatHandlers>(chat(protocol));
        return server.replay({ fixtures: folder }).then(
          () => "accepted",
          (error: Error) => error.message,
        );
      };
      expect(await replayOf([{ said: { text: "x" } }])).toBe("accepted");
      expect(await replayOf([{ shouted: {} }])).toMatch(
        /0001\.Talk\.json:\d+:\d+ events\[\]\.shouted is not a member in the model/,
      );
      expect(await replayOf([{ said: { text: 5 } }])).toMatch(
        /events\[\]\.said\.text must be a string, not a number/,
      );
      expect(await replayOf({ said: {} })).toMatch(
        /events must be a list of events, not an object/,
      );
      for (const wrong of [5, {}, { said: {}, silenced: {} }]) {
        expect(await replayOf([wrong])).toMatch(/events\[\] must be an object with one event/);
      }
      expect(await replayOf([{ said: "x" }])).toMatch(/events\[\]\.said must be an object/);
    });

    it("reports an event that is not in the model, and continues without it", async () => {
      const real = await realServer();
      const front = createServer<ChatHandlers>(chat(protocol));
      // The newer service has renamed an event. The name keeps its length, so frames stay valid.
      real.use({
        onResponse: (_exchange, answer) => ({ ...answer, body: renamed(answer.body) }),
      });
      const recording = await front.record({ endpoint: real.url, fixtures: folder });
      await talk(front, "one", "a", "b");
      expect(recording.report()).toMatchObject({
        calls: 1,
        drift: [{ kind: "unknownMember", side: "output", path: "events.sung" }],
      });
      await recording.stop();
      expect(await fixtureOf(1)).toMatchObject({ output: { events: [{ said: { text: "B" } }] } });
    });
  },
);

/** Encodes the events again, the first event under another name. */
function renamed(body: HttpResponseMessage["body"]): HttpResponseMessage["body"] {
  const chunks = body as AsyncIterable<Uint8Array>;
  return {
    async *[Symbol.asyncIterator]() {
      let isNext = true;
      for await (const chunk of chunks) {
        const text = Buffer.from(chunk).toString("latin1");
        if (!isNext || !text.includes("said")) {
          yield chunk;
          continue;
        }
        isNext = false;
        yield* eventStreams.write(sung(), sungEvents$, {
          contentType: "application/json",
          write: () => "{}",
          read: () => ({}),
        });
      }
    },
  };
}

async function* sung(): AsyncGenerator<object> {
  yield { sung: { text: "la" } };
}

const sungEvents$: Parameters<typeof eventStreams.write>[1] = [
  4,
  "example.chat",
  "SungEvents",
  { streaming: 1 },
  ["sung"],
  [[3, "example.chat", "Sung", 0, ["text"], [0]]],
];
