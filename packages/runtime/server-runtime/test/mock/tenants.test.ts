import { describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";
import type { Behavior, BehaviorScope, ServerOptions } from "../../src/entries/index.js";
import { bodyOf, request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

/** A behavior with a state that counts the calls for each city. */
function counting({ clock }: BehaviorScope): Behavior<WeatherHandlers> {
  let counts: Record<string, number> = {};
  return {
    handlers: {
      GetForecast: ({ city }) => {
        counts[city] = (counts[city] ?? 0) + 1;
        return { chanceOfRain: counts[city] / 100, at: clock.now() };
      },
    },
    dump: () => ({ ...counts }),
    seed: (state) => {
      counts = Object.fromEntries(
        Object.entries(state ?? {}).map(([city, count]) => [city, Number(count)]),
      );
    },
    reset: () => {
      counts = {};
    },
  };
}

function serve(options: ServerOptions<WeatherHandlers> = {}) {
  const server = createServer<WeatherHandlers>({ ...weather, behavior: counting, ...options });
  server.clock.freeze("2026-11-01T00:00:00Z");
  return server;
}

async function ask(server: ReturnType<typeof serve>, accessKeyId?: string) {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261101/eu-west-1/weather/aws4_request, SignedHeaders=host, Signature=x`;
  return bodyOf(
    await server.handle(
      request("GetForecast", { city: "Bern" }, accessKeyId === undefined ? {} : { authorization }),
    ),
  );
}

describe("tenants", () => {
  it("have separate states, clocks, overrides, faults, journals and coverage", async () => {
    const server = serve();
    const one = server.tenant("AKID1");
    one.clock.freeze("2027-01-01T00:00:00Z");
    expect(await ask(server, "AKID1")).toEqual({ chanceOfRain: 0.01, at: 1798761600 });
    expect(await ask(server, "AKID2")).toEqual({ chanceOfRain: 0.01, at: 1793491200 });
    expect(await ask(server)).toEqual({ chanceOfRain: 0.02, at: 1793491200 });

    one.on("GetForecast").throwsOnce("Overloaded");
    server.faults.add({ kind: "error", error: "NoSuchCity" });
    expect(await ask(server)).toMatchObject({ __type: "NoSuchCity" });
    expect(await ask(server, "AKID1")).toMatchObject({ __type: "Overloaded" });
    expect(await ask(server, "AKID1")).toMatchObject({ chanceOfRain: 0.02 });

    expect([one.dump(), server.tenant("default").dump()]).toEqual([{ Bern: 2 }, { Bern: 2 }]);
    expect([one.journal.total, server.journal.total]).toEqual([3, 3]);
    expect(one.coverage.report().operations[0]?.errors).toEqual({ NoSuchCity: 0, Overloaded: 1 });
    one.reset();
    expect([one.dump(), server.tenant("default").dump()]).toEqual([{}, { Bern: 2 }]);
  });

  it("follow the clock of the server until their own clock is set", () => {
    const server = serve();
    const one = server.tenant("AKID1");
    server.clock.advance({ hours: 1 });
    expect(one.clock.now()).toEqual(new Date("2026-11-01T01:00:00Z"));
    one.clock.advance({ hours: 1 });
    expect(server.clock.now()).toEqual(new Date("2026-11-01T01:00:00Z"));
  });

  it("are created for the named access keys or for every access key", async () => {
    const named = serve();
    named.tenant("AKID1");
    await ask(named, "AKID2");
    expect(named.tenantNames).toEqual(["default", "AKID1"]);

    const isolating = serve({ tenants: { isolateAccessKeys: true, maxTenants: 2 } });
    expect(await ask(isolating, "AKID1")).toMatchObject({ chanceOfRain: 0.01 });
    expect(await ask(isolating, "AKID2")).toMatchObject({ chanceOfRain: 0.01 });
    expect(await ask(isolating, "AKID3")).toMatchObject({ __type: "TooManyTenants" });
    expect(isolating.removeTenant("AKID1")).toBe(true);
    expect(await ask(isolating, "AKID3")).toMatchObject({ chanceOfRain: 0.01 });
  });

  it("are visible to handlers and hooks", async () => {
    const seen: string[] = [];
    const server = serve({ hooks: { onInput: ({ tenant }) => void seen.push(tenant) } });
    server.tenant("AKID1");
    await ask(server, "AKID1");
    await ask(server, "AKID2");
    expect(seen).toEqual(["AKID1", "default"]);
  });
});

describe("a boundary", () => {
  it("restores state, clock, overrides, faults and journal at its end", async () => {
    const server = serve();
    await ask(server);
    server.on("GetForecast").throwsOnce("Overloaded");
    const skipping = server.faults.add({ kind: "error", error: "NoSuchCity", skip: 2, times: 1 });
    {
      await using _ = server.boundary();
      server.clock.advance({ days: 1 });
      expect(await ask(server)).toMatchObject({ __type: "Overloaded" });
      await ask(server);
      expect(await ask(server)).toMatchObject({ __type: "NoSuchCity" });
      server.faults.clear();
      server.on("GetForecast").responds({});
      expect(skipping.hits).toBe(1);
    }
    expect(server.clock.now()).toEqual(new Date("2026-11-01T00:00:00Z"));
    expect(server.tenant("default").dump()).toEqual({ Bern: 1 });
    expect(server.journal.entries().map(({ sequence }) => sequence)).toEqual([1]);
    expect(skipping.hits).toBe(0);
    const answers = [await ask(server), await ask(server), await ask(server), await ask(server)];
    expect(answers).toMatchObject([
      { __type: "Overloaded" },
      { chanceOfRain: 0.02 },
      { __type: "NoSuchCity" },
      { chanceOfRain: 0.03 },
    ]);
  });

  it("restores the random numbers of faults at its end", async () => {
    const server = serve();
    server.faults.add({ kind: "error", error: "Overloaded", probability: 0.5, seed: "x" });
    const pattern = async () => {
      let drawn = "";
      for (let n = 0; n < 40; n++) {
        drawn += JSON.stringify(await ask(server)).includes("Overloaded") ? "x" : ".";
      }
      return drawn;
    };
    await pattern();
    const boundary = server.boundary();
    const within = await pattern();
    boundary.end();
    boundary.end();
    expect(await pattern()).toBe(within);
    expect(within).toMatch(/x/);
    expect(within).toMatch(/\./);
  });
});

describe("the Date header", () => {
  it("contains the time of the tenant's clock if clockInDateHeader is set", async () => {
    const server = serve({ clockInDateHeader: true });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect(response.headers["date"]).toBe("Sun, 01 Nov 2026 00:00:00 GMT");
  });
});
