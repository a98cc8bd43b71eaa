import { describe, expect, it } from "vitest";
import { fetchHandler } from "../../src/entries/fetch.js";
import { createServer } from "../../src/entries/index.js";
import { weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

const headers = {
  "content-type": "application/x-amz-json-1.1",
  "x-amz-target": "Weather.GetForecast",
};
const forecastFor = (body: string, init: RequestInit = {}) =>
  new Request("http://weather.test/", { method: "POST", headers, body, ...init });

const handle = (handler: NonNullable<WeatherHandlers["GetForecast"]>, maxBodyBytes?: number) =>
  fetchHandler(
    createServer<WeatherHandlers>({ ...weather, handlers: { GetForecast: handler } }),
    maxBodyBytes === undefined ? {} : { maxBodyBytes },
  );

describe("a server as a fetch handler", () => {
  it("returns a Response for a Request", async () => {
    const response = await handle(({ city }) => ({ chanceOfRain: city.length }))(
      forecastFor('{"city":"Bern"}'),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(response.headers.get("x-amzn-requestid")).not.toBeNull();
    expect(await response.json()).toEqual({ chanceOfRain: 4 });
  });

  it("passes the host, the path and the query to the server", async () => {
    const seen: unknown[] = [];
    const answer = fetchHandler({
      handle: async ({ method, path, query, headers }) => {
        seen.push(method, path, { ...query }, headers["host"]);
        return { statusCode: 204, headers: {} };
      },
    });
    const response = await answer(new Request("http://weather.test:81/a%20b/c?x=1&x=2&y&z=%2B"));
    expect(seen).toEqual([
      "GET",
      "/a%20b/c",
      { x: ["1", "2"], y: null, z: "+" },
      "weather.test:81",
    ]);
    expect([response.status, response.body]).toEqual([204, null]);
  });

  it("returns status 413 for a body above the limit", async () => {
    const response = await handle(() => ({}), 10)(forecastFor('{"city":"Bern"}'));
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        __type: "RequestEntityTooLargeException",
        message: "The body of a request is limited to 10 bytes.",
      },
    ]);
  });

  it("rejects with the reason of an aborted signal", async () => {
    const waiting = handle(() => new Promise(() => undefined));
    const reason = new Error("too slow");
    const stop = new AbortController();
    const answer = waiting(forecastFor('{"city":"Bern"}', { signal: stop.signal }));
    setTimeout(() => stop.abort(reason), 20);
    await expect(answer).rejects.toThrow("too slow");
    await expect(
      waiting(forecastFor('{"city":"Bern"}', { signal: AbortSignal.abort(reason) })),
    ).rejects.toThrow("too slow");
  });

  it("rejects like fetch when a fault breaks the connection", async () => {
    const server = createServer<WeatherHandlers>({
      ...weather,
      handlers: { GetForecast: () => ({}) },
    });
    server.faults.add({ kind: "reset" });
    await expect(fetchHandler(server)(forecastFor('{"city":"Bern"}'))).rejects.toThrow(
      new TypeError("fetch failed"),
    );
  });
});
