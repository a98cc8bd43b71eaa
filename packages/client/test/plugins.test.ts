import { afterEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMetering, MarketplaceMeteringClient, MeterUsageCommand } from "../src/index.js";
import {
  buildRequest,
  handle,
  handleRequest,
  handleResponse,
  operationNames,
} from "../src/plugins.js";
import type { HandlerOptions, MiddlewarePlugin } from "../src/plugins.js";
import { createStubs, stubResponses } from "../src/stubs.js";

const input = {
  ProductCode: "p",
  Timestamp: new Date("2026-11-01T05:00:00Z"),
  UsageDimension: "users",
};

/** Creates a handler that records its name when it runs. */
const record = (seen: string[], name: string, options: HandlerOptions): MiddlewarePlugin =>
  handle(options, (next) => async (args) => {
    seen.push(name);
    return next(args);
  });

describe("the plugins of a client", () => {
  it("change its options in order", () => {
    const client = new MarketplaceMeteringClient({
      maxAttempts: 2,
      plugins: [
        { configure: ({ maxAttempts }) => ({ maxAttempts: Number(maxAttempts) + 1 }) },
        { configure: ({ maxAttempts }) => ({ maxAttempts: Number(maxAttempts) * 10 }) },
      ],
    });
    return expect(client.config.maxAttempts()).resolves.toBe(30);
  });

  it("do not modify the options that were passed to the constructor", () => {
    const options = { plugins: [{ configure: () => ({ region: "eu-west-1" }) }] };
    const client = new MarketplaceMeteringClient(options);
    expect(client.initConfig).toBe(options);
    expect(options).not.toHaveProperty("region");
  });

  it("add middleware, like a pluggable of the AWS SDK", async () => {
    const applyToStack = vi.fn<(stack: unknown, config?: object) => void>();
    const client = new MarketplaceMeteringClient({ plugins: [{ applyToStack }] });
    expect(applyToStack).toHaveBeenCalledWith(client.middlewareStack, client.config);
  });
});

describe("the plugins of a client class", () => {
  const plugin = { configure: () => ({ region: "eu-west-1" }) };
  afterEach(() => {
    MarketplaceMetering.clearPlugins();
    MarketplaceMeteringClient.clearPlugins();
  });

  it("apply to clients that are constructed later", async () => {
    const before = new MarketplaceMeteringClient({ region: "us-east-1" });
    MarketplaceMeteringClient.addPlugin(plugin);
    const after = new MarketplaceMeteringClient({ region: "us-east-1" });
    expect(await before.config.region()).toBe("us-east-1");
    expect(await after.config.region()).toBe("eu-west-1");
  });

  it("run before the plugins of the client", async () => {
    MarketplaceMeteringClient.addPlugin(plugin);
    const own = { configure: () => ({ region: "sa-east-1" }) };
    const client = new MarketplaceMeteringClient({ plugins: [own] });
    expect(await client.config.region()).toBe("sa-east-1");
  });

  it("are listed, and can be removed individually or all at once", () => {
    const other = { configure: () => ({}) };
    MarketplaceMeteringClient.addPlugin(plugin);
    MarketplaceMeteringClient.addPlugin(other);
    expect(MarketplaceMeteringClient.plugins).toEqual([plugin, other]);
    MarketplaceMeteringClient.removePlugin(plugin);
    expect(MarketplaceMeteringClient.plugins).toEqual([other]);
    MarketplaceMeteringClient.clearPlugins();
    expect(MarketplaceMeteringClient.plugins).toEqual([]);
  });

  it("apply to subclasses but not to the parent class", async () => {
    class Metering extends MarketplaceMeteringClient {}
    MarketplaceMeteringClient.addPlugin(plugin);
    expect(await new Metering({}).config.region()).toBe("eu-west-1");
    class Special extends MarketplaceMeteringClient {}
    const extra = { configure: () => ({}) };
    Special.addPlugin(extra);
    expect(Special.plugins).toEqual([plugin, extra]);
    expect(MarketplaceMeteringClient.plugins).toEqual([plugin]);
  });
});

describe("a handler", () => {
  it("runs in the order of steps, and within a step in the order of priorities", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [
        record(seen, "send", { step: "send" }),
        record(seen, "sign", { step: "sign" }),
        record(seen, "build 10", { priority: 10 }),
        record(seen, "build 90", { priority: 90 }),
        record(seen, "build 60", { priority: 60 }),
        record(seen, "build 70", { priority: 70 }),
        record(seen, "build", {}),
        record(seen, "validate", { step: "validate", priority: 99 }),
        record(seen, "initialize", { step: "initialize", priority: 0 }),
        createStubs(),
      ],
    });
    await client.meterUsage(input);
    expect(seen).toEqual([
      "initialize",
      "validate",
      "build 90",
      "build 70",
      "build 60",
      "build",
      "build 10",
      "sign",
      "send",
    ]);
  });

  it("runs in the order of registration if priorities are equal", async () => {
    const seen: string[] = [];
    const plugins = ["a", "b", "c"].map((name) => record(seen, name, { priority: 80 }));
    const client = new MarketplaceMetering({ plugins: [...plugins, createStubs()] });
    await client.meterUsage(input);
    expect(seen).toEqual(["a", "b", "c"]);
  });

  it("can be limited to some operations", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [record(seen, "resolve", { operations: ["ResolveCustomer"] }), createStubs()],
    });
    await client.meterUsage(input);
    expect(seen).toEqual([]);
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(seen).toEqual(["resolve"]);
  });

  it("can be added to an existing client between two calls", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering();
    stubResponses(client);
    await client.meterUsage(input);
    client.middlewareStack.use(record(seen, "late", { priority: 20 }));
    client.middlewareStack.use(record(seen, "later", { priority: 30 }));
    await client.meterUsage(input);
    expect(seen).toEqual(["later", "late"]);
  });

  it("runs at each attempt in the steps sign and send, and once per call in the other steps", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [
        record(seen, "build", {}),
        record(seen, "sign", { step: "sign" }),
        record(seen, "send", { step: "send" }),
        createStubs({ MeterUsage: ["ThrottlingException", {}] }),
      ],
    });
    await client.meterUsage(input);
    expect(seen).toEqual(["build", "sign", "send", "sign", "send"]);
  });

  it("runs in the step sign before the signature if its priority exceeds 50, otherwise after it", async () => {
    const seen: (string | undefined)[] = [];
    const look = (priority: number): MiddlewarePlugin =>
      handleRequest({ step: "sign", priority }, ({ headers }) => {
        seen.push(headers["authorization"] && "signed");
        if (priority > 50) headers["x-seller"] = "acme";
      });
    const stubs = createStubs();
    const client = new MarketplaceMetering({ plugins: [look(60), look(50), stubs] });
    await client.meterUsage(input);
    expect(seen).toEqual([undefined, "signed"]);
    const sent = stubs.apiRequests[0]?.context.requests[0];
    expect(sent?.headers["authorization"]).toContain("x-seller");
  });

  it("can return an output instead of calling the service", async () => {
    const stubs = createStubs();
    const output = { MeteringRecordId: "mine", $metadata: {} };
    const shortCircuit = handle({ step: "validate" }, () => async () => ({ response: {}, output }));
    const client = new MarketplaceMetering({ plugins: [shortCircuit, stubs] });
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("mine");
    expect(stubs.apiRequests).toEqual([]);
  });

  it("can read the output of a call", async () => {
    const callback = vi.fn<(output: object) => void>();
    const client = new MarketplaceMetering({
      plugins: [handleResponse({}, callback), createStubs()],
    });
    await client.meterUsage(input);
    expect(callback.mock.calls[0]?.[0]).toMatchObject({ MeteringRecordId: "String" });
  });

  it("must have a priority from 0 to 99", () => {
    expect(() => handle({ priority: 100 }, (next) => next)).toThrow(
      "The priority of a handler must be from 0 to 99. Received 100.",
    );
    expect(() => handle({ priority: Number.NaN }, (next) => next)).toThrow(RangeError);
  });

  it("throws if it needs the request in a step that has no request yet", async () => {
    const plugins = [handleRequest({ step: "validate" }, () => undefined), createStubs()];
    const client = new MarketplaceMetering({ plugins });
    await expect(client.meterUsage(input)).rejects.toThrow(
      'The step "validate" has no request yet.',
    );
  });
});

describe("buildRequest", () => {
  it("returns the signed request without sending it", async () => {
    const handler = vi.fn<() => Promise<never>>();
    const client = new MarketplaceMetering({
      region: "us-east-1",
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" },
      requestHandler: { handle: handler },
      logger: { debug: handler, info: handler, warn: handler, error: handler },
    });
    const { request } = await buildRequest(client, new MeterUsageCommand(input));
    expect(request).toMatchObject({
      method: "POST",
      hostname: "metering.marketplace.us-east-1.amazonaws.com",
      headers: { "x-amz-target": "AWSMPMeteringService.MeterUsage" },
    });
    expect(request.headers["authorization"]).toContain("Credential=AKIDEXAMPLE/");
    expect(handler).not.toHaveBeenCalled();
  });

  it("returns a request with a method that sends it", async () => {
    const stubs = createStubs({ MeterUsage: { MeteringRecordId: "a" } });
    const client = new MarketplaceMetering({ plugins: [stubs] });
    const built = await buildRequest(client, new MeterUsageCommand(input));
    expect(stubs.apiRequests).toEqual([]);
    expect((await built.send()).MeteringRecordId).toBe("a");
    expect(stubs.apiRequests).toHaveLength(1);
  });

  it("throws the errors that the call throws before it sends the request", async () => {
    const client = new MarketplaceMetering({
      region: "us-east-1",
      credentials: async () => {
        throw new Error("no credentials today");
      },
    });
    await expect(buildRequest(client, new MeterUsageCommand(input))).rejects.toThrow(
      "no credentials today",
    );
  });
});

describe("operationNames", () => {
  it("lists the operations of the model", () => {
    expect(operationNames).toEqual([
      "BatchMeterUsage",
      "MeterUsage",
      "RegisterUsage",
      "ResolveCustomer",
    ]);
  });
});
