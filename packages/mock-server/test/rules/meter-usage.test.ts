import type { MeterUsageRequest } from "@marketplace-metering/types";
import { describe, expect, it } from "vitest";
import { meterUsage } from "../../src/rules/meter-usage.js";
import type { Platform } from "../../src/seed/seed.js";
import { account, before, now, product, World } from "./world.js";

const usage = (request: Partial<MeterUsageRequest> = {}): MeterUsageRequest => ({
  ProductCode: product,
  Timestamp: new Date("2026-11-15T05:10:00Z"),
  UsageDimension: "users",
  UsageQuantity: 3,
  ...request,
});

const send = (world: World, request: Partial<MeterUsageRequest> = {}) =>
  world.call(meterUsage, usage(request)).MeteringRecordId;

function failure(world: World, request: Partial<MeterUsageRequest> = {}): string {
  try {
    send(world, request);
  } catch (error) {
    if (error instanceof Error) return error.name;
  }
  return "none";
}

const on = (platform: Partial<Platform>, seed = {}) =>
  new World(seed, { platform: { kind: "ecs", account, resource: "task/1", ...platform } });

describe("the window of MeterUsage", () => {
  it("is 6 hours", () => {
    expect(failure(new World(), { Timestamp: before(now, 6) })).toBe("none");
    expect(failure(new World(), { Timestamp: before(now, 6, 1) })).toBe(
      "TimestampOutOfBoundsException",
    );
  });

  it("can be configured", () => {
    const world = new World({}, { settings: { meterWindowHours: 1 } });
    expect(failure(world, { Timestamp: before(now, 1, 1) })).toBe("TimestampOutOfBoundsException");
  });

  it("excludes the previous month from 06:00 UTC on the 1st", () => {
    const world = new World(
      {},
      { now: "2026-11-01T06:00:00Z", settings: { meterWindowHours: 24 } },
    );
    expect(failure(world, { Timestamp: new Date("2026-10-31T23:30:00Z") })).toBe(
      "TimestampOutOfBoundsException",
    );
  });
});

describe.each(["ec2", "ecs", "eks"] as const)("MeterUsage on %s", (kind) => {
  it("rounds the timestamp down to the hour", () => {
    const world = on({ kind });
    send(world);
    expect([...world.state.records.values()][0]).toMatchObject({
      timestamp: "2026-11-15T05:00:00.000Z",
    });
  });

  it("returns the same id for the same hour, dimension, resource and quantity", () => {
    const world = on({ kind });
    const id = send(world);
    expect(send(world, { Timestamp: new Date("2026-11-15T05:20:00Z") })).toBe(id);
    expect(world.quantities).toEqual([3]);
  });

  it("refuses another quantity with a DuplicateRequestException and keeps the first quantity", () => {
    const world = on({ kind });
    send(world);
    expect(failure(world, { UsageQuantity: 4 })).toBe("DuplicateRequestException");
    expect(world.quantities).toEqual([3]);
  });

  it("does not create a new record for a new token", () => {
    const world = on({ kind });
    expect(send(world, { ClientToken: "b" })).toBe(send(world, { ClientToken: "a" }));
  });

  it("creates a new record for a different dimension, hour or resource", () => {
    const world = on({ kind });
    send(world);
    send(world, { UsageDimension: "GB", UsageQuantity: 4 });
    send(world, { Timestamp: new Date("2026-11-15T04:59:00Z"), UsageQuantity: 5 });
    world.platform = { ...world.platform, resource: "task/2" };
    send(world, { UsageQuantity: 6 });
    expect(world.quantities).toEqual([3, 4, 5, 6]);
  });
});

describe("MeterUsage on AgentCore", () => {
  it("requires a client token", () => {
    expect(failure(on({ kind: "agentcore" }))).toBe("ValidationException");
  });

  it("keeps timestamps, and adds usage with distinct tokens", () => {
    const world = on({ kind: "agentcore" });
    send(world, { ClientToken: "a" });
    send(world, { ClientToken: "b", UsageQuantity: 4 });
    expect(world.quantities).toEqual([3, 4]);
    expect([...world.state.records.values()][0]).toMatchObject({
      timestamp: "2026-11-15T05:10:00.000Z",
    });
  });

  it("counts usage with a repeated token once", () => {
    const world = on({ kind: "agentcore" });
    expect(send(world, { ClientToken: "a" })).toBe(send(world, { ClientToken: "a" }));
    expect(world.quantities).toEqual([3]);
  });
});

describe("a client token", () => {
  it.each<[string, Partial<MeterUsageRequest>]>([
    ["quantity", { UsageQuantity: 4 }],
    ["dimension", { UsageDimension: "GB" }],
    ["timestamp", { Timestamp: new Date("2026-11-15T04:10:00Z") }],
    ["allocations", { UsageAllocations: [{ AllocatedUsageQuantity: 3 }] }],
  ])("is refused with another %s with an IdempotencyConflictException", (_name, other) => {
    const world = new World();
    send(world, { ClientToken: "a" });
    expect(failure(world, { ClientToken: "a", ...other })).toBe("IdempotencyConflictException");
  });

  it("is valid for only one region", () => {
    const world = new World();
    send(world, { ClientToken: "a" });
    world.region = "eu-west-1";
    expect(failure(world, { ClientToken: "a", UsageQuantity: 4 })).toBe("none");
  });
});

describe("a dry run", () => {
  it("fails with DryRunOperation if the call is permitted, and meters nothing", () => {
    const world = new World();
    expect(failure(world, { DryRun: true })).toBe("DryRunOperation");
    expect(world.quantities).toEqual([]);
  });

  it("fails with UnauthorizedException if the call is not permitted", () => {
    expect(failure(on({ permitted: false }), { DryRun: true })).toBe("UnauthorizedException");
  });
});

describe('a dry run with the setting dryRun: "success"', () => {
  const settings = { dryRun: "success" } as const;

  it("succeeds if the call is permitted, and meters nothing", () => {
    const world = new World({}, { settings });
    expect(world.call(meterUsage, usage({ DryRun: true }))).toEqual({});
    expect(world.quantities).toEqual([]);
  });

  it("fails with UnauthorizedException if the call is not permitted", () => {
    const world = new World({}, { settings, platform: { kind: "ecs", permitted: false } });
    expect(failure(world, { DryRun: true })).toBe("UnauthorizedException");
  });
});

describe("MeterUsage of a product that is not in the seed", () => {
  const settings = { unseeded: "take" } as const;
  const elsewhere = { ProductCode: "prod-x", UsageDimension: "anything" };

  it('is metered for the account of the platform or a default account with unseeded: "take"', () => {
    for (const [platform, customer] of [
      [{ kind: "ecs", account: "999999999999" }, "999999999999"],
      [{ kind: "ecs" }, account],
    ] as const) {
      const world = new World({}, { settings, platform });
      world.call(meterUsage, usage(elsewhere));
      expect([...world.state.records.values()]).toMatchObject([{ customer, product: "prod-x" }]);
    }
  });

  it("is refused if the subscription of the customer has ended", () => {
    const ended = { customer: account, product, unsubscribedAt: "2026-01-01T00:00:00Z" };
    const world = new World({ agreements: [ended] }, { settings });
    expect(failure(world)).toBe("CustomerNotEntitledException");
  });
});

describe("a failure of MeterUsage", () => {
  it("is an InvalidEndpointRegionException in a region other than that of the resource", () => {
    expect(failure(on({ region: "eu-west-1" }))).toBe("InvalidEndpointRegionException");
    expect(failure(on({ region: "us-east-1" }))).toBe("none");
  });

  it("is a CustomerNotEntitledException without a valid subscription", () => {
    expect(failure(on({ account: "444455556666" }))).toBe("CustomerNotEntitledException");
    expect(failure(on({ account: "999999999999" }))).toBe("CustomerNotEntitledException");
  });

  it("is an InvalidProductCodeException for an unknown product", () => {
    expect(failure(new World(), { ProductCode: "prod-x" })).toBe("InvalidProductCodeException");
  });

  it("is an InvalidUsageDimensionException for a dimension in the wrong case", () => {
    expect(failure(new World(), { UsageDimension: "USERS" })).toBe(
      "InvalidUsageDimensionException",
    );
  });

  it("is an InvalidUsageAllocationsException for allocations that do not add up", () => {
    expect(failure(new World(), { UsageAllocations: [{ AllocatedUsageQuantity: 2 }] })).toBe(
      "InvalidUsageAllocationsException",
    );
  });
});

describe("MeterUsage", () => {
  it("meters a quantity of 0 by default", () => {
    const world = new World();
    const { UsageQuantity: _, ...request } = usage();
    world.call(meterUsage, request);
    expect(world.quantities).toEqual([0]);
  });
});
