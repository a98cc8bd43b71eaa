import { describe, expect, it } from "vitest";
import { account, before, license, now, product } from "../rules/world.js";
import { failureOf, legacy, openMarketplace } from "./marketplace.js";

const invalidIdentifier = {
  name: "InvalidCustomerIdentifierException",
  fault: "client",
  status: 400,
};

describe("the customer of a record", () => {
  it("is named by identifier and product code in older integrations", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([legacy], { ProductCode: product })).toEqual(["Success"]);
    expect(market.server.metered()).toMatchObject([{ customer: account, product }]);
  });

  it("is named by account and license in new integrations", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([{}])).toEqual(["Success"]);
    expect(market.server.metered()).toMatchObject([
      { customer: account, product, licenseArn: license },
    ]);
  });

  it("is named by account and product code in transitional integrations", async () => {
    await using market = await openMarketplace();
    const records = [{ LicenseArn: undefined }];
    expect(await market.statuses(records, { ProductCode: product })).toEqual(["Success"]);
  });

  it.each([
    ["both kinds of identifiers", { CustomerIdentifier: "cust-a" }, "it has both"],
    ["no identifier", { CustomerAWSAccountId: undefined }, "it has neither"],
    ["only an empty identifier", { ...legacy, CustomerIdentifier: "" }, "it has neither"],
  ])("makes the batch fail if the record contains %s", async (_, record, reason) => {
    await using market = await openMarketplace();
    expect(await failureOf(market.batch([record], { ProductCode: product }))).toMatchObject({
      ...invalidIdentifier,
      message: expect.stringContaining(reason),
    });
  });

  it("is accepted or refused with both a product code and a license, depending on a setting", async () => {
    await using lenient = await openMarketplace();
    expect(await lenient.statuses([{}], { ProductCode: product })).toEqual(["Success"]);
    await using strict = await openMarketplace({ settings: { productCodeWithLicense: "refuse" } });
    expect(await failureOf(strict.batch([{}], { ProductCode: product }))).toMatchObject({
      name: "InvalidProductCodeException",
      status: 400,
    });
    expect(await strict.statuses([{}])).toEqual(["Success"]);
  });
});

describe("the status CustomerNotSubscribed", () => {
  const agreed = { customer: account, product, licenseArn: license };

  it.each([
    ["an unknown identifier", { ...legacy, CustomerIdentifier: "nobody" }, {}],
    ["an unknown account", { ...legacy, ...byAccount("999900001111") }, {}],
    ["a customer without an agreement", { ...legacy, CustomerIdentifier: "cust-b" }, {}],
    [
      "a suspended account, in the older form",
      legacy,
      { customers: [{ account, identifier: "cust-a", suspended: true }] },
    ],
    ["a suspended account, by license", {}, { customers: [{ account, suspended: true }] }],
    [
      "an agreement that ended over an hour ago",
      legacy,
      { agreements: [{ ...agreed, end: before(now, 1, 1).toISOString() }] },
    ],
    [
      "an agreement that has not started",
      legacy,
      { agreements: [{ ...agreed, start: before(now, -1).toISOString() }] },
    ],
  ])("is returned for %s", async (_, record, change) => {
    await using market = await openMarketplace({ seed: { agreements: [agreed], ...change } });
    const request = "LicenseArn" in record ? { ProductCode: product } : {};
    const { Results } = await market.batch([record], request);
    expect(Results).toMatchObject([{ Status: "CustomerNotSubscribed" }]);
    expect(Results?.[0]?.MeteringRecordId).toBeUndefined();
    expect(market.quantities).toEqual([]);
  });

  it("does not affect the other records of the batch", async () => {
    await using market = await openMarketplace();
    const records = [legacy, { ...legacy, CustomerIdentifier: "nobody" }];
    expect(await market.statuses(records, { ProductCode: product })).toEqual([
      "Success",
      "CustomerNotSubscribed",
    ]);
    expect(market.quantities).toEqual([3]);
  });

  it("is not returned after the customer subscribes", async () => {
    await using market = await openMarketplace({ seed: { agreements: [] } });
    const meter = () => market.statuses([legacy], { ProductCode: product });
    expect(await meter()).toEqual(["CustomerNotSubscribed"]);
    market.server.reset({ ...market.server.state, agreements: [agreed] });
    expect(await meter()).toEqual(["Success"]);
  });
});

describe("the setting unknownIdentifiers", () => {
  it('makes a batch with an unknown identifier fail if it is "error"', async () => {
    await using market = await openMarketplace({ settings: { unknownIdentifiers: "error" } });
    const records = [legacy, { ...legacy, CustomerIdentifier: "nobody" }];
    expect(await failureOf(market.batch(records, { ProductCode: product }))).toMatchObject({
      ...invalidIdentifier,
      message: 'The customer identifier "nobody" does not exist.',
    });
    expect(market.quantities).toEqual([]);
    expect(await market.statuses([legacy], { ProductCode: product })).toEqual(["Success"]);
  });
});

describe("the records of a customer who unsubscribed", () => {
  const left = (minutes: number) => ({
    agreements: [
      {
        customer: account,
        product,
        licenseArn: license,
        unsubscribedAt: before(now, 0, minutes).toISOString(),
      },
    ],
  });

  it.each([
    ["are accepted after 59 minutes", 59, "Success"],
    ["are refused after an hour", 60, "CustomerNotSubscribed"],
  ])("%s", async (_, minutes, status) => {
    await using market = await openMarketplace({ seed: left(minutes) });
    expect(await market.statuses([legacy], { ProductCode: product })).toEqual([status]);
    expect(await market.statuses([{ Dimension: "GB" }])).toEqual([status]);
  });

  it("are accepted for the time in the settings", async () => {
    await using market = await openMarketplace({
      seed: left(90),
      settings: { unsubscribeGraceMinutes: 120 },
    });
    expect(await market.statuses([{}])).toEqual(["Success"]);
  });
});

/** The members that name a customer by account instead of identifier. */
function byAccount(CustomerAWSAccountId: string) {
  return { CustomerIdentifier: undefined, CustomerAWSAccountId };
}
