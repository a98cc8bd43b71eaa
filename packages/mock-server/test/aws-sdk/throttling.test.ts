import { describe, expect, it } from "vitest";
import { account, now, product } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";
import type { Marketplace } from "./marketplace.js";

const calls: Readonly<Record<string, (market: Marketplace, region?: string) => Promise<unknown>>> =
  {
    BatchMeterUsage: (market, region = "us-east-1") => market.batch([{}], {}, { region }),
    MeterUsage: (market, region = "us-east-1") => market.meter({}, { region }),
    RegisterUsage: (market, region = "us-east-1") => market.register({}, { region }),
  };
const call = (market: Marketplace, operation: string, region?: string) =>
  calls[operation]?.(market, region) ?? Promise.reject(new TypeError(operation));

/**
 * Opens a marketplace with the real quotas. The clock of the server is frozen, and the quotas are
 * measured with this clock.
 */
async function openThrottled() {
  const market = await openMarketplace();
  market.server.faults.add({ kind: "throttle", time: "clock" });
  return market;
}

const quotas = [
  ["BatchMeterUsage", 10],
  ["MeterUsage", 10],
  ["RegisterUsage", 5],
] as const;

describe("throttling at the quotas of the service", () => {
  it.each(quotas)("allows for %s %d requests per second", async (operation, perSecond) => {
    await using market = await openThrottled();
    for (let n = 0; n < perSecond; n++) await call(market, operation);
    expect(await failureOf(call(market, operation))).toMatchObject({
      name: "ThrottlingException",
      fault: "client",
      status: 400,
    });
    market.server.clock.advance({ seconds: 1 });
    for (let n = 0; n < perSecond; n++) await call(market, operation);
  });

  it("counts calls of each operation and region separately", async () => {
    await using market = await openThrottled();
    for (let n = 0; n < 10; n++) await call(market, "MeterUsage");
    await call(market, "BatchMeterUsage");
    await call(market, "MeterUsage", "eu-west-1");
    expect(await failureOf(call(market, "MeterUsage"))).toMatchObject({
      name: "ThrottlingException",
    });
  });

  it("counts calls of each tenant separately", async () => {
    await using market = await openThrottled();
    market.server.tenant("AKIDOTHER").clock.freeze(now);
    for (let n = 0; n < 10; n++) await market.meter();
    expect(await failureOf(market.meter())).toMatchObject({ name: "ThrottlingException" });
    expect(await market.meter({}, { accessKeyId: "AKIDOTHER" })).toBeDefined();
  });

  it("does not throttle ResolveCustomer", async () => {
    await using market = await openThrottled();
    const token = market.server.issueToken({ customer: account, product });
    for (let n = 0; n < 30; n++) {
      expect(await market.resolve(token)).toMatchObject({ ProductCode: product });
    }
  });

  it("does not meter usage of a throttled call", async () => {
    await using market = await openThrottled();
    for (let n = 0; n < 10; n++) await call(market, "MeterUsage");
    expect(await failureOf(market.meter({ UsageDimension: "GB" }))).toMatchObject({
      name: "ThrottlingException",
    });
    expect(market.server.metered({ dimension: "GB" })).toEqual([]);
  });
});

describe("a server without faults", () => {
  it("does not apply quotas", async () => {
    await using market = await openMarketplace();
    for (let n = 0; n < 40; n++) expect(await market.meter()).toBeDefined();
  });
});
