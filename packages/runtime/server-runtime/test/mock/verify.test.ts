import { describe, expect, it } from "vitest";
import { createServer, VerificationError } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

async function served(...inputs: object[]) {
  const server = createServer<WeatherHandlers>({
    ...weather,
    handlers: { GetForecast: () => ({}) },
  });
  for (const input of inputs) await server.handle(request("GetForecast", input));
  return server;
}

describe("verify()", () => {
  it("returns the requests whose input contains the expected input", async () => {
    const server = await served({ city: "Bern", days: 2 }, { city: "Ulm" });
    expect(server.verify("GetForecast", { city: "Bern" }).map(({ sequence }) => sequence)).toEqual([
      1,
    ]);
    expect(server.verify("GetForecast")).toHaveLength(2);
    expect(server.verify("GetForecast", { city: "Rom" }, { times: 0 })).toEqual([]);
  });

  it("lists the nearest requests and their differences", async () => {
    const server = await served(
      { city: "Bern", days: 2 },
      { city: "Bern", days: 3 },
      { city: "Ulm", days: 5 },
    );
    expect(() => server.verify("GetForecast", { city: "Bern", days: 4 })).toThrow(
      new VerificationError(
        [
          'GetForecast with {"city":"Bern","days":4} was received never, expected at least once.',
          "It was called 3 times; nearest:",
          "  request 2: /days is 3, expected 4",
          "  request 1: /days is 2, expected 4",
          '  request 3: /city is "Ulm", expected "Bern"; /days is 5, expected 4',
        ].join("\n"),
      ),
    );
  });

  it("reports why a request with an invalid input does not count", async () => {
    const server = await served({ days: 99 });
    expect(() => server.verify("GetForecast", { days: 99 })).toThrow(
      /request 1 \(answered ValidationException\): its input was not valid \(2 validation errors/,
    );
  });

  it("lists the operations that were called instead", async () => {
    const server = await served({ city: "Bern" });
    expect(() => server.verify("Ping")).toThrow("Ping was never called; GetForecast was.");
    expect(() => createServer<WeatherHandlers>({ ...weather }).verify("Ping")).toThrow(
      "No request was received.",
    );
  });

  it("compares the number of requests with the expected number", async () => {
    const server = await served({ city: "Bern" }, { city: "Bern" });
    expect(() => server.verify("GetForecast", { city: "Bern" }, { times: 1 })).toThrow(
      'GetForecast with {"city":"Bern"} was received twice, expected once.\n  request 1: {"city":"Bern"}\n  request 2: {"city":"Bern"}',
    );
  });
});

describe("verify() after more requests than the journal keeps", () => {
  const busy = async () => {
    const server = createServer<WeatherHandlers>({
      ...weather,
      handlers: { GetForecast: () => ({}) },
      journal: { maxEntries: 3 },
    });
    for (const city of ["Bern", "Ulm", "Ulm", "Rom", "Rom"]) {
      await server.handle(request("GetForecast", { city }));
    }
    return server;
  };

  it("counts all requests for an operation", async () => {
    const server = await busy();
    expect(server.verify("GetForecast", undefined, { times: 5 })).toHaveLength(3);
    expect(() => server.verify("GetForecast", undefined, { times: 3 })).toThrow(
      "GetForecast was received 5 times, expected 3 times.",
    );
  });

  it("finds a kept request, and fails if the journal contains more than expected", async () => {
    const server = await busy();
    expect(server.verify("GetForecast", { city: "Ulm" })).toHaveLength(1);
    expect(() => server.verify("GetForecast", { city: "Rom" }, { times: 1 })).toThrow(
      'GetForecast with {"city":"Rom"} was received twice, expected once.',
    );
  });

  it("throws an error if the result depends on dropped requests", async () => {
    const server = await busy();
    for (const times of [0, 1, 2, undefined]) {
      expect(() => server.checkReceived("GetForecast", { city: "Bern" }, { times })).toThrow(
        "The inputs of 2 requests for GetForecast are unknown: the journal keeps the last 3 requests.",
      );
    }
  });

  it("restarts the count after a reset, and restores it after a boundary", async () => {
    const server = await busy();
    const boundary = server.boundary();
    await server.handle(request("GetForecast", { city: "Rom" }));
    boundary.end();
    expect(server.journal.received("GetForecast")).toBe(5);
    server.reset();
    expect(server.journal.received("GetForecast")).toBe(0);
  });
});
