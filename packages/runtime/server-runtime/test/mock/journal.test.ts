import { expect, it, describe } from "vitest";
import { createServer } from "../../src/entries/index.js";
import type { ServerOptions } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

const serve = (options: ServerOptions<WeatherHandlers> = {}) =>
  createServer<WeatherHandlers>({
    ...weather,
    handlers: {
      GetForecast: ({ city }, context) => {
        if (city === "Ulm") context.warn("Ulm is far.");
        return { chanceOfRain: 1 };
      },
    },
    ...options,
  });

const ask = (
  server: ReturnType<typeof serve>,
  city: string,
  headers: Record<string, string> = {},
) => server.handle(request("GetForecast", { city }, headers));

describe("the journal", () => {
  it("records the input, the output, the time and the caller of a request", async () => {
    const server = serve();
    server.clock.freeze("2026-11-01T00:00:00Z");
    const before = Date.now();
    await ask(server, "Bern", {
      authorization:
        "AWS4-HMAC-SHA256 Credential=AK/20261101/eu-west-1/weather/aws4_request, SignedHeaders=host, Signature=x",
    });
    const [entry] = server.journal.entries();
    expect(entry).toMatchObject({
      sequence: 1,
      tenant: "default",
      operation: "GetForecast",
      input: { city: "Bern" },
      output: { chanceOfRain: 1 },
      error: undefined,
      status: 200,
      credential: { accessKeyId: "AK", region: "eu-west-1", service: "weather" },
      faults: [],
      warnings: [],
      attempt: 1,
    });
    expect(entry?.clock).toEqual(new Date("2026-11-01T00:00:00Z"));
    expect(entry?.receivedAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(entry?.latencyMs).toBeGreaterThan(0);
  });

  it("records requests that failed, were malformed or matched no operation", async () => {
    const server = serve();
    await server.handle(request("GetForecast", { days: 99 }));
    await server.handle(request("GetForecast", "{"));
    await server.handle(request("Snow", {}));
    expect(
      server.journal
        .entries()
        .map(({ operation, error, status, input }) => [operation, error?.code, status, input]),
    ).toEqual([
      ["GetForecast", "ValidationException", 400, undefined],
      ["GetForecast", "SerializationException", 400, undefined],
      ["", "UnknownOperationException", 400, undefined],
    ]);
  });

  it("groups the attempts of a call", async () => {
    const server = serve();
    server.on("GetForecast").throwsOnce("Overloaded");
    const attempt = (id: string, n: number) =>
      ask(server, "Bern", {
        "amz-sdk-invocation-id": id,
        "amz-sdk-request": `ttl=x; attempt=${n}; max=3`,
      });
    await attempt("a", 1);
    await attempt("b", 1);
    await attempt("a", 2);
    await ask(server, "Bern");
    expect(
      server.journal
        .calls()
        .map(({ invocationId, attempts }) => [
          invocationId,
          attempts.map((entry) => [entry.attempt, entry.error?.code ?? entry.status]),
        ]),
    ).toEqual([
      [
        "a",
        [
          [1, "Overloaded"],
          [2, 200],
        ],
      ],
      ["b", [[1, 200]]],
      [undefined, [[1, 200]]],
    ]);
  });

  it("records the warnings of hooks and handlers", async () => {
    const server = serve({ hooks: { onInput: (exchange) => exchange.warn("first") } });
    await ask(server, "Ulm");
    expect(server.journal.last()?.warnings).toEqual(["first", "Ulm is far."]);
  });

  it("filters by operation, input, error and sequence", async () => {
    const server = serve();
    await ask(server, "Bern");
    await ask(server, "Ulm");
    await server.handle(request("Ping", {}));
    const { journal } = server;
    expect(journal.entries({ input: { city: "Ulm" } })).toHaveLength(1);
    expect(journal.entries({ operation: "Ping", status: 501 })).toHaveLength(1);
    expect(journal.entries({ error: "NotImplemented" })).toHaveLength(1);
    expect(journal.entries({ after: 1, limit: 1 })[0]?.sequence).toBe(3);
  });

  it("notifies listeners of each request until they unsubscribe", async () => {
    const server = serve();
    const heard: number[] = [];
    const stop = server.journal.subscribe(({ sequence }) => heard.push(sequence));
    await ask(server, "Bern");
    stop();
    await ask(server, "Bern");
    expect(heard).toEqual([1]);
  });

  it("keeps only the newest requests, and counts all requests", async () => {
    const server = serve({ journal: { maxEntries: 3 } });
    for (const city of ["a", "b", "c", "d", "e"]) await ask(server, city);
    expect(server.journal.entries().map(({ input }) => input)).toEqual([
      { city: "c" },
      { city: "d" },
      { city: "e" },
    ]);
    expect(server.journal.total).toBe(5);
  });

  it("limits the total size of the kept requests", async () => {
    const server = serve({ journal: { maxBytes: 45 } });
    // Each body has 15 bytes.
    for (const city of ["aaaa", "bbbb", "cccc", "dddd"]) await ask(server, city);
    expect(server.journal.entries().map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  it("keeps nothing with a limit of 0", async () => {
    const server = serve({ journal: { maxEntries: 0 } });
    await ask(server, "Bern");
    expect([server.journal.entries(), server.journal.total]).toEqual([[], 1]);
  });
});
