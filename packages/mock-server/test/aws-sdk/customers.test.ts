import { describe, expect, it } from "vitest";
import { account, before, license, now, product } from "../rules/world.js";
import { failureOf, legacy, openMarketplace } from "./marketplace.js";

const invalidIdentifier = {
  name: "InvalidCustomerIdentifierException",
  fault: "client",
  status: 400,
};

describe("a record names its customer", () => {
  it("by identifier, with the product code, in integrations of the older kind", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([legacy], { ProductCode: product })).toEqual(["Success"]);
    expect(market.server.metered()).toMatchObject([{ customer: account, product }]);
  });

  it("by account and license, without a product code, in new integrations", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([{}])).toEqual(["Success"]);
    expect(market.server.metered()).toMatchObject([
      { customer: account, product, licenseArn: license },
    ]);
  });

  it("by account and product code in integrations between the two", async () => {
    await using market = await openMarketplace();
    const records = [{ LicenseArn: undefined }];
    expect(await market.statuses(records, { ProductCode: product })).toEqual(["Success"]);
  });

  it.each([
    ["both ways", { CustomerIdentifier: "cust-a" }, "not by both"],
    ["no way", { CustomerAWSAccountId: undefined }, "not by neither"],
    ["with an empty identifier only", { ...legacy, CustomerIdentifier: "" }, "not by neither"],
  ])("and fails the batch where it does %s", async (_, record, reason) => {
    await using market = await openMarketplace();
    expect(await failureOf(market.batch([record], { ProductCode: product }))).toMatchObject({
      ...invalidIdentifier,
      message: expect.stringContaining(reason),
    });
  });

  it("and a ProductCode beside a license is taken, or refused, which is a setting", async () => {
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

describe("CustomerNotSubscribed, without an id and without a record, is the status of", () => {
  const agreed = { customer: account, product, licenseArn: license };

  it.each([
    ["an identifier that nobody has", { ...legacy, CustomerIdentifier: "nobody" }, {}],
    ["an account that is no customer", { ...legacy, ...byAccount("999900001111") }, {}],
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
      "an agreement that has not begun",
      legacy,
      { agreements: [{ ...agreed, start: before(now, -1).toISOString() }] },
    ],
  ])("%s", async (_, record, change) => {
    await using market = await openMarketplace({ seed: { agreements: [agreed], ...change } });
    const request = "LicenseArn" in record ? { ProductCode: product } : {};
    const { Results } = await market.batch([record], request);
    expect(Results).toMatchObject([{ Status: "CustomerNotSubscribed" }]);
    expect(Results?.[0]?.MeteringRecordId).toBeUndefined();
    expect(market.quantities).toEqual([]);
  });

  it("one record, while the others of the batch are taken", async () => {
    await using market = await openMarketplace();
    const records = [legacy, { ...legacy, CustomerIdentifier: "nobody" }];
    expect(await market.statuses(records, { ProductCode: product })).toEqual([
      "Success",
      "CustomerNotSubscribed",
    ]);
    expect(market.quantities).toEqual([3]);
  });

  it("a customer until they subscribe", async () => {
    await using market = await openMarketplace({ seed: { agreements: [] } });
    const meter = () => market.statuses([legacy], { ProductCode: product });
    expect(await meter()).toEqual(["CustomerNotSubscribed"]);
    market.server.reset({ ...market.server.state, agreements: [agreed] });
    expect(await meter()).toEqual(["Success"]);
  });
});

it("an identifier that nobody has fails the batch, where that is set", async () => {
  await using market = await openMarketplace({ settings: { unknownIdentifiers: "error" } });
  const records = [legacy, { ...legacy, CustomerIdentifier: "nobody" }];
  expect(await failureOf(market.batch(records, { ProductCode: product }))).toMatchObject({
    ...invalidIdentifier,
    message: 'There is no customer with the identifier "nobody".',
  });
  expect(market.quantities).toEqual([]);
  expect(await market.statuses([legacy], { ProductCode: product })).toEqual(["Success"]);
});

describe("after a customer has unsubscribed, records are taken", () => {
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
    ["59 minutes later", 59, "Success"],
    ["no more an hour later", 60, "CustomerNotSubscribed"],
  ])("%s", async (_, minutes, status) => {
    await using market = await openMarketplace({ seed: left(minutes) });
    expect(await market.statuses([legacy], { ProductCode: product })).toEqual([status]);
    expect(await market.statuses([{ Dimension: "GB" }])).toEqual([status]);
  });

  it("for a time that is a setting", async () => {
    await using market = await openMarketplace({
      seed: left(90),
      settings: { unsubscribeGraceMinutes: 120 },
    });
    expect(await market.statuses([{}])).toEqual(["Success"]);
  });
});

/** The customer of a record, by account instead of identifier. */
function byAccount(CustomerAWSAccountId: string) {
  return { CustomerIdentifier: undefined, CustomerAWSAccountId };
}
