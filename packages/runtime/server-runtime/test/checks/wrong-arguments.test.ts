import { describe, expect, it } from "vitest";
import { fetchHandler } from "../../src/entries/fetch.js";
import {
  createClock,
  createServer,
  defineServiceFault,
  ServiceError,
} from "../../src/entries/index.js";
import { mockServerOptions } from "../../src/entries/generated/v1/index.js";
import { assertReceived, extendJest, matchers } from "../../src/entries/matchers/index.js";
import { requestHandlerFor } from "../../src/entries/request-handler.js";
import { sampleResponder } from "../../src/entries/samples.js";
import { openChangeLog } from "../../src/entries/state.js";
import { runMockServer } from "../../src/entries/cli.js";
import { bodyOf, request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

const serve = () => createServer<WeatherHandlers>({ ...weather });

/** Calls a function as untyped JavaScript can: with arguments that its types do not allow. */
function call(owner: object, name: string, ...args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== "function") throw new Error(`There is no ${name}.`);
  return Reflect.apply(method, owner, args);
}

describe("the options of a generated mock server", () => {
  it.each<[unknown, string]>([
    [null, "Invalid options of the server: null. Expected an object."],
    [[], "Invalid options of the server: []. Expected an object."],
    [
      { keepResources: "no" },
      'Invalid option "keepResources" of the server: "no". Expected true or false.',
    ],
    [{ sampleSeed: 5 }, 'Invalid option "sampleSeed" of the server: 5. Expected a string.'],
  ])("are refused if they are %j", (options, message) => {
    const check = (): unknown => Reflect.apply(mockServerOptions, undefined, [options]);
    expect(check).toThrow(new TypeError(message));
  });

  it("are returned unchanged", () => {
    const options = { keepResources: false, sampleSeed: "a", port: 4100 };
    expect(mockServerOptions(options)).toBe(options);
  });
});

describe("an override", () => {
  it.each<[string, readonly unknown[], string]>([
    [
      "handles",
      ["not a function"],
      'Invalid handler of handles(): "not a function". Expected a function.',
    ],
    ["handles", [], "Invalid handler of handles(): undefined. Expected a function."],
    ["responds", ["rain"], 'Invalid output of responds(): "rain". Expected an object.'],
    ["responds", [[1]], "Invalid output of responds(): [1]. Expected an object."],
    ["respondsOnce", [null], "Invalid output of respondsOnce(): null. Expected an object."],
    [
      "responds",
      [{ chance: 0.5 }],
      'Unknown member "/chance" of output of GetForecast. Expected one of: chanceOfRain, at.',
    ],
    [
      "respondsOnce",
      [{ chanceOfRain: "much" }],
      'Invalid member "/chanceOfRain" of output of GetForecast: "much". Expected a number.',
    ],
    [
      "responds",
      [{ at: new Date("soon") }],
      'Invalid member "/at" of output of GetForecast: an invalid Date. Expected a valid Date.',
    ],
    [
      "throws",
      [undefined],
      "Invalid error of throws(): undefined. Expected an Error, or the name of an error.",
    ],
    ["throws", [""], 'Invalid error of throws(): "". Expected an Error'],
    ["throws", [{}], "Invalid error of throws(): {}. Expected an Error"],
    ["throwsOnce", [404], "Invalid error of throwsOnce(): 404. Expected an Error"],
    ["throws", ["Overloaded", 5], "Invalid message of throws(): 5. Expected a string."],
    ["delays", ["soon"], 'Invalid milliseconds of delays(): "soon". Expected a number from 0'],
    ["delays", [-1], "Invalid milliseconds of delays(): -1. Expected a number from 0 to 600000."],
    ["delays", [Number.NaN], "Invalid milliseconds of delays(): NaN. Expected a number from 0"],
  ])("refuses %s(%j)", (name, args, message) => {
    const server = serve();
    const override = server.on("GetForecast");
    expect(() => call(override, name, ...args)).toThrow(message);
    expect(() => call(override, name, ...args)).toThrow(TypeError);
  });

  it("accepts an object with the shape of an error, as handlers may throw it", async () => {
    const server = serve();
    const foreign = { name: "NoSuchCity", message: "gone" };
    call(server.on("GetForecast"), "throws", foreign);
    const response = await server.handle(request("GetForecast", { city: "Bern" }));
    expect(response.statusCode).toBe(404);
  });

  it.each([
    [["GetForecst"], 'Unknown operation "GetForecst". Expected one of: GetForecast, Ping.'],
    [[undefined], "Unknown operation undefined. Expected one of: GetForecast, Ping."],
    [["GetForecast", "Bern"], 'Invalid input of GetForecast: "Bern". Expected an object.'],
    [["GetForecast", { days: "2" }], 'Invalid member "/days" of input of GetForecast: "2".'],
  ])("is refused with the arguments %j of on()", (args, message) => {
    expect(() => call(serve(), "on", ...args)).toThrow(message);
  });
});

describe("the options of a server", () => {
  it.each<[object, string]>([
    [{ prot: 80 }, 'Unknown option "prot" of the server. Expected one of: handlers, behavior,'],
    [{ port: "abc" }, 'Invalid option "port" of the server: "abc". Expected an integer from 0'],
    [{ handlers: [] }, 'Invalid option "handlers" of the server: []. Expected an object.'],
    [
      { handlers: { GetForecast: "sunny" } },
      'Invalid option "handlers.GetForecast" of the server: "sunny". Expected a function.',
    ],
    [{ handlers: { Snow: () => ({}) } }, 'Unknown operation "Snow". Expected one of: GetForecast'],
    [{ behavior: {} }, 'Invalid option "behavior" of the server: {}. Expected a function.'],
    [
      { clientProtocols: { "com.example#csv": "csv" } },
      'Invalid option "clientProtocols.com.example#csv" of the server: "csv". Expected a function.',
    ],
    [{ fallback: 1 }, 'Invalid option "fallback" of the server: 1. Expected a function.'],
    [{ hooks: { onRequest: 1 } }, 'Invalid option "hooks.onRequest" of the server: 1.'],
    [{ hooks: { onAnswer: () => {} } }, "Expected an object of: onRequest, onOperation,"],
    [
      { streamBodies: "all" },
      'Invalid option "streamBodies" of the server: "all". Expected true, false, or a list',
    ],
    [
      { verifySignatures: { region: "eu" } },
      'Unknown option "verifySignatures.region" of the server. Expected one of: credentials,',
    ],
    [{ clock: Date }, 'Invalid option "clock" of the server: a function. Expected a clock that'],
    [{ clock: { now: Date.now } }, "Expected a clock that createClock() made."],
    [{ journal: { maxEntries: -1 } }, 'Invalid option "journal.maxEntries" of the server: -1.'],
    [{ journal: { max: 1 } }, 'Unknown option "journal.max" of the server.'],
    [{ tenants: { isolate: true } }, 'Unknown option "tenants.isolate" of the server.'],
    [{ tenants: { maxTenants: "1" } }, 'Invalid option "tenants.maxTenants" of the server: "1".'],
    [{ quotas: { error: "Slow" } }, 'Missing option "quotas.operations" of the server.'],
    [{ serviceFaults: { hail: {} } }, 'option "serviceFaults.hail.operation" of the server'],
    [{ control: { allowedHosts: "mock" } }, 'Invalid option "control.allowedHosts" of the server'],
    [{ control: true }, 'Invalid option "control" of the server: true. Expected an object.'],
    [{ control: [] }, 'Invalid option "control" of the server: []. Expected an object.'],
    [{ control: [true] }, 'Invalid option "control" of the server: [true]. Expected an object.'],
    [{ journal: [] }, 'Invalid option "journal" of the server: []. Expected an object.'],
    [{ hooks: [] }, 'Invalid option "hooks" of the server: []. Expected an object.'],
    [{ onUnexpectedError: "log" }, 'Invalid option "onUnexpectedError" of the server: "log".'],
    [{ protocols: undefined }, 'option "protocols" of the server'],
  ])("are refused by the server if they are %j", (options, message) => {
    const create = () => call({ createServer }, "createServer", { ...weather, ...options });
    expect(create).toThrow(message);
    expect(create).toThrow(TypeError);
  });

  it("may be absent or undefined, and limits may be infinite", () => {
    const options = { journal: undefined, maxBodyBytes: Infinity, control: undefined };
    expect(() => call({ createServer }, "createServer", { ...weather, ...options })).not.toThrow();
  });

  it.each<[unknown, string]>([
    [{ port: "abc" }, 'Invalid option "port" of listen(): "abc". Expected an integer from 0'],
    [{ host: "" }, 'Invalid option "host" of listen(): "". Expected a string that is not empty.'],
    [{ prot: 1 }, 'Unknown option "prot" of listen(). Expected one of: port, host,'],
    [8080, "Invalid options of listen(): 8080. Expected an object."],
    [[], "Invalid options of listen(): []. Expected an object."],
    [{ tls: { cert: "" } }, 'option "tls.cert" of listen()'],
    [{ maxBodyBytes: Number.NaN }, 'Invalid option "maxBodyBytes" of listen(): NaN.'],
  ])("are refused by listen() if they are %j", async (options, message) => {
    await expect(call(serve(), "listen", options)).rejects.toThrow(message);
  });
});

describe("a behavior", () => {
  it.each<[string, unknown, string]>([
    [
      "the value undefined",
      undefined,
      "Invalid behavior: undefined. Expected an object with handlers.",
    ],
    ["no handlers", {}, 'member "handlers" of behavior'],
    [
      "a handler that is not a function",
      { handlers: { Ping: 5 } },
      "Invalid handler Ping of behavior: 5. Expected a function.",
    ],
    [
      "a handler of an unknown operation",
      { handlers: { Pnig: () => ({}) } },
      'Unknown operation "Pnig". Expected one of: GetForecast, Ping.',
    ],
    ["a seed that is not a function", { handlers: {}, seed: {} }, 'member "seed" of behavior'],
  ])("is refused with %s", (_name, made, message) => {
    const options = { ...weather, behavior: () => made };
    expect(() => call({ createServer }, "createServer", options)).toThrow(message);
  });

  it("may have the methods of a class as handlers", async () => {
    class Handlers {
      readonly note = "beside the handlers";
      Ping(): object {
        return {};
      }
    }
    const server = createServer<WeatherHandlers>({
      ...weather,
      behavior: () => ({ handlers: new Handlers() }),
    });
    expect((await server.handle(request("Ping", {}))).statusCode).toBe(200);
  });
});

describe("a handler", () => {
  it("is reported if it returns a value other than an object", async () => {
    const seen: unknown[] = [];
    const server = createServer({
      ...weather,
      handlers: { Ping: () => "pong" },
      onUnexpectedError: (error) => seen.push(error),
    });
    const response = await server.handle(request("Ping", {}));
    expect(bodyOf(response)).toMatchObject({ __type: "InternalFailure" });
    expect(seen).toEqual([new TypeError('Invalid output of Ping: "pong". Expected an object.')]);
  });
});

describe("a fault", () => {
  it.each<[unknown, string]>([
    [undefined, "Invalid fault of faults.add(): undefined. Expected an object with a fault kind."],
    [{ kind: "foo" }, 'Unknown fault kind "foo". Expected one of: error, latency, throttle,'],
    [{}, "Unknown fault kind undefined. Expected one of: error,"],
    [
      { kind: "reset", times: -1 },
      'Invalid member "times" of fault of faults.add(): -1. Expected an integer of at least 0.',
    ],
    [{ kind: "reset", skip: 0.5 }, 'Invalid member "skip" of fault of faults.add(): 0.5.'],
    [{ kind: "reset", seed: 1 }, 'Invalid member "seed" of fault of faults.add(): 1.'],
    [{ kind: "reset", operation: 1 }, 'Invalid member "operation" of fault of faults.add(): 1.'],
    [{ kind: "reset", operations: "Ping" }, 'Unknown member "operations" of fault of faults.add()'],
    [{ kind: "latency", milliseconds: "1s" }, 'Invalid member "milliseconds" of fault'],
    [{ kind: "latency", milliseconds: [5, 1] }, "or two of them, the smaller one first."],
    [{ kind: "error" }, 'Missing member "error" of fault of faults.add().'],
    [{ kind: "error", error: "X", statusCode: 200 }, 'Invalid member "statusCode" of fault'],
    [{ kind: "truncate", afterBytes: -1 }, 'Invalid member "afterBytes" of fault'],
    [{ kind: "throttle", perSecond: 1, time: "now" }, "Expected one of: real, clock."],
    [
      { kind: "reset", input: 5, operation: "Ping" },
      "Invalid input of Ping: 5. Expected an object.",
    ],
    [{ kind: "reset", input: { citi: "Bern" } }, 'Unknown member "/citi" of input of'],
  ])("is refused by faults.add() if it is %j", (rule, message) => {
    expect(() => call(serve().faults, "add", rule)).toThrow(message);
  });

  it("must be a function for defineServiceFault()", () => {
    expect(() => call({ defineServiceFault }, "defineServiceFault", "Ping", "x", "y")).toThrow(
      'Invalid answer of defineServiceFault(): "y". Expected a function.',
    );
  });
});

describe("a clock", () => {
  it.each<[string, unknown, string]>([
    ["freeze", "tomorrow", 'Invalid instant: "tomorrow". Expected a Date, milliseconds since'],
    ["freeze", null, "Invalid instant: null."],
    ["freeze", new Date("x"), "Invalid instant: an invalid Date."],
    ["set", Number.NaN, "Invalid instant: NaN."],
    ["set", 9e15, "Invalid instant: 9000000000000000."],
    ["set", undefined, "Invalid instant: undefined."],
    ["set", [2026], "Invalid instant: [2026]."],
    ["advance", "1h", 'Invalid duration: "1h".'],
    ["advance", null, "Invalid duration: null."],
    ["advance", { hours: "1" }, 'Invalid duration: {"hours":"1"}.'],
    ["advance", { hour: 1 }, 'Invalid duration: {"hour":1}.'],
    ["advance", Infinity, "Invalid duration: Infinity."],
    ["advance", 9e15, "Invalid instant: "],
  ])("refuses %s(%j) and keeps the time", (name, value, message) => {
    const clock = createClock(() => 0);
    expect(() => call(clock, name, value)).toThrow(message);
    expect(clock.now()).toEqual(new Date(0));
    expect(clock.frozen).toBe(false);
  });
});

describe("verification and journal", () => {
  it.each<[string, readonly unknown[], string]>([
    ["verify", ["Png"], 'Unknown operation "Png". Expected one of: GetForecast, Ping.'],
    ["verify", ["Ping", undefined, 2], "Invalid expectation: 2. Expected an object."],
    [
      "verify",
      ["Ping", undefined, { times: "2" }],
      'Invalid member "times" of expectation: "2". Expected an integer of at least 0.',
    ],
    ["checkReceived", ["Ping", {}, { time: 2 }], 'Unknown member "time" of expectation.'],
    ["tenant", [5], "Invalid access key of tenant(): 5. Expected a string that is not empty."],
    ["tenant", [""], 'Invalid access key of tenant(): "".'],
    ["use", ["log"], 'Invalid hooks of use(): "log". Expected an object.'],
    ["use", [{ onResponse: true }], 'Invalid member "onResponse" of hooks of use(): true.'],
    ["use", [{ onReply: () => {} }], "Expected an object of: onRequest,"],
  ])("refuse %s(...%j)", (name, args, message) => {
    expect(() => call(serve(), name, ...args)).toThrow(message);
  });

  it.each<[string, unknown, string]>([
    ["entries", { operaton: "Ping" }, 'Unknown member "operaton" of filter of the journal.'],
    ["last", { status: "200" }, 'Invalid member "status" of filter of the journal: "200".'],
    ["calls", "Ping", 'Invalid filter of the journal: "Ping". Expected an object.'],
    ["subscribe", {}, "Invalid listener of subscribe(): {}. Expected a function."],
  ])("refuse journal.%s(%j)", (name, filter, message) => {
    expect(() => call(serve().journal, name, filter)).toThrow(message);
  });

  it("refuse a value that is not a server, and an invalid number of times, in matchers", () => {
    expect(() => call({ assertReceived }, "assertReceived", {}, "Ping")).toThrow(
      "Invalid server: {}. Expected a mock server, or one of its tenants.",
    );
    expect(() => call(matchers, "toHaveReceivedTimes", serve(), "Ping")).toThrow(
      "Invalid times of toHaveReceivedTimes(): undefined. Expected an integer of at least 0.",
    );
    expect(() => call({ extendJest }, "extendJest", 1)).toThrow("Invalid matchers of extendJest()");
  });
});

describe("a server that records or replays", () => {
  it.each<[string, unknown, string]>([
    ["record", undefined, "Invalid options of record(): undefined. Expected an object."],
    ["record", { fixtures: "x" }, 'Missing option "endpoint" of record().'],
    [
      "record",
      { endpoint: "https://a.example", fixtures: "x", timeout: 5 },
      'Unknown option "timeout" of record(). Expected one of: endpoint, fixtures,',
    ],
    [
      "record",
      { endpoint: "https://a.example", fixtures: "x", credentials: {} },
      'option "credentials.accessKeyId" of record()',
    ],
    ["replay", { fixtures: "" }, 'Invalid option "fixtures" of replay(): "".'],
    [
      "replay",
      { fixtures: "x", whenExhausted: "stop" },
      'Invalid option "whenExhausted" of replay(): "stop". Expected one of: repeat, fail.',
    ],
    ["replay", { fixtures: "x", ignore: "At" }, 'Invalid option "ignore" of replay(): "At".'],
  ])("refuses %s(%j)", async (name, options, message) => {
    const server = serve();
    await expect(call(server, name, options)).rejects.toThrow(message);
    expect(server.recording).toBeUndefined();
  });
});

describe("a request that a server handles", () => {
  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["text", "GET /"],
    ["an object without headers", { method: "GET", path: "/", query: {} }],
    ["an object without a query", { method: "GET", path: "/", headers: {} }],
    ["an object whose path is a number", { method: "GET", path: 5, query: {}, headers: {} }],
  ])("is refused if it is %s", async (_, message) => {
    await expect(call(serve(), "handle", message)).rejects.toThrow(
      /^Invalid request of handle\(\): .* Expected an object with method, path, query and headers\.$/,
    );
  });
});

describe("the functions of the other entries", () => {
  it.each<[string, () => unknown, string]>([
    [
      "fetchHandler",
      () => call({ fetchHandler }, "fetchHandler", "http://localhost"),
      'Invalid server of fetchHandler(): "http://localhost". Expected a server.',
    ],
    [
      "fetchHandler's limit",
      () => call({ fetchHandler }, "fetchHandler", serve(), { maxBodyBytes: "1" }),
      'Invalid option "maxBodyBytes" of fetchHandler(): "1". Expected a number of at least 0.',
    ],
    [
      "requestHandlerFor",
      () => call({ requestHandlerFor }, "requestHandlerFor", undefined),
      "Invalid server of requestHandlerFor(): undefined. Expected a server.",
    ],
    [
      "sampleResponder",
      () => call({ sampleResponder }, "sampleResponder", { seed: 5 }),
      'Invalid option "seed" of sampleResponder(): 5. Expected a string.',
    ],
    [
      "ServiceError",
      () => Reflect.construct(ServiceError, [{ name: "Gone" }]),
      'Missing member "$fault" of details of ServiceError',
    ],
  ])("refuse wrong arguments: %s", (_name, attempt, message) => {
    expect(attempt).toThrow(message);
  });

  it("refuse a change log without a location, and a command without a server", async () => {
    await expect(call({ openChangeLog }, "openChangeLog", "", { service: "x" })).rejects.toThrow(
      'Invalid location of openChangeLog(): "". Expected a string that is not empty.',
    );
    await expect(call({ runMockServer }, "runMockServer", { name: "mock" })).rejects.toThrow(
      'member "createServer" of command of runMockServer()',
    );
  });
});
