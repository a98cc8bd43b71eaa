import type { HttpResponseMessage } from "@tinsmith/protocols";
import { afterEach, describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";
import type { Server } from "../../src/entries/index.js";
import { sampleResponder } from "../../src/entries/samples.js";
import { chat, chatProtocols, Talk$ } from "../services/event-service.js";
import type { ChatHandlers } from "../services/event-service.js";

const started: Server<ChatHandlers>[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function* silence(): AsyncGenerator<never> {
  // The client sends no event.
}

describe.each(chatProtocols.map((protocol) => [protocol.id, protocol] as const))(
  "a sampled stream of events in %s",
  (_, protocol) => {
    const operation = { schema: Talk$, errors: [] };

    async function open(examples = {}) {
      const server = createServer<ChatHandlers>({
        ...chat(protocol),
        fallback: sampleResponder({ examples }),
      });
      started.push(server);
      return server.listen();
    }
    async function eventsOf(server: Server<ChatHandlers>): Promise<unknown[]> {
      const request = protocol.writeRequest(operation, { events: silence() });
      const response: HttpResponseMessage = await server.handle(request);
      expect(response.statusCode).toBe(200);
      const { output } = await protocol.readResponse(operation, response);
      const events: unknown[] = [];
      const stream = output?.["events"] as AsyncIterable<unknown>;
      for await (const event of stream) events.push(event);
      return events;
    }
    const override = async (server: Server<ChatHandlers>, body: object) => {
      const response = await fetch(`${server.url}/_mock/overrides`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ operation: "Talk", ...body }),
      });
      return [response.status, await response.json()];
    };

    it("has an event of each kind", async () => {
      expect(await eventsOf(await open())).toEqual([
        { said: { text: expect.stringMatching(/^text-/) } },
      ]);
    });

    it("has the events of an example", async () => {
      const output = { events: [{ said: { text: "a" } }, { said: { text: "b" } }] };
      const server = await open({ Talk: [{ title: "Two", input: {}, output }] });
      expect(await eventsOf(server)).toEqual(output.events);
    });

    it("has the events of an override in JSON for each call", async () => {
      const server = await open();
      const events = [{ said: { text: "a" } }, { said: { text: "b" } }];
      expect(await override(server, { responds: { events } })).toMatchObject([201, {}]);
      expect(await eventsOf(server)).toEqual(events);
      expect(await eventsOf(server)).toEqual(events);
    });

    it("cannot be overridden with events that are not in the model or not a list", async () => {
      const server = await open();
      expect(await override(server, { responds: { events: { said: {} } } })).toEqual([
        400,
        { error: expect.stringContaining("Expected a list of events") },
      ]);
      expect(await override(server, { responds: { events: [{ shouted: {} }] } })).toEqual([
        400,
        { error: expect.stringContaining('Unknown event "shouted". Expected one of: said,') },
      ]);
    });
  },
);
