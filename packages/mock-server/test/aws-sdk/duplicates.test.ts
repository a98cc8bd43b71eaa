import { describe, expect, it } from "vitest";
import { account, before, license, now, otherProduct, product } from "../rules/world.js";
import { legacy, openMarketplace } from "./marketplace.js";

const earlierInTheHour = before(now, 0, 20);

describe("a repeated record", () => {
  it.each([
    ["with a license", {}, {}],
    ["with a product code", legacy, { ProductCode: product }],
  ])(
    "has the status Success and the same MeteringRecordId, and is billed once: %s",
    async (_, record, request) => {
      await using market = await openMarketplace();
      const first = await market.batch([record], request);
      const again = await market.batch([record], request);
      const [{ MeteringRecordId } = {}] = first.Results ?? [];
      expect(MeteringRecordId).toMatch(/^[0-9a-f-]{36}$/);
      expect(again.Results).toMatchObject([{ Status: "Success", MeteringRecordId }]);
      expect(market.quantities).toEqual([3]);
    },
  );

  it.each([
    ["with a license", {}, {}],
    ["with a product code", legacy, { ProductCode: product }],
  ])(
    "has the status DuplicateRecord and no id if its quantity differs, and only the first record is billed: %s",
    async (_, record, request) => {
      await using market = await openMarketplace();
      await market.batch([record], request);
      const { Results } = await market.batch([{ ...record, Quantity: 4 }], request);
      expect(Results).toMatchObject([{ Status: "DuplicateRecord" }]);
      expect(Results?.[0]?.MeteringRecordId).toBeUndefined();
      expect(market.quantities).toEqual([3]);
    },
  );

  it("is recognized at any minute of the same hour", async () => {
    await using market = await openMarketplace();
    await market.batch([{}]);
    expect(await market.statuses([{ Timestamp: earlierInTheHour }])).toEqual(["Success"]);
    expect(await market.statuses([{ Timestamp: earlierInTheHour, Quantity: 4 }])).toEqual([
      "DuplicateRecord",
    ]);
    expect(market.quantities).toEqual([3]);
  });

  it("is recognized within a batch, and its quantity is not added", async () => {
    await using market = await openMarketplace();
    const { Results } = await market.batch([{}, {}, { Quantity: 1 }]);
    expect(Results?.map(({ Status }) => Status)).toEqual(["Success", "Success", "DuplicateRecord"]);
    expect(Results?.[1]?.MeteringRecordId).toBe(Results?.[0]?.MeteringRecordId);
    expect(market.quantities).toEqual([3]);
  });

  it("is recognized after a record with the quantity 0", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([{ Quantity: 0 }])).toEqual(["Success"]);
    expect(await market.statuses([{ Quantity: 5 }])).toEqual(["DuplicateRecord"]);
    expect(market.quantities).toEqual([0]);
  });

  it("is recognized days later if the window of timestamps is longer", async () => {
    await using market = await openMarketplace({ settings: { batchWindowHours: 100 } });
    await market.batch([{}]);
    market.server.clock.advance({ days: 3 });
    expect(await market.statuses([{}])).toEqual(["Success"]);
    expect(market.quantities).toEqual([3]);
  });

  it("can be in a batch with new records", async () => {
    await using market = await openMarketplace();
    await market.batch([{}]);
    expect(await market.statuses([{}, { Dimension: "GB", Quantity: 7 }])).toEqual([
      "Success",
      "Success",
    ]);
    expect(market.quantities).toEqual([3, 7]);
  });
});

describe("a distinct record", () => {
  const secondLicense = `${license}-2`;
  const seed = {
    agreements: [
      { customer: account, product, licenseArn: license },
      { customer: account, product, licenseArn: secondLicense },
      { customer: account, product: otherProduct },
      { customer: "444455556666", product },
    ],
  };

  it.each([
    ["dimension", { Dimension: "GB" }, {}],
    ["hour", { Timestamp: before(now, 1) }, {}],
    ["license of the same customer and product", { LicenseArn: secondLicense }, {}],
  ])("differs from another record with a license by %s", async (_, record, request) => {
    await using market = await openMarketplace({ seed });
    await market.batch([{}]);
    expect(await market.statuses([{ Quantity: 4, ...record }], request)).toEqual(["Success"]);
    expect(market.quantities).toEqual([3, 4]);
  });

  it("differs from another record with a license by region", async () => {
    await using market = await openMarketplace();
    await market.batch([{}]);
    const inEurope = market.statuses([{ Quantity: 4 }], {}, { region: "eu-west-1" });
    expect(await inEurope).toEqual(["Success"]);
    expect(market.quantities).toEqual([3, 4]);
  });

  it.each([
    ["dimension", { Dimension: "GB" }, product],
    ["hour", { Timestamp: before(now, 1) }, product],
    ["customer", { CustomerIdentifier: "cust-b" }, product],
    ["product", {}, otherProduct],
  ])("differs from another record with a product code by %s", async (_, record, ProductCode) => {
    await using market = await openMarketplace({ seed });
    await market.batch([legacy], { ProductCode: product });
    const statuses = await market.statuses([{ ...legacy, Quantity: 4, ...record }], {
      ProductCode,
    });
    expect(statuses).toEqual(["Success"]);
    expect(market.quantities).toEqual([3, 4]);
  });

  it("has another kind of identifier: usage reported by product and by license is billed twice", async () => {
    await using market = await openMarketplace();
    await market.batch([legacy], { ProductCode: product });
    expect(await market.statuses([{}])).toEqual(["Success"]);
    expect(market.quantities).toEqual([3, 3]);
  });
});
