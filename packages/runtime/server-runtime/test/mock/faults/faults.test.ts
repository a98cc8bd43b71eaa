import { describe, expect, it } from "vitest";
import { createServer, defineServiceFault } from "../../../src/entries/index.js";
import type { FaultRule, ServerOptions } from "../../../src/entries/index.js";
import { bodyOf, request, weather } from "../../services/weather-service.js";
import type { Forecast, WeatherHandlers } from "../../services/weather-service.js";

const calls: string[] = [];
function serve(options: ServerOptions<WeatherHandlers> = {}) {
  calls.length = 0;
  return createServer<WeatherHandlers>({
    ...weather,
    handlers: {
      GetForecast: ({ city }) => {
        calls.push(city);
        return { chanceOfRain: 0.25 };
      },
    },
    ...options,
  });
}
type WeatherServer = ReturnType<typeof serve>;

/** Returns the status of the response, or the way in which the connection broke. */
async function ask(server: WeatherServer, city = "Bern", headers: Record<string, string> = {}) {
  const { statusCode, broken } = await server.answer(request("GetForecast", { city }, headers));
  return broken ? broken.kind : statusCode;
}

async function askOften(server: WeatherServer, times: number) {
  const answers = [];
  for (let n = 0; n < times; n++) answers.push(await ask(server));
  return answers;
}

describe("a fault", () => {
  it("responds with a modeled error and its status instead of calling the handler", async () => {
    const server = serve();
    server.faults.add({
      kind: "error",
      error: "NoSuchCity",
      message: "gone",
      members: { city: "Ulm" },
    });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect([response.statusCode, bodyOf(response)]).toEqual([
      404,
      { __type: "NoSuchCity", message: "gone", city: "Ulm" },
    ]);
    expect(calls).toEqual([]);
  });

  it("affects only the operation and the input that it names", async () => {
    const server = serve();
    server.faults.add({
      kind: "error",
      error: "Overloaded",
      operation: "GetForecast",
      input: { city: "Ulm" },
    });
    expect([await ask(server, "Bern"), await ask(server, "Ulm")]).toEqual([200, 500]);
    const ping = await server.answer(request("Ping", {}));
    expect(ping.statusCode).toBe(501);
  });

  it("skips the first requests and then affects a limited number", async () => {
    const server = serve();
    const fault = server.faults.add({ kind: "error", error: "Overloaded", skip: 1, times: 2 });
    expect(await askOften(server, 5)).toEqual([200, 500, 500, 200, 200]);
    expect(fault.hits).toBe(2);
  });

  it("stops when it is removed", async () => {
    const server = serve();
    const fault = server.faults.add({ kind: "error", error: "Overloaded" });
    fault.remove();
    expect(await ask(server)).toBe(200);
    expect(server.faults.list()).toEqual([]);
  });

  it("affects the same requests for the same seed, and other requests for another seed", async () => {
    const pattern = async (seed: string) => {
      const server = serve();
      server.faults.add({ kind: "error", error: "Overloaded", probability: 0.3, seed });
      return (await askOften(server, 200)).map((status) => (status === 200 ? "." : "x")).join("");
    };
    const first = await pattern("a");
    expect(await pattern("a")).toBe(first);
    expect(await pattern("b")).not.toBe(first);
    const hits = first.split("x").length - 1;
    expect(hits).toBeGreaterThan(30);
    expect(hits).toBeLessThan(90);
  });

  it("delays requests by a time within a range", async () => {
    const server = serve();
    server.faults.add({ kind: "latency", milliseconds: [30, 40] });
    const start = performance.now();
    expect(await ask(server)).toBe(200);
    const elapsed = performance.now() - start;
    expect(elapsed).toBeGreaterThan(28);
  });

  it("combines with other faults until one ends the request", async () => {
    const server = serve();
    const slow = server.faults.add({ kind: "latency", milliseconds: 1 });
    const failing = server.faults.add({ kind: "error", error: "Overloaded", times: 1 });
    const never = server.faults.add({ kind: "reset", times: 1 });
    expect(await askOften(server, 3)).toEqual([500, "reset", 200]);
    expect([slow.hits, failing.hits, never.hits]).toEqual([3, 1, 1]);
  });

  it.each<[string, FaultRule, string]>([
    [
      "an unknown operation",
      { kind: "reset", operation: "Snow" },
      'Unknown operation "Snow". Expected one of: GetForecast, Ping.',
    ],
    [
      "a probability beyond 1",
      { kind: "reset", probability: 2 },
      'Invalid member "probability" of fault of faults.add(): 2. Expected a number from 0 to 1.',
    ],
    [
      "the name of a fault that the service does not define",
      { kind: "service", name: "hail" },
      'Unknown service fault "hail". None are defined.',
    ],
    [
      "the kind throttle if the service has no quotas",
      { kind: "throttle" },
      'The fault passed to faults.add() must have the member "perSecond", because this service has no quotas.',
    ],
    [
      "a rate of zero",
      { kind: "throttle", perSecond: 0 },
      'Invalid member "perSecond" of fault of faults.add(): 0. Expected a number above 0.',
    ],
  ])("is refused with %s", (_name, rule, message) => {
    expect(() => serve().faults.add(rule)).toThrow(message);
  });

  it("is refused if its kind is unknown", () => {
    const { faults } = serve();
    expect(() => Reflect.apply(faults.add, faults, [{ kind: "latncy" }])).toThrow(
      'Unknown fault kind "latncy". Expected one of: error, latency, throttle,',
    );
  });
});

describe("throttling", () => {
  const quotas = { error: "Overloaded", operations: { GetForecast: { perSecond: 2 } } };

  it("allows the service's quota, and more requests once the clock has advanced", async () => {
    const server = serve({ quotas });
    server.clock.freeze("2026-11-01T00:00:00Z");
    server.faults.add({ kind: "throttle", time: "clock" });
    expect(await askOften(server, 4)).toEqual([200, 200, 500, 500]);
    server.clock.advance(500);
    expect(await askOften(server, 2)).toEqual([200, 500]);
    server.clock.advance({ seconds: 10 });
    expect(await askOften(server, 3)).toEqual([200, 200, 500]);
  });

  it("refills in real time by default, even while the clock is frozen", async () => {
    const server = serve();
    server.clock.freeze();
    server.faults.add({ kind: "throttle", perSecond: 20, burst: 1, error: "Overloaded" });
    expect(await askOften(server, 2)).toEqual([200, 500]);
    await new Promise((resolve) => setTimeout(resolve, 70));
    expect(await ask(server)).toBe(200);
  });

  it("counts each region separately", async () => {
    const server = serve({ quotas });
    server.clock.freeze();
    server.faults.add({ kind: "throttle", perSecond: 1, time: "clock", error: "Overloaded" });
    const signed = (region: string) => ({
      authorization: `AWS4-HMAC-SHA256 Credential=AK/20261101/${region}/weather/aws4_request, SignedHeaders=host, Signature=x`,
    });
    expect(await ask(server, "Bern", signed("eu-west-1"))).toBe(200);
    expect(await ask(server, "Bern", signed("eu-west-1"))).toBe(500);
    expect(await ask(server, "Bern", signed("us-east-1"))).toBe(200);
  });
});

describe("a fault of the connection", () => {
  it("resets the connection before the handler runs", async () => {
    const server = serve();
    server.faults.add({ kind: "reset" });
    expect(await ask(server)).toBe("reset");
    expect(calls).toEqual([]);
  });

  it("drops the response after the handler has run", async () => {
    const server = serve();
    server.faults.add({ kind: "dropResponse", times: 1 });
    expect(await ask(server)).toBe("reset");
    expect(calls).toEqual(["Bern"]);
    expect(server.journal.last()).toMatchObject({
      output: { chanceOfRain: 0.25 },
      status: 200,
      broken: "reset",
      faults: ["dropResponse"],
    });
  });

  it("rejects an in-process call with a network error", async () => {
    const server = serve();
    server.faults.add({ kind: "reset", times: 1 });
    await expect(server.handle(request("GetForecast", { city: "Bern" }))).rejects.toMatchObject({
      name: "ConnectionBroken",
      code: "ECONNRESET",
    });
  });

  it("breaks the connection after the first bytes of the body", async () => {
    const server = serve();
    server.faults.add({ kind: "truncate", afterBytes: 5 });
    const { body } = await server.handle(request("GetForecast", { city: "Bern" }));
    const received: string[] = [];
    const reading = (async () => {
      if (typeof body !== "object" || !(Symbol.asyncIterator in body)) throw new Error("no stream");
      for await (const chunk of body) received.push(Buffer.from(chunk).toString());
    })();
    await expect(reading).rejects.toThrow("The connection broke in the middle of the body.");
    expect(received.join("")).toBe('{"cha');
  });
});

describe("a fault that a service defines", () => {
  const serviceFaults = {
    wetter: defineServiceFault<{ city: string }, Forecast>(
      "GetForecast",
      "More rain.",
      async (input, { parameters }, next) => {
        const { chanceOfRain = 0 } = await next(input);
        return { chanceOfRain: chanceOfRain * Number(parameters["factor"] ?? 1) };
      },
    ),
  };

  it("applies only to its operation, and can call the handler", async () => {
    const server = serve({ serviceFaults });
    server.faults.add({ kind: "service", name: "wetter", parameters: { factor: 2 } });
    expect(bodyOf(await server.handle(request("GetForecast", { city: "Bern" })))).toEqual({
      chanceOfRain: 0.5,
    });
    expect((await server.answer(request("Ping", {}))).statusCode).toBe(501);
    expect(server.journal.entries().map(({ faults }) => faults)).toEqual([["wetter"], []]);
  });
});
