import { describe, expect, it } from "vitest";
import {
  account,
  baseSeed,
  before,
  license,
  now,
  otherLicense,
  otherProduct,
  product,
} from "../rules/world.js";
import { failureOf, legacy, openMarketplace } from "./marketplace.js";
import type { Marketplace } from "./marketplace.js";

describe("BatchMeterUsage at its limits", () => {
  it("accepts at most 25 records", async () => {
    await using market = await openMarketplace();
    const records = Array.from({ length: 25 }, (_, n) => ({ Timestamp: before(now, n % 24) }));
    const { Results } = await market.batch(records);
    expect(Results).toHaveLength(25);
    expect(await failureOf(market.batch([...records, {}]))).toEqual({
      name: "ValidationException",
      message:
        "1 validation error detected. Value with length 26 at '/UsageRecords' failed to satisfy constraint: " +
        "Member must have length between 0 and 25, inclusive",
      fault: "client",
      status: 400,
    });
  });

  it("accepts requests of at most 1 MB", async () => {
    await using market = await openMarketplace();
    expect((await market.batch(recordsOf(900_000))).Results).toHaveLength(20);
  });

  it.each([1.1, 6])(
    "refuses requests of %d MB with an error that the client can read",
    async (megabytes) => {
      await using market = await openMarketplace();
      const call = market.batch(recordsOf(megabytes * 1024 * 1024));
      expect(await failureOf(call)).toMatchObject({
        name: "RequestEntityTooLargeException",
        fault: "client",
        status: 413,
      });
      expect(market.quantities).toEqual([]);
    },
  );

  it("responds to an empty batch with empty lists", async () => {
    await using market = await openMarketplace();
    expect(await market.batch([], { ProductCode: product })).toMatchObject({
      Results: [],
      UnprocessedRecords: [],
    });
  });
});

describe("the response to a batch", () => {
  it("returns each record as it was sent, in order, with status and id", async () => {
    await using market = await openMarketplace();
    const output = await market.batch([{}, { Dimension: "GB", Quantity: 7 }]);
    const MeteringRecordId = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const sent = { Timestamp: now, CustomerAWSAccountId: account, LicenseArn: license };
    expect(output).toMatchObject({
      $metadata: { httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      Results: [
        { Status: "Success", MeteringRecordId, UsageRecord: { ...sent, Quantity: 3 } },
        { Status: "Success", MeteringRecordId, UsageRecord: { ...sent, Dimension: "GB" } },
      ],
      UnprocessedRecords: [],
    });
    const [first, second] = output.Results ?? [];
    expect(first?.MeteringRecordId).not.toBe(second?.MeteringRecordId);
  });

  it("treats a missing quantity of a record as 0", async () => {
    await using market = await openMarketplace();
    expect(await market.statuses([{ Quantity: undefined }])).toEqual(["Success"]);
    expect(market.quantities).toEqual([0]);
  });

  it("lists unprocessed records, and the client can send these records again", async () => {
    await using market = await openMarketplace();
    market.server.faults.add({
      kind: "service",
      name: "unprocessedRecords",
      parameters: { count: 1 },
      times: 1,
    });
    const { Results, UnprocessedRecords = [] } = await market.batch([{}, { Dimension: "GB" }]);
    expect(Results).toHaveLength(1);
    expect(UnprocessedRecords).toMatchObject([{ Dimension: "GB", Timestamp: now, Quantity: 3 }]);
    expect(market.server.metered()).toMatchObject([{ dimension: "users" }]);
    market.server.clock.advance({ hours: 3 });
    expect(await market.statuses(UnprocessedRecords)).toEqual(["Success"]);
    expect(market.server.metered({ dimension: "GB" })).toMatchObject([
      { timestamp: now.toISOString() },
    ]);
  });
});

describe("the warnings in the journal and the log", () => {
  const warnings = (market: Marketplace) => market.server.journal.last()?.warnings;

  it("mention records that a successful call did not meter", async () => {
    await using market = await openMarketplace();
    await market.batch([{}, { Dimension: "GB" }]);
    expect(warnings(market)).toEqual([]);
    await market.batch([{ Quantity: 4 }, { Dimension: "GB" }]);
    expect(warnings(market)).toEqual(["1 of 2 records is not metered: DuplicateRecord (users)."]);
    const nobody = { ...legacy, CustomerIdentifier: "nobody" };
    await market.batch([legacy, nobody, nobody, nobody, nobody], { ProductCode: product });
    const lost = Array.from({ length: 3 }, () => "CustomerNotSubscribed (users)").join(", ");
    expect(warnings(market)).toEqual([`4 of 5 records are not metered: ${lost}, and 1 more.`]);
  });

  it("mention a product code that is sent together with licenses", async () => {
    await using market = await openMarketplace();
    await market.batch([{}], { ProductCode: product });
    expect(warnings(market)).toEqual([expect.stringContaining("billed twice")]);
  });
});

describe("a batch with an invalid record", () => {
  const expired = (start: string, end: string) => ({
    agreements: [{ customer: account, product, licenseArn: license, start, end }],
  });
  const stranger = { customers: [...(baseSeed.customers ?? []), { account: "000011112222" }] };

  it.each([
    [
      "for an unknown product",
      "InvalidProductCodeException",
      legacy,
      { ProductCode: "prod-z" },
      {},
    ],
    ["without a product", "InvalidProductCodeException", legacy, {}, {}],
    [
      "for a dimension that the product does not have",
      "InvalidUsageDimensionException",
      { Dimension: "seats" },
      {},
      {},
    ],
    [
      "for a dimension in the wrong case",
      "InvalidUsageDimensionException",
      { Dimension: "Users" },
      {},
      {},
    ],
    [
      "for a license that does not exist",
      "InvalidLicenseException",
      { LicenseArn: `${license}-none` },
      {},
      {},
    ],
    [
      "for the license of another customer",
      "InvalidLicenseException",
      { CustomerAWSAccountId: "000011112222" },
      {},
      stranger,
    ],
    [
      "for usage before a license's period",
      "InvalidLicenseException",
      {},
      {},
      expired("2026-11-15T06:00:00Z", "2027-11-15T06:00:00Z"),
    ],
    [
      "for usage after a license's period",
      "InvalidLicenseException",
      {},
      {},
      expired("2025-11-15T05:20:00Z", "2026-11-15T05:20:00Z"),
    ],
    [
      "for licenses of two products",
      "InvalidLicenseException",
      { LicenseArn: otherLicense },
      {},
      {},
    ],
    [
      "for a license of a product other than the named product",
      "InvalidLicenseException",
      {},
      { ProductCode: otherProduct },
      {},
    ],
  ])("fails %s with %s, and stores no records", async (_, name, record, request, seed) => {
    await using market = await openMarketplace({ seed });
    const good = "LicenseArn" in record && record.LicenseArn === undefined ? legacy : {};
    const call = market.batch([{ ...good, Timestamp: before(now, 1) }, record], request);
    expect(await failureOf(call)).toMatchObject({
      name,
      fault: "client",
      status: 400,
      message: expect.stringMatching(/\S/),
    });
    expect(market.quantities).toEqual([]);
  });

  it("fails with DisabledApiException in a region without the API", async () => {
    await using market = await openMarketplace({ settings: { disabledRegions: ["eu-south-2"] } });
    const call = market.batch([{}], {}, { region: "eu-south-2" });
    expect(await failureOf(call)).toMatchObject({ name: "DisabledApiException", status: 400 });
    expect(await market.statuses([{}])).toEqual(["Success"]);
  });
});

/** Returns records that have about this size on the wire. */
function recordsOf(bytes: number) {
  const count = Math.ceil(bytes / 20 / 280);
  const UsageAllocations = Array.from({ length: count }, (_, n) => ({
    AllocatedUsageQuantity: 0,
    Tags: [{ Key: `n${n}`, Value: "v".repeat(220) }],
  }));
  return Array.from({ length: 20 }, (_, n) => ({
    Timestamp: before(now, n),
    Quantity: 0,
    UsageAllocations,
  }));
}
