import { afterEach, describe, expect, it, vi } from "vitest";
import { createServer, ServiceError } from "../../src/entries/index.js";
import type { ServerOptions } from "../../src/entries/index.js";
import { sampleResponder } from "../../src/entries/samples.js";
import { bodyOf, request, ValidationException$, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

const serve = (options: ServerOptions<WeatherHandlers> = {}) =>
  createServer<WeatherHandlers>({ ...weather, ...options });

const forecast = (handler: NonNullable<WeatherHandlers["GetForecast"]>) =>
  serve({ handlers: { GetForecast: handler } });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a request", () => {
  it("reaches its handler as the model's types and comes back as the protocol writes it", async () => {
    const server = forecast((input) => ({
      chanceOfRain: input.days === 2 ? 0.5 : 0,
      at: new Date(1500),
    }));
    const response = await server.handle(request("GetForecast", { city: "Bern", days: 2 }));
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(bodyOf(response)).toEqual({ chanceOfRain: 0.5, at: 1.5 });
  });

  it("has an id in its context and in the answer", async () => {
    let id: string | undefined;
    const server = forecast((_input, context) => {
      id = context.requestId;
      return {};
    });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers["x-amzn-RequestId"]).toBe(id);
  });

  it("tells the handler who signed it, and for which region", async () => {
    const seen: unknown[] = [];
    const server = forecast((_input, { credential }) => {
      seen.push(credential);
      return {};
    });
    await server.handle(
      request(
        "GetForecast",
        { city: "Bern" },
        {
          authorization:
            "AWS4-HMAC-SHA256 Credential=AKID/20261101/eu-west-1/weather/aws4_request, SignedHeaders=host, Signature=x",
        },
      ),
    );
    await server.handle(request("GetForecast", { city: "Bern" }));
    expect(seen).toEqual([
      { accessKeyId: "AKID", region: "eu-west-1", service: "weather" },
      undefined,
    ]);
  });

  it("for an operation that the service lacks names those that it has", async () => {
    const response = await serve().handle(request("GetForecats", {}));
    expect(response.statusCode).toBe(400);
    expect(bodyOf(response)).toEqual({
      __type: "UnknownOperationException",
      message:
        "No operation of Weather takes POST / with X-Amz-Target Weather.GetForecats. It has GetForecast, Ping.",
    });
  });

  it.each(["{", "[]", '{"city": 5}', '"x"'])(
    "that is malformed (%s) is a SerializationException",
    async (body) => {
      const response = await forecast(() => ({})).handle(request("GetForecast", body));
      expect(response.statusCode).toBe(400);
      expect(bodyOf(response)).toMatchObject({ __type: "SerializationException" });
    },
  );

  it("that fails has the status of the error that was thrown, else of the model's", async () => {
    const statusOf = async (statusCode?: number) => {
      const error = new ServiceError({ name: "NoSuchCity", $fault: "client", statusCode });
      const server = forecast(() => {
        throw error;
      });
      return (await server.handle(request("GetForecast", { city: "Mainz" }))).statusCode;
    };
    expect([await statusOf(), await statusOf(410)]).toEqual([404, 410]);
  });

  it("that breaks constraints is refused with all problems, before the handler", async () => {
    const handler = vi.fn<() => object>(() => ({}));
    const response = await forecast(handler).handle(request("GetForecast", { days: 15 }));
    expect(handler).not.toHaveBeenCalled();
    expect(response.statusCode).toBe(400);
    expect(bodyOf(response)).toEqual({
      __type: "ValidationException",
      message:
        "2 validation errors detected. Value at '/city' failed to satisfy constraint: Member must not be null; " +
        "Value at '/days' failed to satisfy constraint: Member must be between 1 and 14, inclusive",
    });
  });

  it("that breaks constraints lists the fields where the model has smithy.framework's error", async () => {
    const server = createServer({
      ...weather,
      operations: weather.operations.map((operation) => ({
        ...operation,
        errors: [ValidationException$],
      })),
    });
    const message = "Value at '/city' failed to satisfy constraint: Member must not be null";
    expect(bodyOf(await server.handle(request("GetForecast", {})))).toEqual({
      __type: "ValidationException",
      message: `1 validation error detected. ${message}`,
      fieldList: [{ path: "/city", message }],
    });
  });
});

describe("an error", () => {
  const answerTo = async (thrown: unknown) => {
    const server = serve({
      handlers: {
        GetForecast: () => {
          throw thrown;
        },
      },
      onUnexpectedError: () => undefined,
    });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    return { status: response.statusCode, body: bodyOf(response) };
  };

  it("of the model has its own status and members", async () => {
    const error = new ServiceError(
      { name: "NoSuchCity", $fault: "client" },
      { message: "where?", city: "Bern" },
    );
    expect(await answerTo(error)).toEqual({
      status: 404,
      body: { __type: "NoSuchCity", message: "where?", city: "Bern" },
    });
  });

  it("of the model says nothing where it has nothing to say", async () => {
    const error = new ServiceError({ name: "Overloaded", $fault: "server" });
    expect(await answerTo(error)).toEqual({ status: 500, body: { __type: "Overloaded" } });
  });

  it("of the model may be any error with its name", async () => {
    const error = Object.assign(new Error("busy"), { name: "Overloaded" });
    expect(await answerTo(error)).toEqual({
      status: 500,
      body: { __type: "Overloaded", message: "busy" },
    });
  });

  it("that no model knows goes out as it is", async () => {
    const error = new ServiceError({
      name: "DryRunOperation",
      $fault: "client",
      message: "it would work",
      statusCode: 412,
    });
    expect(await answerTo(error)).toEqual({
      status: 412,
      body: { __type: "DryRunOperation", message: "it would work" },
    });
  });

  it.each([new TypeError("secret"), "secret", undefined])(
    "that was not meant (%s) is an InternalFailure without details",
    async (thrown) => {
      const { status, body } = await answerTo(thrown);
      expect(status).toBe(500);
      expect(body).toMatchObject({ __type: "InternalFailure" });
      expect(JSON.stringify(body)).not.toContain("secret");
    },
  );

  it("that was not meant is told to the server's owner", async () => {
    const failure = new Error("a bug");
    const print = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await forecast(() => Promise.reject(failure)).handle(request("GetForecast", { city: "Bern" }));
    expect(print).toHaveBeenCalledWith("GetForecast failed:", failure);
  });

  it("of an operation that nobody handles is a 501", async () => {
    const response = await serve().handle(request("Ping", {}));
    expect(response.statusCode).toBe(501);
    expect(bodyOf(response)).toMatchObject({ message: "This server has no handler for Ping." });
  });
});

describe("signatures", () => {
  const signing = { name: "weather", unsigned: ["Ping"] };
  const signed = request(
    "GetForecast",
    { city: "Bern" },
    {
      authorization:
        "AWS4-HMAC-SHA256 Credential=mock/20261101/eu-west-1/climate/aws4_request, SignedHeaders=host, Signature=x",
      "x-amz-date": "20261101T055900Z",
    },
  );
  const handlers = { GetForecast: () => ({}), Ping: () => ({}) };

  it("are not verified unless asked for; a wrong scope is a warning", async () => {
    const warnings: (readonly string[])[] = [];
    const server = createServer<WeatherHandlers>({
      ...weather,
      signing,
      handlers,
      hooks: { onResponse: (exchange) => void warnings.push(exchange.warnings) },
    });
    expect((await server.handle(signed)).statusCode).toBe(200);
    expect((await server.handle(request("Ping", {}))).statusCode).toBe(200);
    expect(warnings).toEqual([
      [
        "Credential should be scoped to correct service: 'weather'. The request is signed for 'climate'; AWS would refuse it.",
      ],
      [],
    ]);
  });

  it("are verified where asked for, in the protocol's own words, except where the model takes unsigned requests", async () => {
    const server = createServer<WeatherHandlers>({
      ...weather,
      signing,
      handlers,
      verifySignatures: true,
    });
    const refused = await server.handle(signed);
    expect([refused.statusCode, bodyOf(refused)]).toEqual([
      400,
      {
        __type: "InvalidSignatureException",
        message: "Credential should be scoped to correct service: 'weather'.",
      },
    ]);
    expect(bodyOf(await server.handle(request("GetForecast", { city: "Bern" })))).toMatchObject({
      __type: "MissingAuthenticationTokenException",
    });
    expect((await server.handle(request("Ping", {}))).statusCode).toBe(200);
  });

  it("cannot be verified of a service that has none", () => {
    expect(() => createServer({ ...weather, verifySignatures: true })).toThrow(
      "The requests of this service are not signed with AWS SigV4.",
    );
  });
});

it("reads a body in aws-chunked, with its trailers", async () => {
  const seen: unknown[] = [];
  const server = forecast((input) => {
    seen.push(input);
    return {};
  });
  const json = '{"city":"Bern"}';
  const chunked = request("GetForecast", "", { "content-encoding": "aws-chunked" });
  const body = Buffer.from(
    `${json.length.toString(16)}\r\n${json}\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`,
  );
  await server.handle({ ...chunked, body });
  expect(seen[0]).toEqual({ city: "Bern" });
});

describe("overrides made with on()", () => {
  const ask = async (server: ReturnType<typeof serve>, city = "Bern") =>
    bodyOf(await server.handle(request("GetForecast", { city })));

  it("replace a handler, and restore() brings it back", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    const override = server
      .on("GetForecast")
      .handles(({ city }) => ({ chanceOfRain: city.length / 100 }));
    expect(await ask(server)).toEqual({ chanceOfRain: 0.04 });
    override.restore();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("are used up one by one, then the handler answers again", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").throwsOnce("Overloaded", "busy").respondsOnce({ chanceOfRain: 1 });
    expect(await ask(server)).toEqual({ __type: "Overloaded", message: "busy" });
    expect(await ask(server)).toEqual({ chanceOfRain: 1 });
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("may be meant for some inputs only", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast", { city: "Ulm" }).responds({ chanceOfRain: 1 });
    expect(await ask(server, "Bern")).toEqual({ chanceOfRain: 0 });
    expect(await ask(server, "Ulm")).toEqual({ chanceOfRain: 1 });
  });

  it("are all taken back by reset()", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").responds({ chanceOfRain: 1 });
    server.reset();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("can make an answer wait", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").delays(40);
    const start = performance.now();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  it("are refused for an operation that the service lacks", () => {
    const server = createServer({ ...weather });
    expect(() => server.on("Snow")).toThrow(
      'Unknown operation "Snow". Expected one of: GetForecast, Ping.',
    );
  });
});

describe("hooks", () => {
  it("see each exchange grow from request to answer", async () => {
    const seen: string[] = [];
    const server = serve({
      handlers: { GetForecast: () => ({ chanceOfRain: 1 }) },
      hooks: {
        onRequest: ({ request }) => void seen.push(`request ${request.path}`),
        onInput: ({ operation, input }) =>
          void seen.push(`input ${operation} ${JSON.stringify(input)}`),
        onResponse: ({ output }, { statusCode }) =>
          void seen.push(`${statusCode} ${JSON.stringify(output)}`),
      },
    });
    await server.handle(request("GetForecast", { city: "Bern" }));
    expect(seen).toEqual([
      "request /",
      'input GetForecast {"city":"Bern"}',
      '200 {"chanceOfRain":1}',
    ]);
  });

  it("may answer themselves, and are gone when they are taken away", async () => {
    const server = forecast(() => ({}));
    const remove = server.use({ onRequest: () => ({ statusCode: 418, headers: {} }) });
    expect((await server.handle(request("GetForecast", { city: "Bern" }))).statusCode).toBe(418);
    remove();
    expect((await server.handle(request("GetForecast", { city: "Bern" }))).statusCode).toBe(200);
  });

  it("may fail an exchange with an error of the service", async () => {
    const server = serve({
      handlers: { GetForecast: () => ({}) },
      hooks: {
        onInput: () => {
          throw new ServiceError({ name: "Overloaded", $fault: "server", message: "busy" });
        },
      },
    });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect([response.statusCode, bodyOf(response)]).toEqual([
      500,
      { __type: "Overloaded", message: "busy" },
    ]);
  });
});

describe("an operation without a handler", () => {
  const server = serve({
    fallback: sampleResponder({
      constraints: weather.constraints ?? {},
      examples: {
        GetForecast: [
          {
            title: "Rain",
            input: { city: "Bern" },
            output: { chanceOfRain: 0.9, at: "2026-11-01T00:00:00Z" },
          },
          {
            title: "Nowhere",
            input: { city: "Nowhere" },
            error: { shapeId: "example.weather#NoSuchCity", content: { message: "where?" } },
          },
        ],
      },
    }),
  });
  const ask = async (input: object) => server.handle(request("GetForecast", input));

  it("answers as the model's example with the same input", async () => {
    expect(bodyOf(await ask({ city: "Bern" }))).toEqual({ chanceOfRain: 0.9, at: 1793491200 });
  });

  it("fails as the model's example with the same input", async () => {
    const response = await ask({ city: "Nowhere" });
    expect([response.statusCode, bodyOf(response)]).toEqual([
      404,
      { __type: "NoSuchCity", message: "where?" },
    ]);
  });

  it("answers with the same model-valid sample each time otherwise", async () => {
    const sample = bodyOf(await ask({ city: "Ulm" }));
    expect(sample).toMatchObject({
      chanceOfRain: expect.toSatisfy((n: number) => n >= 0 && n <= 1),
    });
    expect(bodyOf(await ask({ city: "Ulm" }))).toEqual(sample);
  });
});

it("samples the last page of a list, so that nobody pages on for ever", async () => {
  const fallback = sampleResponder({ pageTokens: { GetForecast: "at" } });
  const response = await serve({ fallback }).handle(request("GetForecast", { city: "Ulm" }));
  expect(bodyOf(response)).toEqual({ chanceOfRain: expect.any(Number) });
});
