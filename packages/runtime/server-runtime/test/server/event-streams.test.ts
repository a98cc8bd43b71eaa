import { connect } from "node:http2";
import { request as httpRequest } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { afterEach, describe, expect, it } from "vitest";
import { fetchHandler } from "../../src/entries/fetch.js";
import { createServer } from "../../src/entries/index.js";
import type { ListenOptions, Server } from "../../src/entries/index.js";
import { chat, chatProtocols, Talk$ } from "../services/event-service.js";
import type { ChatEvent, ChatHandlers } from "../services/event-service.js";

const started: Server<ChatHandlers>[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

type Protocol = (typeof chatProtocols)[number];
type Send = (
  server: Server<ChatHandlers>,
  request: HttpRequestMessage,
) => Promise<HttpResponseMessage>;

async function listen(protocol: Protocol, handlers: ChatHandlers, options: ListenOptions = {}) {
  const server = createServer<ChatHandlers>({ ...chat(protocol), handlers, ...options });
  started.push(server);
  return server.listen();
}

const bodyOf = ({ body }: HttpRequestMessage): Readable =>
  body !== undefined && typeof body === "object" && Symbol.asyncIterator in body
    ? Readable.from(body, { objectMode: false, highWaterMark: 1 })
    : Readable.from([]);

const overHttp1: Send = (server, request) =>
  new Promise((resolve, reject) => {
    const { method, path, headers } = request;
    const outgoing = httpRequest(server.url + path, { method, headers }, (response) => {
      resolve({
        statusCode: response.statusCode ?? 0,
        headers: Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: response,
      });
    });
    outgoing.on("error", reject);
    outgoing.flushHeaders();
    bodyOf(request).pipe(outgoing);
  });

const overHttp2: Send = (server, request) =>
  new Promise((resolve, reject) => {
    const session = connect(server.url);
    session.on("error", reject);
    const stream = session.request({
      ":method": request.method,
      ":path": request.path,
      ...request.headers,
    });
    stream.on("error", reject);
    stream.on("close", () => session.close());
    stream.on("response", (headers) => {
      const { ":status": statusCode = 0, ...others } = headers;
      resolve({
        statusCode,
        headers: Object.fromEntries(
          Object.entries(others).map(([name, value]) => [name, String(value)]),
        ),
        body: stream,
      });
    });
    bodyOf(request).pipe(stream);
  });

const overFetch: Send = async (server, request) => {
  const response = await fetchHandler(server)(
    new Request(`http://chat.test${request.path}`, {
      method: request.method,
      headers: request.headers,
      body: Readable.toWeb(bodyOf(request)),
      duplex: "half",
    }),
  );
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    ...(response.body ? { body: response.body } : {}),
  };
};

const isEvents = (value: unknown): value is AsyncIterable<ChatEvent> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;

/** Sends events as a client of the protocol would, and returns the events of the response. */
async function talk(
  protocol: Protocol,
  send: Send,
  server: Server<ChatHandlers>,
  events: AsyncIterable<ChatEvent>,
) {
  const operation = { schema: Talk$, errors: [] };
  const request = protocol.writeRequest(operation, { room: "kitchen", events });
  const { output } = await protocol.readResponse(operation, await send(server, request));
  const answers = output?.["events"];
  if (!isEvents(answers)) throw new TypeError("No events came back.");
  return { room: output?.["room"], answers };
}

async function* say(...texts: string[]): AsyncGenerator<ChatEvent> {
  for (const text of texts) yield { said: { text } };
}

const echo: ChatHandlers = {
  Talk: ({ room = "", events }) => ({
    room,
    events: (async function* () {
      for await (const event of events) yield { said: { text: event.said.text.toUpperCase() } };
    })(),
  }),
};

const ways: readonly (readonly [string, Send, ListenOptions])[] = [
  ["HTTP/1.1", overHttp1, {}],
  ["HTTP/2", overHttp2, { http2: true }],
  ["fetch", overFetch, {}],
];

describe.each(ways)("an event stream over %s", (_way, send, options) => {
  it.each(chatProtocols.map((protocol) => [protocol.id, protocol] as const))(
    "carries events in both directions (%s)",
    async (_, protocol) => {
      const server = await listen(protocol, echo, options);
      const { room, answers } = await talk(protocol, send, server, say("hello", "ünd bye"));
      const texts: string[] = [];
      for await (const { said } of answers) texts.push(said.text);
      expect([room, texts]).toEqual(["kitchen", ["HELLO", "ÜND BYE"]]);
    },
  );

  it("ends with a modeled error of the handler", async () => {
    const [protocol] = chatProtocols;
    if (!protocol) throw new TypeError("no protocol");
    const server = await listen(
      protocol,
      {
        Talk: () => ({
          events: (async function* (): AsyncGenerator<ChatEvent> {
            yield { said: { text: "one" } };
            throw Object.assign(new Error("enough"), { name: "Silenced" });
          })(),
        }),
      },
      options,
    );
    const { answers } = await talk(protocol, send, server, say("hello"));
    const seen: unknown[] = [];
    const failure = await (async () => {
      for await (const event of answers) seen.push(event);
    })().catch((error: unknown) => error);
    expect(seen).toEqual([{ said: { text: "one" } }]);
    expect(failure).toMatchObject({ error: { code: "Silenced", message: "enough" } });
  });
});

describe.each(ways.slice(0, 2))("a conversation over %s", (_way, send, options) => {
  it("has the response to each event before the client sends the next event", async () => {
    const [protocol] = chatProtocols;
    if (!protocol) throw new TypeError("no protocol");
    const server = await listen(protocol, echo, options);
    const heard: string[] = [];
    let answered = (): void => undefined;
    const questions = (async function* (): AsyncGenerator<ChatEvent> {
      for (const text of ["a", "b", "c"]) {
        const answer = new Promise<void>((resolve) => (answered = resolve));
        yield { said: { text } };
        await answer;
      }
    })();
    const { answers } = await talk(protocol, send, server, questions);
    for await (const { said } of answers) {
      heard.push(said.text);
      answered();
    }
    expect(heard).toEqual(["A", "B", "C"]);
  });

  it("ends the handler's stream when the client disconnects", async () => {
    const [protocol] = chatProtocols;
    if (!protocol) throw new TypeError("no protocol");
    let isLetGo = false;
    const endless: ChatHandlers = {
      Talk: () => ({
        events: (async function* (): AsyncGenerator<ChatEvent> {
          try {
            for (;;) {
              yield { said: { text: "on and on ".repeat(1000) } };
              await delay(1);
            }
          } finally {
            isLetGo = true;
          }
        })(),
      }),
    };
    const server = await listen(protocol, endless, options);
    const { answers } = await talk(protocol, send, server, say("hello"));
    for await (const _ of answers) break;
    await expect.poll(() => isLetGo, { timeout: 3000 }).toBe(true);
  });
});
