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

/** A handler that notes when it is passed. */
const note = (seen: string[], name: string, options: HandlerOptions): MiddlewarePlugin =>
  handle(options, (next) => async (args) => {
    seen.push(name);
    return next(args);
  });

describe("plugins of a client", () => {
  it("change its options, in their order", () => {
    const client = new MarketplaceMeteringClient({
      maxAttempts: 2,
      plugins: [
        { configure: ({ maxAttempts }) => ({ maxAttempts: Number(maxAttempts) + 1 }) },
        { configure: ({ maxAttempts }) => ({ maxAttempts: Number(maxAttempts) * 10 }) },
      ],
    });
    return expect(client.config.maxAttempts()).resolves.toBe(30);
  });

  it("leave what the constructor was given as it was", () => {
    const options = { plugins: [{ configure: () => ({ region: "eu-west-1" }) }] };
    const client = new MarketplaceMeteringClient(options);
    expect(client.initConfig).toBe(options);
    expect(options).not.toHaveProperty("region");
  });

  it("add middleware, and may be what the AWS SDK calls a pluggable", async () => {
    const applyToStack = vi.fn<(stack: unknown, config?: object) => void>();
    const client = new MarketplaceMeteringClient({ plugins: [{ applyToStack }] });
    expect(applyToStack).toHaveBeenCalledWith(client.middlewareStack, client.config);
  });
});

describe("plugins of a class", () => {
  const plugin = { configure: () => ({ region: "eu-west-1" }) };
  afterEach(() => {
    MarketplaceMetering.clearPlugins();
    MarketplaceMeteringClient.clearPlugins();
  });

  it("concern the clients that are constructed afterwards", async () => {
    const before = new MarketplaceMeteringClient({ region: "us-east-1" });
    MarketplaceMeteringClient.addPlugin(plugin);
    const after = new MarketplaceMeteringClient({ region: "us-east-1" });
    expect(await before.config.region()).toBe("us-east-1");
    expect(await after.config.region()).toBe("eu-west-1");
  });

  it("come before the client's own", async () => {
    MarketplaceMeteringClient.addPlugin(plugin);
    const own = { configure: () => ({ region: "sa-east-1" }) };
    const client = new MarketplaceMeteringClient({ plugins: [own] });
    expect(await client.config.region()).toBe("sa-east-1");
  });

  it("are listed, and can be removed one by one or all at once", () => {
    const other = { configure: () => ({}) };
    MarketplaceMeteringClient.addPlugin(plugin);
    MarketplaceMeteringClient.addPlugin(other);
    expect(MarketplaceMeteringClient.plugins).toEqual([plugin, other]);
    MarketplaceMeteringClient.removePlugin(plugin);
    expect(MarketplaceMeteringClient.plugins).toEqual([other]);
    MarketplaceMeteringClient.clearPlugins();
    expect(MarketplaceMeteringClient.plugins).toEqual([]);
  });

  it("are those of the classes below, too, but not of the class above", async () => {
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

describe("handlers", () => {
  it("stand in the order of their steps, and within a step in that of their priorities", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [
        note(seen, "send", { step: "send" }),
        note(seen, "sign", { step: "sign" }),
        note(seen, "build 10", { priority: 10 }),
        note(seen, "build 90", { priority: 90 }),
        note(seen, "build 60", { priority: 60 }),
        note(seen, "build 70", { priority: 70 }),
        note(seen, "build", {}),
        note(seen, "validate", { step: "validate", priority: 99 }),
        note(seen, "initialize", { step: "initialize", priority: 0 }),
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

  it("of equal priority stand in the order in which they were added", async () => {
    const seen: string[] = [];
    const plugins = ["a", "b", "c"].map((name) => note(seen, name, { priority: 80 }));
    const client = new MarketplaceMetering({ plugins: [...plugins, createStubs()] });
    await client.meterUsage(input);
    expect(seen).toEqual(["a", "b", "c"]);
  });

  it("can be for some operations only", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [note(seen, "resolve", { operations: ["ResolveCustomer"] }), createStubs()],
    });
    await client.meterUsage(input);
    expect(seen).toEqual([]);
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(seen).toEqual(["resolve"]);
  });

  it("can be put into a client that is there already, also between two calls", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering();
    stubResponses(client);
    await client.meterUsage(input);
    client.middlewareStack.use(note(seen, "late", { priority: 20 }));
    client.middlewareStack.use(note(seen, "later", { priority: 30 }));
    await client.meterUsage(input);
    expect(seen).toEqual(["later", "late"]);
  });

  it("pass at each attempt in the steps sign and send, and once for a call in the others", async () => {
    const seen: string[] = [];
    const client = new MarketplaceMetering({
      plugins: [
        note(seen, "build", {}),
        note(seen, "sign", { step: "sign" }),
        note(seen, "send", { step: "send" }),
        createStubs({ MeterUsage: ["ThrottlingException", {}] }),
      ],
    });
    await client.meterUsage(input);
    expect(seen).toEqual(["build", "sign", "send", "sign", "send"]);
  });

  it("of the step sign see the request before it is signed above priority 50, else after", async () => {
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

  it("may answer in the place of the service", async () => {
    const stubs = createStubs();
    const output = { MeteringRecordId: "mine", $metadata: {} };
    const answer = handle({ step: "validate" }, () => async () => ({ response: {}, output }));
    const client = new MarketplaceMetering({ plugins: [answer, stubs] });
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("mine");
    expect(stubs.apiRequests).toEqual([]);
  });

  it("look at what came of a call", async () => {
    const see = vi.fn<(output: object) => void>();
    const client = new MarketplaceMetering({ plugins: [handleResponse({}, see), createStubs()] });
    await client.meterUsage(input);
    expect(see.mock.calls[0]?.[0]).toMatchObject({ MeteringRecordId: "String" });
  });

  it("have a priority between 0 and 99", () => {
    expect(() => handle({ priority: 100 }, (next) => next)).toThrow("between 0 and 99; 100 is not");
    expect(() => handle({ priority: Number.NaN }, (next) => next)).toThrow(RangeError);
  });

  it("say so where there is no request yet", async () => {
    const plugins = [handleRequest({ step: "validate" }, () => undefined), createStubs()];
    const client = new MarketplaceMetering({ plugins });
    await expect(client.meterUsage(input)).rejects.toThrow("no request in the step validate");
  });
});

describe("a request that is built", () => {
  it("is what would be sent, signed, and nothing is sent", async () => {
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

  it("can be sent", async () => {
    const stubs = createStubs({ MeterUsage: { MeteringRecordId: "a" } });
    const client = new MarketplaceMetering({ plugins: [stubs] });
    const built = await buildRequest(client, new MeterUsageCommand(input));
    expect(stubs.apiRequests).toEqual([]);
    expect((await built.send()).MeteringRecordId).toBe("a");
    expect(stubs.apiRequests).toHaveLength(1);
  });

  it("fails as the call would", async () => {
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

describe("the names of the operations", () => {
  it("are those of the model", () => {
    expect(operationNames).toEqual([
      "BatchMeterUsage",
      "MeterUsage",
      "RegisterUsage",
      "ResolveCustomer",
    ]);
  });
});
