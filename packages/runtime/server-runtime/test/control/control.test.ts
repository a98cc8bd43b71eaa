import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { nameOf, namespaceOf, outputOf } from "@tinsmith/schema";
import { createServer } from "../../src/entries/index.js";
import type { Behavior, ServerOptions, ServiceDescription } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

const started: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

function behavior(): Behavior<WeatherHandlers> {
  let calls = 0;
  return {
    handlers: { GetForecast: () => ({ chanceOfRain: ++calls / 100 }) },
    dump: () => ({ calls }),
    seed: (state) => {
      const given: unknown = Reflect.get(Object(state), "calls");
      if (typeof given !== "number") throw new TypeError("calls must be a number.");
      calls = given;
    },
    reset: () => {
      calls = 0;
    },
  };
}

async function listen(options: ServerOptions<WeatherHandlers> & Partial<ServiceDescription> = {}) {
  const server = await createServer<WeatherHandlers>({
    ...weather,
    behavior,
    ...options,
  }).listen();
  started.push(server);
  const control = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${server.url}/_mock${path}`, {
      method,
      headers: { ...(method === "GET" ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, body: json };
  };
  const ask = async (accessKeyId?: string) => {
    const { headers, body } = request("GetForecast", { city: "Bern" });
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261101/eu-west-1/weather/aws4_request, SignedHeaders=host, Signature=x`;
    const response = await fetch(server.url, {
      method: "POST",
      headers: { ...headers, ...(accessKeyId === undefined ? {} : { authorization }) },
      body,
    });
    const answer: unknown = await response.json();
    return answer;
  };
  return { server, control, ask };
}

/** Sends a GET with headers that fetch does not allow. */
const get = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });

describe("the control API over HTTP", () => {
  it("reports its health, also at the path of LocalStack", async () => {
    const { server, control } = await listen();
    const health = { status: "ok", services: { Weather: "running" }, tenants: 1 };
    expect(await control("GET", "/health")).toEqual({ status: 200, body: health });
    expect(await (await fetch(`${server.url}/_localstack/health`)).json()).toEqual(health);
  });

  it("returns, replaces and resets the state", async () => {
    const { control, ask } = await listen();
    await ask();
    expect(await control("GET", "/state")).toEqual({ status: 200, body: { calls: 1 } });
    expect((await control("PUT", "/state", { calls: 41 })).status).toBe(204);
    expect(await ask()).toEqual({ chanceOfRain: 0.42 });
    expect(await control("PUT", "/state", { calls: "many" })).toEqual({
      status: 400,
      body: { error: "calls must be a number." },
    });
    expect((await control("POST", "/reset", {})).status).toBe(204);
    expect((await control("GET", "/state")).body).toEqual({ calls: 0 });
  });

  it("freezes, advances, sets, resumes and resets the clock", async () => {
    const { server, control } = await listen();
    const moves = [
      { freeze: "2026-11-01T05:59:00Z" },
      { advance: { hours: 1, minutes: 1 } },
      { set: 1_793_491_200_000 },
      { advance: 1500 },
    ];
    const readings = [];
    for (const move of moves) readings.push((await control("POST", "/clock", move)).body);
    expect(readings).toEqual([
      { now: "2026-11-01T05:59:00.000Z", frozen: true },
      { now: "2026-11-01T07:00:00.000Z", frozen: true },
      { now: "2026-11-01T00:00:00.000Z", frozen: true },
      { now: "2026-11-01T00:00:01.500Z", frozen: true },
    ]);
    expect((await control("POST", "/clock", { resume: true })).body).toMatchObject({
      frozen: false,
    });
    expect(Math.abs(server.clock.now().getTime() - 1_793_491_201_500)).toBeLessThan(5000);
    await control("POST", "/clock", { reset: true });
    expect(Math.abs(server.clock.now().getTime() - Date.now())).toBeLessThan(5000);
    expect((await control("POST", "/clock", {})).body).toEqual({
      error: "Expected exactly one of: freeze, set, advance, resume, reset.",
    });
    expect((await control("POST", "/clock", { set: "soon" })).body).toMatchObject({
      error: expect.stringContaining('Invalid instant: "soon"'),
    });
  });

  it("creates, lists and removes overrides", async () => {
    const { control, ask } = await listen();
    const override = {
      operation: "GetForecast",
      input: { city: "Bern" },
      throwsOnce: [
        "Overloaded",
        { name: "NoSuchCity", message: "gone", members: { city: "Bern" } },
      ],
      responds: { at: "2026-11-01T00:00:00Z" },
    };
    const { status, body } = await control("POST", "/overrides", override);
    expect([status, body]).toEqual([201, { id: "override-1" }]);
    expect((await control("GET", "/overrides")).body).toEqual({
      overrides: [
        {
          id: "override-1",
          operation: "GetForecast",
          input: { city: "Bern" },
          once: ["throws Overloaded", "throws NoSuchCity"],
          lasting: "responds",
          delayMs: 0,
        },
      ],
    });
    expect(await ask()).toMatchObject({ __type: "Overloaded" });
    expect(await ask()).toEqual({ __type: "NoSuchCity", message: "gone", city: "Bern" });
    expect(await ask()).toEqual({ at: 1793491200 });
    expect((await control("DELETE", "/overrides/override-1")).status).toBe(204);
    expect((await control("DELETE", "/overrides/override-1")).status).toBe(404);
    expect(await ask()).toEqual({ chanceOfRain: 0.01 });
    expect((await control("POST", "/overrides", { operation: "Snow" })).body).toEqual({
      error: 'Unknown operation "Snow". Expected one of: GetForecast, Ping.',
    });
  });

  it("adds, lists and removes faults", async () => {
    const { control, ask } = await listen();
    const rule = {
      kind: "error",
      error: "Overloaded",
      operation: "GetForecast",
      input: { city: "Bern" },
      times: 1,
    };
    expect(await control("POST", "/faults", rule)).toEqual({
      status: 201,
      body: { id: "fault-1" },
    });
    expect(await ask()).toMatchObject({ __type: "Overloaded" });
    expect(await ask()).toEqual({ chanceOfRain: 0.01 });
    expect((await control("GET", "/faults")).body).toEqual({
      faults: [{ id: "fault-1", hits: 1, rule }],
    });
    expect((await control("POST", "/faults", { kind: "storm" })).status).toBe(400);
    expect((await control("POST", "/faults", { kind: "reset", probability: 3 })).status).toBe(400);
    await control("DELETE", "/faults/fault-1");
    expect((await control("GET", "/faults")).body).toEqual({ faults: [] });
  });

  it("returns the journal, its calls, verifications and coverage", async () => {
    const { control, ask } = await listen();
    await ask();
    expect((await control("GET", "/journal?operation=GetForecast&limit=1")).body).toMatchObject({
      total: 1,
      entries: [
        {
          sequence: 1,
          input: { city: "Bern" },
          output: { chanceOfRain: 0.01 },
          status: 200,
          attempt: 1,
        },
      ],
    });
    expect((await control("GET", "/calls")).body).toMatchObject({
      calls: [{ attempts: [{ sequence: 1 }] }],
    });
    expect((await control("GET", "/journal?limit=x")).status).toBe(400);
    expect(
      await control("POST", "/verify", { operation: "GetForecast", input: { city: "Bern" } }),
    ).toMatchObject({
      status: 200,
      body: { ok: true, matched: 1 },
    });
    expect(
      await control("POST", "/verify", { operation: "GetForecast", input: { city: "Ulm" } }),
    ).toMatchObject({
      status: 409,
      body: {
        ok: false,
        matched: 0,
        message: expect.stringContaining('/city is "Bern", expected "Ulm"'),
      },
    });
    expect((await control("GET", "/coverage")).body).toMatchObject({
      totals: { operations: { covered: 1, total: 2 } },
    });
    await control("DELETE", "/journal");
    expect((await control("GET", "/journal")).body).toEqual({ total: 0, entries: [] });
  });

  it("begins and ends boundaries", async () => {
    const { control, ask } = await listen();
    await ask();
    const { body } = await control("POST", "/boundaries", {});
    await ask();
    expect(body).toEqual({ id: "boundary-1" });
    expect((await control("DELETE", "/boundaries/boundary-1")).status).toBe(204);
    expect((await control("GET", "/state")).body).toEqual({ calls: 1 });
    expect((await control("DELETE", "/boundaries/boundary-1")).status).toBe(404);
  });

  it("finds the tenant by query, header or signature", async () => {
    const { control, ask } = await listen();
    expect(await control("POST", "/tenants", { accessKeyId: "AKID1" })).toEqual({
      status: 201,
      body: { accessKeyId: "AKID1" },
    });
    await ask("AKID1");
    const calls = async (path: string, headers = {}) =>
      (await control("GET", path, undefined, headers)).body;
    expect(await calls("/state")).toEqual({ calls: 0 });
    expect(await calls("/state?tenant=AKID1")).toEqual({ calls: 1 });
    expect(await calls("/state", { "x-mock-tenant": "AKID1" })).toEqual({ calls: 1 });
    const authorization =
      "AWS4-HMAC-SHA256 Credential=AKID1/20261101/eu-west-1/weather/aws4_request, SignedHeaders=host, Signature=x";
    expect(await calls("/state", { authorization })).toEqual({ calls: 1 });
    expect(await calls("/tenants")).toEqual({ tenants: ["default", "AKID1"] });
    expect((await control("DELETE", "/tenants/AKID1")).status).toBe(204);
    expect((await control("DELETE", "/tenants/default")).status).toBe(404);
  });

  it("describes its routes with the schemas of their bodies", async () => {
    const { control } = await listen();
    expect((await control("GET", "/openapi.json")).body).toMatchObject({
      openapi: "3.1.0",
      paths: {
        "/_mock/clock": {
          get: {},
          post: {
            requestBody: { content: { "application/json": { schema: { type: "object" } } } },
          },
        },
        "/_mock/faults/{id}": {
          delete: {
            parameters: [
              { name: "id", in: "path" },
              { name: "tenant", in: "query" },
            ],
          },
        },
      },
    });
  });
});

describe("the control API over HTTP with invalid requests", () => {
  it("refuses other hosts and other origins without changing anything", async () => {
    const { server, control } = await listen();
    expect(await get(`${server.url}/_mock/health`, { host: "evil.example" })).toBe(403);
    expect(await get(`${server.url}/_mock/health`, { origin: "http://evil.example" })).toBe(403);
    const refused = await control(
      "POST",
      "/clock",
      { freeze: true },
      { origin: "http://evil.example" },
    );
    expect(refused.status).toBe(403);
    expect(server.clock.frozen).toBe(false);
  });

  it("refuses content types that a form could send", async () => {
    const { control, server } = await listen();
    const { status } = await control("POST", "/clock", '{"freeze":true}', {
      "content-type": "text/plain",
    });
    expect([status, server.clock.frozen]).toEqual([415, false]);
  });

  it("refuses bodies that are invalid JSON or too large, and unknown paths and methods", async () => {
    const { control } = await listen({ control: { maxBodyBytes: 100 } });
    expect((await control("POST", "/clock", "{")).status).toBe(400);
    expect((await control("PUT", "/state", { text: "x".repeat(100) })).status).toBe(413);
    expect((await control("POST", "/clock", { freeeze: true })).status).toBe(400);
    expect((await control("GET", "/weather")).body).toEqual({
      error: "Unknown path /_mock/weather. /_mock/openapi.json lists all paths.",
    });
    expect((await control("PUT", "/health", {})).body).toEqual({
      error: "Unknown method PUT of /_mock/health. Expected one of: GET.",
    });
    expect((await control("DELETE", "/faults/%E0%A4%A")).status).toBe(400);
  });

  it("refuses every path when it is turned off", async () => {
    const { control } = await listen({ control: false });
    expect((await control("GET", "/health")).body).toMatchObject({
      __type: "UnknownOperationException",
    });
  });
});

describe("the journal over HTTP", () => {
  it("redacts sensitive members", async () => {
    const { server, control, ask } = await listen({
      operations: weather.operations.map(({ schema, errors }) => ({
        errors,
        schema:
          nameOf(schema) === "GetForecast"
            ? [
                9,
                namespaceOf(schema),
                nameOf(schema),
                0,
                [3, "example.weather", "SecretInput", 0, ["city", "days"], [[0, 8], 1]],
                outputOf(schema),
              ]
            : schema,
      })),
    });
    await ask();
    expect(server.journal.last()?.input).toEqual({ city: "Bern" });
    expect((await control("GET", "/journal")).body).toMatchObject({
      entries: [{ input: { city: "***" } }],
    });
  });
});

describe("the description of the control API", () => {
  it("uses the tuples of JSON Schema 2020-12 in OpenAPI 3.1, and no keywords of that draft in OpenAPI 3.0", async () => {
    const { control } = await listen();
    const newer = JSON.stringify((await control("GET", "/openapi.json")).body);
    expect(newer).toContain('"prefixItems":[');
    expect(newer).not.toMatch(/"items":\[|"required":\[\]/);
    const older = await control("GET", "/openapi.json?version=3.0");
    expect(older.body).toMatchObject({ openapi: "3.0.3" });
    expect(JSON.stringify(older.body)).not.toMatch(
      /"items":\[|"prefixItems"|"required":\[\]|"const":|"exclusiveMinimum":\d/,
    );
    expect(await control("GET", "/openapi.json?version=2.0")).toEqual({
      status: 400,
      body: { error: 'Unknown version "2.0". Expected one of: 3.1, 3.0.' },
    });
  });
});

describe("overrides and faults over HTTP", () => {
  it("are refused with a list of the known errors if an error is unknown", async () => {
    const { control } = await listen();
    const message =
      'Unknown error "NoSuchTown". Expected one of: NoSuchCity, Overloaded. An error that is not in the model requires a statusCode.';
    const override = { operation: "GetForecast" };
    for (const [path, body] of [
      ["/overrides", { ...override, throws: "NoSuchTown" }],
      ["/overrides", { ...override, throwsOnce: ["Overloaded", "NoSuchTown"] }],
      ["/overrides", { ...override, throws: { name: "NoSuchTown" } }],
      ["/faults", { kind: "error", error: "NoSuchTown" }],
      ["/faults", { kind: "error", error: "NoSuchTown", operation: ["GetForecast"] }],
    ] as const) {
      expect(await control("POST", path, body)).toEqual({ status: 400, body: { error: message } });
    }
    expect(await control("GET", "/overrides")).toMatchObject({ body: { overrides: [] } });
  });

  it("are refused if a member of an error or output is unknown or invalid", async () => {
    const { control } = await listen();
    const override = { operation: "GetForecast" };
    for (const [output, message] of [
      [{ chance: 1 }, 'Unknown member "/chance" of output of GetForecast. Expected one of:'],
      [{ at: "soon" }, 'Invalid member "/at" of output of GetForecast'],
    ] as const) {
      expect(await control("POST", "/overrides", { ...override, responds: output })).toEqual({
        status: 400,
        body: { error: expect.stringContaining(message) },
      });
    }
    const members = { town: "Bern" };
    const throws = { name: "NoSuchCity", members };
    const refused = {
      status: 400,
      body: { error: expect.stringContaining('Unknown member "/town" of members of NoSuchCity') },
    };
    expect(await control("POST", "/overrides", { ...override, throws })).toEqual(refused);
    const fault = { kind: "error", error: "NoSuchCity", members };
    expect(await control("POST", "/faults", fault)).toEqual(refused);
    // A refused request has no effect.
    expect(await control("GET", "/overrides")).toMatchObject({ body: { overrides: [] } });
  });

  it("may throw an error that all services have, or an unknown error with a status", async () => {
    const { control, ask } = await listen();
    const override = { operation: "GetForecast" };
    for (const throwsOnce of ["ThrottlingException", { name: "Strange", statusCode: 418 }]) {
      expect(await control("POST", "/overrides", { ...override, throwsOnce })).toMatchObject({
        status: 201,
      });
    }
    expect(await ask()).toMatchObject({ __type: "Strange" });
    expect(await ask()).toMatchObject({ __type: "ThrottlingException" });
  });
});

describe("an unknown member of a body over HTTP", () => {
  it.each([
    ["POST", "/clock", { frezze: true }, "freeze, set, advance, resume, reset"],
    ["POST", "/clock", { advance: { hour: 1 } }, "days, hours, minutes, seconds, milliseconds"],
    ["POST", "/reset", { clok: true }, "clock, coverage"],
    ["POST", "/verify", { operation: "Ping", count: 1 }, "operation, input, times"],
  ])("is refused with a list of the known members: %s %s %j", async (method, path, body, names) => {
    const { control } = await listen();
    const { status, body: answer } = await control(method, path, body);
    expect(status).toBe(400);
    expect(answer).toEqual({ error: expect.stringContaining(names) });
  });
});

describe("the description of the control API", () => {
  interface Described {
    readonly operationId: string;
    readonly requestBody?: object;
    readonly responses: Readonly<
      Record<string, { content?: Record<string, { schema: { required?: string[] } }> }>
    >;
  }
  const describedBy = async (control: Awaited<ReturnType<typeof listen>>["control"]) => {
    const { body } = await control("GET", "/openapi.json");
    const { paths } = body as { paths: Record<string, Record<string, Described>> };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [path.slice("/_mock".length), method, operation] as const,
      ),
    );
  };

  it("has an id for each route, and a schema for each JSON body", async () => {
    const { control } = await listen();
    const routes = await describedBy(control);
    const ids = routes.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["getClock", "postClock", "deleteFaultsById"]));
    for (const [path, method, { requestBody, responses }] of routes) {
      const success = Object.entries(responses).find(([status]) => /^2\d\d$/.test(status));
      const json = success?.[1].content?.["application/json"];
      const isEmpty = json !== undefined && Object.keys(json.schema).length === 0;
      expect([path, isEmpty]).toEqual([path, false]);
      expect([path, requestBody !== undefined]).toEqual([path, /post|put/.test(method)]);
    }
  });

  it("matches the actual responses", async () => {
    const { control, ask } = await listen();
    await ask();
    for (const [method, path, body] of [
      ["POST", "/clock", { freeze: true }],
      ["POST", "/faults", { kind: "reset", operation: "Ping" }],
      ["POST", "/overrides", { operation: "GetForecast", throws: "Overloaded" }],
      ["POST", "/tenants", { accessKeyId: "AKIDONE" }],
      ["POST", "/boundaries", {}],
      ["POST", "/verify", { operation: "GetForecast" }],
      ["POST", "/reset", {}],
      ["PUT", "/state", { calls: 1 }],
      ...["/health", "/clock", "/faults", "/overrides", "/journal", "/calls"].map(
        (path) => ["GET", path, undefined] as const,
      ),
      ...["/coverage", "/tenants", "/state"].map((path) => ["GET", path, undefined] as const),
    ] as const) {
      const { status, body: answer } = await control(method, path, body);
      const [, , described] =
        (await describedBy(control)).find(
          ([known, verb]) => known === path && verb === method.toLowerCase(),
        ) ?? [];
      const response = described?.responses[String(status)];
      expect([path, response]).not.toEqual([path, undefined]);
      const required = response?.content?.["application/json"]?.schema.required ?? [];
      expect(Object.keys(Object(answer))).toEqual(expect.arrayContaining(required));
    }
  });
});
