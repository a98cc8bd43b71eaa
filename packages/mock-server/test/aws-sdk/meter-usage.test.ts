import { describe, expect, it } from "vitest";
import type { SeedInput } from "../../src/index.js";
import { account, before, now, product } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";

const platform = (kind: "ec2" | "ecs" | "eks" | "agentcore", more: object = {}) => ({
  seed: { platform: { kind, account, resource: "one", ...more } },
});
const duplicate = { name: "DuplicateRequestException", fault: "client", status: 400 };
const conflict = { name: "IdempotencyConflictException", fault: "client", status: 409 };

describe.each(["ec2", "ecs", "eks"] as const)("MeterUsage on %s", (kind) => {
  it("records usage for the hour in which it began", async () => {
    await using market = await openMarketplace(platform(kind));
    await market.meter({ Timestamp: before(now, 0, 13) });
    expect(market.server.metered()).toMatchObject([
      {
        operation: "MeterUsage",
        customer: account,
        quantity: 3,
        timestamp: "2026-11-15T05:00:00.000Z",
      },
    ]);
  });

  it("returns the same id for identical usage within an hour, regardless of the client token", async () => {
    await using market = await openMarketplace(platform(kind));
    const first = await market.meter();
    // AWS's client generates a new token for each call, so the tokens differ.
    expect(await market.meter()).toBe(first);
    expect(await market.meter({ Timestamp: before(now, 0, 29) })).toBe(first);
    expect(market.quantities).toEqual([3]);
  });

  it("refuses another quantity for the same hour with a DuplicateRequestException", async () => {
    await using market = await openMarketplace(platform(kind));
    await market.meter();
    expect(await failureOf(market.meter({ UsageQuantity: 4 }))).toMatchObject(duplicate);
    expect(await failureOf(market.meter({ UsageQuantity: 0 }))).toMatchObject(duplicate);
    expect(market.quantities).toEqual([3]);
  });

  it("records usage of different dimensions, hours and resources separately", async () => {
    const callers = { AKIDTWO: { kind, account, resource: "two" } };
    const seed = { ...platform(kind).seed, callers };
    await using market = await openMarketplace({ seed });
    await market.meter();
    await market.meter({ UsageQuantity: 4, UsageDimension: "GB" });
    await market.meter({ UsageQuantity: 5, Timestamp: before(now, 1) });
    await market.meter({ UsageQuantity: 6 }, { accessKeyId: "AKIDTWO" });
    expect(market.quantities).toEqual([3, 4, 5, 6]);
  });
});

describe("MeterUsage on AgentCore", () => {
  it("records usage with its exact time, and adds usage with distinct tokens within an hour", async () => {
    await using market = await openMarketplace(platform("agentcore"));
    const first = await market.meter();
    const second = await market.meter({ UsageQuantity: 5 });
    expect(second).not.toBe(first);
    expect(market.server.metered()).toMatchObject([
      { quantity: 3, timestamp: now.toISOString() },
      { quantity: 5, timestamp: now.toISOString() },
    ]);
  });

  it("counts usage with a repeated token once, and returns the same id", async () => {
    await using market = await openMarketplace(platform("agentcore"));
    const first = await market.meter({ ClientToken: "t" });
    expect(await market.meter({ ClientToken: "t" })).toBe(first);
    expect(market.quantities).toEqual([3]);
  });

  it("requires a client token", async () => {
    await using market = await openMarketplace(platform("agentcore"));
    // AWS's client always sends a token, so the request is sent without this client.
    const response = await fetch(market.server.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSMPMeteringService.MeterUsage",
      },
      body: JSON.stringify({
        ProductCode: product,
        Timestamp: now.getTime() / 1000,
        UsageDimension: "users",
      }),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        __type: "ValidationException",
        message: "ClientToken is required on Amazon Bedrock AgentCore.",
      },
    ]);
  });
});

describe("a client token", () => {
  it.each([
    ["quantity", { UsageQuantity: 4 }],
    ["dimension", { UsageDimension: "GB" }],
    ["timestamp", { Timestamp: before(now, 1) }],
    ["allocations", { UsageAllocations: [{ AllocatedUsageQuantity: 3 }] }],
  ])(
    "is refused with another %s with an IdempotencyConflictException, status 409",
    async (_, change) => {
      await using market = await openMarketplace(platform("agentcore"));
      await market.meter({ ClientToken: "t" });
      const call = market.meter({ ClientToken: "t", ...change });
      expect(await failureOf(call)).toMatchObject(conflict);
      expect(market.quantities).toEqual([3]);
    },
  );

  it("is compared case-sensitively", async () => {
    await using market = await openMarketplace(platform("agentcore"));
    await market.meter({ ClientToken: "t" });
    expect(await market.meter({ ClientToken: "T", UsageQuantity: 4 })).toBeDefined();
  });

  it("is the same in all attempts of the client", async () => {
    await using market = await openMarketplace(platform("agentcore"));
    market.server.faults.add({ kind: "dropResponse", operation: "MeterUsage", times: 1 });
    await market.meter({}, { maxAttempts: 3 });
    const attempts = market.server.journal.calls().flatMap((call) => call.attempts);
    expect(attempts).toHaveLength(2);
    expect(market.quantities).toEqual([3]);
  });
});

describe("a dry run", () => {
  it("fails with DryRunOperation if the call is permitted, and meters nothing", async () => {
    await using market = await openMarketplace();
    expect(await failureOf(market.meter({ DryRun: true }))).toMatchObject({
      name: "DryRunOperation",
      fault: "client",
      status: 400,
    });
    expect(market.quantities).toEqual([]);
  });

  it("fails with UnauthorizedException if the call is not permitted", async () => {
    await using market = await openMarketplace(platform("ecs", { permitted: false }));
    expect(await failureOf(market.meter({ DryRun: true }))).toMatchObject({
      name: "UnauthorizedException",
      fault: "client",
      status: 400,
    });
  });

  it("does not occur if DryRun is false", async () => {
    await using market = await openMarketplace();
    expect(await market.meter({ DryRun: false })).toBeDefined();
  });
});

describe("a failure of MeterUsage", () => {
  it("is an InvalidEndpointRegionException in a region other than that of the resource", async () => {
    await using market = await openMarketplace(platform("ec2", { region: "eu-west-1" }));
    expect(await failureOf(market.meter())).toMatchObject({
      name: "InvalidEndpointRegionException",
      message: "The caller runs in eu-west-1; this is the endpoint of us-east-1.",
      status: 400,
    });
    expect(await market.meter({}, { region: "eu-west-1" })).toBeDefined();
  });

  it.each<[string, SeedInput]>([
    ["an account without an agreement", { platform: { kind: "ec2", account: "444455556666" } }],
    ["an unknown account", { platform: { kind: "ec2", account: "999900001111" } }],
    ["a suspended account", { customers: [{ account, suspended: true }] }],
    [
      "an account whose agreement has ended",
      { agreements: [{ customer: account, product, end: before(now, 2).toISOString() }] },
    ],
  ])("is a CustomerNotEntitledException for %s", async (_, change) => {
    const agreements = [{ customer: account, product }];
    await using market = await openMarketplace({ seed: { agreements, ...change } });
    expect(await failureOf(market.meter())).toMatchObject({
      name: "CustomerNotEntitledException",
      fault: "client",
      status: 400,
    });
    expect(market.quantities).toEqual([]);
  });

  it.each([
    ["InvalidProductCodeException", "an unknown product", { ProductCode: "prod-z" }],
    ["InvalidUsageDimensionException", "an unknown dimension", { UsageDimension: "seats" }],
    [
      "InvalidUsageDimensionException",
      "a dimension in the wrong case",
      { UsageDimension: "USERS" },
    ],
    ["ValidationException", "a negative quantity", { UsageQuantity: -1 }],
    ["SerializationException", "a quantity that is not an integer", { UsageQuantity: 1.5 }],
    ["SerializationException", "a quantity above 2147483647", { UsageQuantity: 2 ** 31 }],
  ])("is a %s for %s", async (name, _, request) => {
    await using market = await openMarketplace();
    expect(await failureOf(market.meter(request))).toMatchObject({
      name,
      fault: "client",
      status: 400,
    });
  });
});

describe("MeterUsage", () => {
  it("meters the quantity 0 if the input has no quantity", async () => {
    await using market = await openMarketplace();
    await market.meter({ UsageQuantity: undefined });
    expect(market.quantities).toEqual([0]);
  });
});
