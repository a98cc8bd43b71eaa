import { restJson1 } from "@tinsmith/protocols/rest-json";
import { restJson1 as restJson1Server } from "@tinsmith/protocols/rest-json/server";
import { describe, expect, it } from "vitest";
import { sendInBatches } from "../../src/entries/generated-v1/batch.js";
import { optionCheck } from "../../src/entries/generated-v1/option-check.js";
import { paginate } from "../../src/entries/generated-v1/pagination.js";
import { defineStubs } from "../../src/entries/generated-v1/stubs.js";
import { waitFor, waitUntil } from "../../src/entries/generated-v1/waiters.js";
import { logging } from "../../src/entries/logging.js";
import { clientSideMonitoring, udpPublisher } from "../../src/entries/monitoring.js";
import { buildRequest, handle, handleRequest, handleResponse } from "../../src/entries/plugins.js";
import { adaptiveRetries, legacyRetries } from "../../src/entries/retries.js";
import { telemetry } from "../../src/entries/telemetry.js";
import { PingCommand, vaultClient } from "../vault-service.js";

/** Removes the type of a value, so that tests can pass the value as JavaScript programs do. */
const untyped = (value: unknown): never => value as never;

const VaultClient = vaultClient(restJson1);
const offline = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
};
const client = new VaultClient(offline);

describe("the constructor of a client", () => {
  it.each([
    ["us-east-1", '"us-east-1"'],
    [5, "5"],
    [() => offline, "Function"],
  ])("rejects options that are not an object: %s", (options, shown) => {
    expect(() => new VaultClient(untyped(options))).toThrow(
      new TypeError(`Client options must be an object. Received ${shown}.`),
    );
  });

  it.each([
    [() => ({}), "Function"],
    [{}, "Object"],
    [undefined, "undefined"],
    ["x", '"x"'],
  ])("rejects a plugin without configure() and applyToStack(): %s", (plugin, shown) => {
    const message = `A plugin must have configure() or applyToStack(). Received ${shown}.`;
    const plugins = [untyped(plugin)];
    expect(() => new VaultClient({ ...offline, plugins })).toThrow(new TypeError(message));
    expect(() => VaultClient.addPlugin(untyped(plugin))).toThrow(new TypeError(message));
    expect(VaultClient.plugins).toEqual([]);
  });
});

describe("a client with extensions", () => {
  it.each([
    [{}, "Object"],
    [undefined, "undefined"],
  ])("refuses an extension without configure(): %s", (extension, shown) => {
    expect(() => new VaultClient(untyped({ ...offline, extensions: [extension] }))).toThrow(
      new TypeError(`An extension must have configure(). Received ${shown}.`),
    );
  });
});

describe("the constructor of a command", () => {
  it.each([
    ["text", '"text"'],
    [5, "5"],
    [[{ Text: "x" }], "Array"],
  ])("refuses an input that is not an object: %j", (input, shown) => {
    expect(() => new PingCommand(untyped(input))).toThrow(
      new TypeError(`The input of Ping must be an object. Received ${shown}.`),
    );
  });
});

describe("send", () => {
  it.each([
    [{ Text: "x" }, "Object"],
    [undefined, "undefined"],
    [PingCommand, "Function"],
  ])("rejects an argument that is not a command: %s", (command, shown) => {
    expect(() => client.send(untyped(command))).toThrow(
      new TypeError(`send() requires a command. Received ${shown}.`),
    );
  });
});

describe("the abort signal of a call", () => {
  it.each([
    ["soon", '"soon"'],
    [{}, "Object"],
    [5n, "5"],
  ])("is refused if it is not an AbortSignal: %s", (abortSignal, shown) => {
    const send = () => client.send(new PingCommand({}), untyped({ abortSignal }));
    expect(send).toThrow(new TypeError(`abortSignal must be an AbortSignal. Received ${shown}.`));
  });
});

describe("the values that providers return", () => {
  const ping = async (options: object) =>
    new VaultClient(untyped({ ...offline, endpoint: "http://127.0.0.1:9", ...options })).send(
      new PingCommand({}),
    );

  it.each([
    [
      { endpoint: async () => undefined },
      "The endpoint must be an absolute URL. Received undefined.",
    ],
    [
      { credentials: async () => undefined },
      "Credentials must have accessKeyId, secretAccessKey and, if any, sessionToken as text.",
    ],
    [
      { credentials: { ...offline.credentials, sessionToken: 5 } },
      "Credentials must have accessKeyId, secretAccessKey and, if any, sessionToken as text.",
    ],
  ])("are checked if the options are %o", async (options, message) => {
    await expect(ping(options)).rejects.toMatchObject({ name: "TypeError", message });
  });
});

describe("sendInBatches", () => {
  const definition = {
    command: untyped(PingCommand),
    member: "Records",
    entries: ({ Records }: { Records: object[] }) => Records,
    withEntries: (input: { Records: object[] }, Records: object[]) => ({ ...input, Records }),
    key: (_: object, position: number) => position,
  };
  const send = (config: unknown, input: unknown) =>
    sendInBatches(definition, untyped(config), untyped(input));

  it.each([
    [client, "VaultClient"],
    [undefined, "undefined"],
    [{ client: {} }, "Object"],
  ])("rejects a first argument without a client: %s", async (config, shown) => {
    await expect(send(config, { Records: [] })).rejects.toThrow(
      new TypeError(`The first argument must be { client } with a client. Received ${shown}.`),
    );
  });

  it.each([
    [undefined, "The second argument must be an object with Records. Received undefined."],
    [[{}], "Records of the second argument must be an array. Received undefined."],
    [{ records: [{}] }, "Records of the second argument must be an array. Received undefined."],
    [{ Records: {} }, "Records of the second argument must be an array. Received Object."],
    [
      { Records: [{}, null] },
      "Records[1] of the second argument must be an object. Received null.",
    ],
  ])("rejects a second argument without a list of entries: %j", async (input, message) => {
    await expect(send({ client }, input)).rejects.toThrow(new TypeError(message));
  });

  it("rejects an abortSignal that is not an AbortSignal", async () => {
    await expect(send({ client, abortSignal: "soon" }, { Records: [{}] })).rejects.toThrow(
      new TypeError('abortSignal must be an AbortSignal. Received "soon".'),
    );
  });

  it("accepts an empty list", async () => {
    await expect(send({ client }, { Records: [] })).resolves.toMatchObject({ outcomes: [] });
  });
});

describe("paginate", () => {
  const input: { Text?: string } = {};
  const definition = {
    client: VaultClient,
    command: PingCommand,
    inputToken: "Text" as const,
    nextToken: () => undefined,
  };

  it("rejects a configuration, an input or a page size of the wrong type", () => {
    expect(() => paginate(definition, untyped(undefined), input)).toThrow(
      new TypeError("The first argument of a paginator must be { client }. Received undefined."),
    );
    expect(() => paginate(definition, { client }, untyped(undefined))).toThrow(
      new TypeError("The second argument of a paginator must be an object. Received undefined."),
    );
    expect(() => paginate(definition, { client, pageSize: untyped("5") }, input)).toThrow(
      new TypeError('The pageSize of a paginator must be a positive integer. Received "5".'),
    );
    expect(() => paginate(definition, { client, pageSize: -1 }, input)).toThrow(
      new TypeError("The pageSize of a paginator must be a positive integer. Received -1."),
    );
  });

  it("rejects a client instead of the configuration", async () => {
    await expect(paginate(definition, untyped(client), input).next()).rejects.toThrow(
      "Invalid client, expected instance of VaultClient",
    );
  });
});

describe("a waiter", () => {
  const definition = {
    minDelay: 1,
    maxDelay: 1,
    call: async (one: typeof client, input: object) => one.send(new PingCommand(input)),
    acceptors: [],
  };

  it.each([waitFor, waitUntil])(
    "rejects a configuration without client or maxWaitTime: %o",
    async (wait) => {
      const expected = "The first argument of a waiter must be { client, maxWaitTime }. Received";
      await expect(wait(definition, untyped(client), {})).rejects.toThrow(
        new TypeError(`${expected} VaultClient.`),
      );
      await expect(wait(definition, untyped(undefined), {})).rejects.toThrow(
        new TypeError(`${expected} undefined.`),
      );
      await expect(wait(definition, untyped({ client }), {})).rejects.toThrow(
        new TypeError("maxWaitTime of a waiter must be a number of seconds. Received undefined."),
      );
      const config = { client, maxWaitTime: 1, unexpectedErrors: untyped("throw") };
      await expect(wait(definition, config, {})).rejects.toThrow(
        new TypeError('unexpectedErrors of a waiter must be retry or fail. Received "throw".'),
      );
    },
  );
});

describe("handle, handleRequest and handleResponse", () => {
  it("reject options and functions of the wrong type", () => {
    const middleware = untyped((next: unknown) => next);
    expect(() => handle(untyped("build"), middleware)).toThrow(
      new TypeError('The options of handle must be an object. Received "build".'),
    );
    expect(() => handle({ step: untyped("biuld") }, middleware)).toThrow(
      new TypeError(
        'The option "step" of handle must be one of: initialize, validate, build, sign, send. Received "biuld".',
      ),
    );
    expect(() => handle({ operations: untyped("Ping") }, middleware)).toThrow(
      new TypeError(
        'The option "operations" of handle must be an array of strings. Received "Ping".',
      ),
    );
    expect(() => handle({}, untyped(undefined))).toThrow(
      new TypeError("The middleware of handle must be a function. Received undefined."),
    );
    expect(() => handleRequest({}, untyped({}))).toThrow(
      new TypeError("The second argument of handleRequest must be a function. Received Object."),
    );
    expect(() => handleResponse({}, untyped({}))).toThrow(
      new TypeError("The second argument of handleResponse must be a function. Received Object."),
    );
  });
});

describe("buildRequest", () => {
  it("rejects arguments that are not a client and a command", async () => {
    await expect(buildRequest(untyped(new PingCommand({})), untyped(undefined))).rejects.toThrow(
      TypeError("The first argument of buildRequest must be a client. Received PingCommand."),
    );
    await expect(buildRequest(client, untyped({ Text: "x" }))).rejects.toThrow(
      TypeError("The second argument of buildRequest must be a command. Received Object."),
    );
  });
});

describe("optionCheck", () => {
  it("rejects names that are not an array of strings", () => {
    expect(() => optionCheck([], [], untyped("color"))).toThrow(
      new TypeError('checkOptions() requires an array of option names. Received "color".'),
    );
  });
});

describe("the options of plugins and strategies", () => {
  it.each<[string, () => unknown, string]>([
    [
      "logLevel",
      () => logging({ logLevel: untyped("verbose") }),
      'The option "logLevel" of logging must be one of: trace, debug, info, warn, error. Received "verbose".',
    ],
    [
      "logger",
      () => logging({ logger: untyped(console.log) }),
      'The option "logger" of logging must be an object with debug(), info(), warn(), error(). Received Function.',
    ],
    [
      "logFormatter",
      () => logging({ logFormatter: untyped("%s") }),
      'The option "logFormatter" of logging must be a function. Received "%s".',
    ],
    [
      "httpWireTrace",
      () => logging({ httpWireTrace: untyped("yes") }),
      'The option "httpWireTrace" of logging must be a boolean. Received "yes".',
    ],
    [
      "jitter",
      () => legacyRetries({ jitter: untyped("ful") }),
      'The option "jitter" of legacyRetries must be one of: none, equal, full, or a function. Received "ful".',
    ],
    [
      "backoff",
      () => legacyRetries({ backoff: untyped(300) }),
      'The option "backoff" of legacyRetries must be a function. Received 300.',
    ],
    [
      "waitToFill",
      () => adaptiveRetries({ waitToFill: untyped("no") }),
      'The option "waitToFill" of adaptiveRetries must be a boolean. Received "no".',
    ],
    [
      "publisher",
      () => clientSideMonitoring({ publisher: untyped(() => {}) }),
      'The option "publisher" of clientSideMonitoring must be an object with publish(). Received Function.',
    ],
    [
      "host",
      () => udpPublisher({ host: untyped(127) }),
      'The option "host" of udpPublisher must be a string. Received 127.',
    ],
    [
      "tracerProvider",
      () => telemetry({ tracerProvider: untyped({}) }),
      'The option "tracerProvider" of telemetry must be an object with getTracer(). Received Object.',
    ],
  ])("reject a value of the wrong type for %s", (_, make, message) => {
    expect(make).toThrow(new TypeError(message));
  });

  it("reject numbers that are out of range", () => {
    expect(() => legacyRetries({ retryLimit: untyped("3") })).toThrow(RangeError);
    expect(() => adaptiveRetries({ maxAttempts: 0 })).toThrow(
      new RangeError(
        'The option "maxAttempts" of adaptiveRetries must be a positive integer. Received 0.',
      ),
    );
    expect(() => clientSideMonitoring({ port: 0 })).toThrow(RangeError);
  });
});

describe("the functions of defineStubs", () => {
  const { schema } = new PingCommand({});
  const stubs = defineStubs({
    schema: { namespace: "com.example", name: "Vault", version: "2026-01-01" },
    protocols: [restJson1Server],
    operations: { Ping: { schema: untyped(schema), errors: [] } },
    shapeNames: {},
  });

  it("reject an argument that is not a client, and responses that are not an object", () => {
    expect(() => stubs.stubResponses(untyped({ Ping: {} }))).toThrow(
      new TypeError("The first argument of stubResponses must be a client. Received Object."),
    );
    expect(() => stubs.createStubs(untyped([{ Text: "x" }]))).toThrow(
      new TypeError("Stubs must be an object with a response by operation. Received Array."),
    );
    expect(() => stubs.createStubs(untyped("Ping"))).toThrow(
      new TypeError('Stubs must be an object with a response by operation. Received "Ping".'),
    );
  });

  it("reject an invalid response", () => {
    expect(() => stubs.createStubs(untyped({ Ping: 5 }))).toThrow(
      new TypeError(
        "Invalid stub for Ping: 5. Expected output data, an error, the code of an error, a raw response, or a function that returns one of these.",
      ),
    );
    const raw = { statusCode: "500", headers: {}, body: "" };
    expect(() => stubs.createStubs(untyped({ Ping: raw }))).toThrow(
      new TypeError(
        "The raw response of Ping must have an integer statusCode and a headers object.",
      ),
    );
  });
});
