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

describe("a server that handles a request", () => {
  it("passes typed input to the handler, and writes the output in the protocol", async () => {
    const server = forecast((input) => ({
      chanceOfRain: input.days === 2 ? 0.5 : 0,
      at: new Date(1500),
    }));
    const response = await server.handle(request("GetForecast", { city: "Bern", days: 2 }));
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("application/x-amz-json-1.1");
    expect(bodyOf(response)).toEqual({ chanceOfRain: 0.5, at: 1.5 });
  });

  it("sets an id of the request in its context and in the response", async () => {
    let id: string | undefined;
    const server = forecast((_input, context) => {
      id = context.requestId;
      return {};
    });
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers["x-amzn-RequestId"]).toBe(id);
  });

  it("passes the access key and region of the signature to the handler", async () => {
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

  it("lists the known operations if the operation is unknown", async () => {
    const response = await serve().handle(request("GetForecats", {}));
    expect(response.statusCode).toBe(400);
    expect(bodyOf(response)).toEqual({
      __type: "UnknownOperationException",
      message:
        "No operation of Weather matches POST / with X-Amz-Target Weather.GetForecats. Expected one of: GetForecast, Ping.",
    });
  });

  it.each(["{", "[]", '{"city": 5}', '"x"'])(
    "responds to the malformed body %s with a SerializationException",
    async (body) => {
      const response = await forecast(() => ({})).handle(request("GetForecast", body));
      expect(response.statusCode).toBe(400);
      expect(bodyOf(response)).toMatchObject({ __type: "SerializationException" });
    },
  );

  it("responds to a failure with the status of the thrown error or of the model", async () => {
    const statusOf = async (statusCode?: number) => {
      const error = new ServiceError({ name: "NoSuchCity", $fault: "client", statusCode });
      const server = forecast(() => {
        throw error;
      });
      return (await server.handle(request("GetForecast", { city: "Mainz" }))).statusCode;
    };
    expect([await statusOf(), await statusOf(410)]).toEqual([404, 410]);
  });

  it("refuses an input that violates constraints before the handler runs, and lists all problems", async () => {
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

  it("lists the invalid fields if the model has the ValidationException of smithy.framework", async () => {
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

  it("is sent with its status and members if it is modeled", async () => {
    const error = new ServiceError(
      { name: "NoSuchCity", $fault: "client" },
      { message: "where?", city: "Bern" },
    );
    expect(await answerTo(error)).toEqual({
      status: 404,
      body: { __type: "NoSuchCity", message: "where?", city: "Bern" },
    });
  });

  it("is sent without a message if the message is empty", async () => {
    const error = new ServiceError({ name: "Overloaded", $fault: "server" });
    expect(await answerTo(error)).toEqual({ status: 500, body: { __type: "Overloaded" } });
  });

  it("counts as modeled if it has the name of a modeled error", async () => {
    const error = Object.assign(new Error("busy"), { name: "Overloaded" });
    expect(await answerTo(error)).toEqual({
      status: 500,
      body: { __type: "Overloaded", message: "busy" },
    });
  });

  it("is sent unchanged if it is a ServiceError that is not in the model", async () => {
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
    "is sent as an InternalFailure without details if it is the unexpected %s",
    async (thrown) => {
      const { status, body } = await answerTo(thrown);
      expect(status).toBe(500);
      expect(body).toMatchObject({ __type: "InternalFailure" });
      expect(JSON.stringify(body)).not.toContain("secret");
    },
  );

  it("is passed to onUnexpectedError if it is unexpected", async () => {
    const failure = new Error("a bug");
    const print = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await forecast(() => Promise.reject(failure)).handle(request("GetForecast", { city: "Bern" }));
    expect(print).toHaveBeenCalledWith("GetForecast failed:", failure);
  });

  it("has status 501 if the operation has no handler", async () => {
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

  it("are not verified by default; a wrong scope causes a warning", async () => {
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

  it("are verified with verifySignatures, except for unsigned operations", async () => {
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

  it("cannot be verified for a service without signatures", () => {
    expect(() => createServer({ ...weather, verifySignatures: true })).toThrow(
      "Cannot verify signatures: the requests of this service are not signed with AWS SigV4.",
    );
  });
});

describe("a request of an AWS SDK", () => {
  it("may have a body in the encoding aws-chunked with trailers", async () => {
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
});

describe("the method on()", () => {
  const ask = async (server: ReturnType<typeof serve>, city = "Bern") =>
    bodyOf(await server.handle(request("GetForecast", { city })));

  it("replaces a handler until restore()", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    const override = server
      .on("GetForecast")
      .handles(({ city }) => ({ chanceOfRain: city.length / 100 }));
    expect(await ask(server)).toEqual({ chanceOfRain: 0.04 });
    override.restore();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("uses one-shot responses in order, then the handler", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").throwsOnce("Overloaded", "busy").respondsOnce({ chanceOfRain: 1 });
    expect(await ask(server)).toEqual({ __type: "Overloaded", message: "busy" });
    expect(await ask(server)).toEqual({ chanceOfRain: 1 });
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("overrides an operation only for matching inputs", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast", { city: "Ulm" }).responds({ chanceOfRain: 1 });
    expect(await ask(server, "Bern")).toEqual({ chanceOfRain: 0 });
    expect(await ask(server, "Ulm")).toEqual({ chanceOfRain: 1 });
  });

  it("has no effect after reset()", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").responds({ chanceOfRain: 1 });
    server.reset();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
  });

  it("delays a response", async () => {
    const server = forecast(() => ({ chanceOfRain: 0 }));
    server.on("GetForecast").delays(40);
    const start = performance.now();
    expect(await ask(server)).toEqual({ chanceOfRain: 0 });
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  it("refuses an override of an unknown operation", () => {
    const server = createServer({ ...weather });
    expect(() => server.on("Snow")).toThrow(
      'Unknown operation "Snow". Expected one of: GetForecast, Ping.',
    );
  });
});

describe("hooks", () => {
  it("see each exchange at every stage", async () => {
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

  it("may respond to a request until they are removed", async () => {
    const server = forecast(() => ({}));
    const remove = server.use({ onRequest: () => ({ statusCode: 418, headers: {} }) });
    expect((await server.handle(request("GetForecast", { city: "Bern" }))).statusCode).toBe(418);
    remove();
    expect((await server.handle(request("GetForecast", { city: "Bern" }))).statusCode).toBe(200);
  });

  it("may fail an exchange with a service error", async () => {
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

  it("returns the output of the model's example for the same input", async () => {
    expect(bodyOf(await ask({ city: "Bern" }))).toEqual({ chanceOfRain: 0.9, at: 1793491200 });
  });

  it("throws the error of the model's example for the same input", async () => {
    const response = await ask({ city: "Nowhere" });
    expect([response.statusCode, bodyOf(response)]).toEqual([
      404,
      { __type: "NoSuchCity", message: "where?" },
    ]);
  });

  it("returns the same valid sample for other inputs each time", async () => {
    const sample = bodyOf(await ask({ city: "Ulm" }));
    expect(sample).toMatchObject({
      chanceOfRain: expect.toSatisfy((n: number) => n >= 0 && n <= 1),
    });
    expect(bodyOf(await ask({ city: "Ulm" }))).toEqual(sample);
  });
});

describe("a sample response", () => {
  it("is the last page of a list, so that pagination ends", async () => {
    const fallback = sampleResponder({ pageTokens: { GetForecast: "at" } });
    const response = await serve({ fallback }).handle(request("GetForecast", { city: "Ulm" }));
    expect(bodyOf(response)).toEqual({ chanceOfRain: expect.any(Number) });
  });
});
