import type { BatchMeterUsageRequest, UsageRecord } from "@marketplace-metering/types";
import { describe, expect, it } from "vitest";
import { batchMeterUsage } from "../../src/rules/batch-meter-usage.js";
import type { SeedInput } from "../../src/seed/seed.js";
import {
  account,
  before,
  license,
  now,
  otherLicense,
  otherProduct,
  product,
  World,
} from "./world.js";

/**
 * Returns a record in the legacy form. By default, it is of the customer cust-a and at the start of
 * the current hour.
 */
const legacy = (record: Partial<UsageRecord> = {}): UsageRecord => ({
  Timestamp: new Date("2026-11-15T05:00:00Z"),
  CustomerIdentifier: "cust-a",
  Dimension: "users",
  Quantity: 3,
  ...record,
});

/** Returns a record in the new form, with an account and a license. */
const licensed = (record: Partial<UsageRecord> = {}): UsageRecord => ({
  Timestamp: new Date("2026-11-15T05:00:00Z"),
  CustomerAWSAccountId: account,
  LicenseArn: license,
  Dimension: "users",
  Quantity: 3,
  ...record,
});

const batch = (...records: UsageRecord[]): BatchMeterUsageRequest => ({
  ProductCode: product,
  UsageRecords: records,
});

const send = (world: World, request: BatchMeterUsageRequest) =>
  world.call(batchMeterUsage, request).Results ?? [];

const statuses = (world: World, ...records: UsageRecord[]) =>
  send(world, batch(...records)).map(({ Status }) => Status);

/** Returns the name of the error of a batch. */
function failure(world: World, request: BatchMeterUsageRequest): string {
  try {
    send(world, request);
  } catch (error) {
    if (error instanceof Error) return error.name;
  }
  return "none";
}

describe("the window of timestamps", () => {
  it("accepts a record that is 23 hours and 59 minutes old", () => {
    expect(statuses(new World(), legacy({ Timestamp: before(now, 23, 59) }))).toEqual(["Success"]);
  });

  it("refuses a record that is 24 hours old or older", () => {
    for (const Timestamp of [before(now, 24), before(now, 30)]) {
      expect(failure(new World(), batch(legacy({ Timestamp })))).toBe(
        "TimestampOutOfBoundsException",
      );
    }
  });

  it("can be set to 6 hours, the window before July 2026", () => {
    const world = new World({}, { settings: { batchWindowHours: 6 } });
    expect(statuses(world, legacy({ Timestamp: before(now, 5, 59) }))).toEqual(["Success"]);
    expect(failure(world, batch(legacy({ Timestamp: before(now, 6) })))).toBe(
      "TimestampOutOfBoundsException",
    );
  });

  it("accepts records of the previous month until 06:00 UTC on the 1st", () => {
    const world = new World({}, { now: "2026-11-01T05:59:59Z" });
    expect(statuses(world, legacy({ Timestamp: new Date("2026-10-31T23:00:00Z") }))).toEqual([
      "Success",
    ]);
  });

  it("refuses records of the previous month from 06:00 UTC on the 1st", () => {
    const world = new World({}, { now: "2026-11-01T06:00:00Z" });
    expect(failure(world, batch(legacy({ Timestamp: new Date("2026-10-31T23:59:59Z") })))).toBe(
      "TimestampOutOfBoundsException",
    );
    expect(statuses(world, legacy({ Timestamp: new Date("2026-11-01T00:00:00Z") }))).toEqual([
      "Success",
    ]);
  });

  it("also ends at the end of the month at the turn of the year", () => {
    const world = new World({}, { now: "2027-01-01T06:00:00Z" });
    expect(failure(world, batch(legacy({ Timestamp: new Date("2026-12-31T23:00:00Z") })))).toBe(
      "TimestampOutOfBoundsException",
    );
  });

  it("refuses timestamps that exceed the configured tolerance for the future", () => {
    const ahead = legacy({ Timestamp: before(now, 0, -10) });
    expect(failure(new World(), batch(ahead))).toBe("TimestampOutOfBoundsException");
    const tolerant = new World({}, { settings: { futureToleranceMinutes: 10 } });
    expect(statuses(tolerant, ahead)).toEqual(["Success"]);
  });

  it("rejects the whole batch for one record outside of the window, and stores nothing", () => {
    const world = new World();
    const request = batch(legacy(), legacy({ Dimension: "GB", Timestamp: before(now, 25) }));
    expect(failure(world, request)).toBe("TimestampOutOfBoundsException");
    expect(world.quantities).toEqual([]);
  });
});

describe("the customer of a record", () => {
  it("is named by the legacy identifier with the product code", () => {
    expect(statuses(new World(), legacy())).toEqual(["Success"]);
  });

  it("is named by account and license without a product code", () => {
    const [result] = send(new World(), { UsageRecords: [licensed()] });
    expect(result).toMatchObject({ Status: "Success", MeteringRecordId: expect.any(String) });
  });

  it("is named by account with a product code and without a license", () => {
    const { LicenseArn: _, ...record } = licensed();
    expect(statuses(new World(), record)).toEqual(["Success"]);
  });

  it.each([
    ["both kinds of identifiers", legacy({ CustomerAWSAccountId: account })],
    ["no identifier", legacy({ CustomerIdentifier: "" })],
  ])(
    "causes an InvalidCustomerIdentifierException for the batch if the record contains %s",
    (_name, record) => {
      expect(failure(new World(), batch(record))).toBe("InvalidCustomerIdentifierException");
    },
  );
});

describe("de-duplication", () => {
  it("returns the same MeteringRecordId for a repeated record and bills it once", () => {
    const world = new World();
    const [first] = send(world, batch(legacy()));
    const [again] = send(world, batch(legacy({ Timestamp: new Date("2026-11-15T05:25:00Z") })));
    expect(again).toMatchObject({ Status: "Success", MeteringRecordId: first?.MeteringRecordId });
    expect(world.quantities).toEqual([3]);
  });

  it("returns DuplicateRecord for a different quantity, and bills only the first record", () => {
    const world = new World();
    send(world, batch(legacy()));
    expect(send(world, batch(legacy({ Quantity: 5 })))[0]).toEqual({
      UsageRecord: legacy({ Quantity: 5 }),
      Status: "DuplicateRecord",
    });
    expect(world.quantities).toEqual([3]);
  });

  it("applies within a batch, too, and does not add quantities", () => {
    const world = new World();
    expect(statuses(world, legacy(), legacy(), legacy({ Quantity: 4 }))).toEqual([
      "Success",
      "Success",
      "DuplicateRecord",
    ]);
    expect(world.quantities).toEqual([3]);
  });

  it.each([
    ["hour", legacy({ Timestamp: new Date("2026-11-15T04:59:59Z") })],
    ["dimension", legacy({ Dimension: "GB" })],
  ])("distinguishes records by %s", (_name, other) => {
    const world = new World();
    expect(statuses(world, legacy(), other)).toEqual(["Success", "Success"]);
    expect(world.quantities).toEqual([3, 3]);
  });

  it("treats the identifier and the account of a customer in the legacy form as equal", () => {
    const world = new World();
    const { CustomerIdentifier: _, ...rest } = legacy({
      CustomerAWSAccountId: account,
      Quantity: 9,
    });
    expect(statuses(world, legacy(), rest)).toEqual(["Success", "DuplicateRecord"]);
  });

  it("distinguishes licenses, so usage of two purchases is metered twice", () => {
    const second = "arn:aws:license-manager::294406891311:license:l-a2";
    const world = new World({
      agreements: [
        { customer: account, product, licenseArn: license },
        { customer: account, product, licenseArn: second },
      ],
    });
    expect(statuses(world, licensed(), licensed({ LicenseArn: second, Quantity: 8 }))).toEqual([
      "Success",
      "Success",
    ]);
  });

  it("is separate for each region for records in the new form", () => {
    const world = new World();
    expect(statuses(world, licensed())).toEqual(["Success"]);
    world.region = "eu-west-1";
    expect(statuses(world, licensed({ Quantity: 7 }))).toEqual(["Success"]);
    expect(world.quantities).toEqual([3, 7]);
  });
});

describe("quantities", () => {
  it("default to 0", () => {
    const world = new World();
    const { Quantity: _, ...record } = legacy();
    expect(statuses(world, record)).toEqual(["Success"]);
    expect(world.quantities).toEqual([0]);
  });

  it("can be 0, and still count as usage reported for the hour", () => {
    expect(statuses(new World(), legacy({ Quantity: 0 }), legacy({ Quantity: 1 }))).toEqual([
      "Success",
      "DuplicateRecord",
    ]);
  });
});

describe("the status CustomerNotSubscribed", () => {
  it.each<[string, SeedInput, Partial<UsageRecord>]>([
    ["an unknown customer", {}, { CustomerIdentifier: "nobody" }],
    ["a customer without an agreement", {}, { CustomerIdentifier: "cust-b" }],
    [
      "a customer whose agreement is for another product",
      { agreements: [{ customer: account, product: otherProduct }] },
      {},
    ],
    [
      "a suspended account",
      {
        customers: [
          { account, identifier: "cust-a", suspended: true },
          { account: "444455556666" },
        ],
      },
      {},
    ],
    [
      "a customer whose agreement has not started",
      { agreements: [{ customer: account, product, start: "2026-11-16T00:00:00Z" }] },
      {},
    ],
  ])("is returned for %s", (_name, seed, changes) => {
    const world = new World(seed);
    const record = legacy(changes);
    expect(send(world, batch(record))).toEqual([
      { UsageRecord: record, Status: "CustomerNotSubscribed" },
    ]);
    expect(world.quantities).toEqual([]);
  });

  const unsubscribed = new Date("2026-11-15T05:00:00Z").toISOString();

  it("is not returned within one hour after the customer unsubscribes", () => {
    const agreements = [
      { customer: account, product, licenseArn: license, unsubscribedAt: unsubscribed },
    ];
    const world = new World({ agreements }, { now: "2026-11-15T05:59:59Z" });
    expect(statuses(world, legacy(), licensed({ Dimension: "GB" }))).toEqual([
      "Success",
      "Success",
    ]);
  });

  it("is returned one hour after the customer unsubscribes, and later", () => {
    const agreements = [
      { customer: account, product, licenseArn: license, unsubscribedAt: unsubscribed },
    ];
    const world = new World({ agreements }, { now: "2026-11-15T06:00:00Z" });
    expect(statuses(world, legacy(), licensed())).toEqual([
      "CustomerNotSubscribed",
      "CustomerNotSubscribed",
    ]);
  });

  it("does not affect the other records of the batch", () => {
    expect(statuses(new World(), legacy({ CustomerIdentifier: "nobody" }), legacy())).toEqual([
      "CustomerNotSubscribed",
      "Success",
    ]);
  });
});

describe("the product of a batch", () => {
  it("must exist in the seed", () => {
    expect(failure(new World(), { ProductCode: "prod-x", UsageRecords: [legacy()] })).toBe(
      "InvalidProductCodeException",
    );
  });

  it("must be named if a record has no license", () => {
    expect(failure(new World(), { UsageRecords: [legacy()] })).toBe("InvalidProductCodeException");
    expect(failure(new World(), { ProductCode: "", UsageRecords: [legacy()] })).toBe(
      "InvalidProductCodeException",
    );
  });

  it("must have the dimension, spelled in the same case", () => {
    expect(failure(new World(), batch(legacy({ Dimension: "seats" })))).toBe(
      "InvalidUsageDimensionException",
    );
    expect(() => send(new World(), batch(legacy({ Dimension: "Users" })))).toThrow(
      'The product prod-a has no dimension "Users". Did you mean "users"? Names are case-sensitive.',
    );
  });
});

describe("licenses", () => {
  const withLicense = (record: Partial<UsageRecord>) => ({ UsageRecords: [licensed(record)] });

  it("must exist in the seed", () => {
    expect(failure(new World(), withLicense({ LicenseArn: `${license}x` }))).toBe(
      "InvalidLicenseException",
    );
  });

  it("must belong to the customer", () => {
    expect(failure(new World(), withLicense({ CustomerAWSAccountId: "444455556666" }))).toBe(
      "InvalidLicenseException",
    );
  });

  it("must be active at the time of the usage", () => {
    const during = (start: string, end?: string) =>
      new World({
        agreements: [
          { customer: account, product, licenseArn: license, start, ...(end ? { end } : {}) },
        ],
      });
    const at = (Timestamp: string) => withLicense({ Timestamp: new Date(Timestamp) });
    expect(failure(during("2026-11-15T04:10:00Z"), at("2026-11-15T03:59:59Z"))).toBe(
      "InvalidLicenseException",
    );
    expect(failure(during("2026-11-15T04:10:00Z"), at("2026-11-15T04:00:00Z"))).toBe("none");
    expect(
      failure(during("2026-01-01T00:00:00Z", "2026-11-15T05:10:00Z"), at("2026-11-15T05:10:00Z")),
    ).toBe("InvalidLicenseException");
    expect(
      failure(during("2026-01-01T00:00:00Z", "2026-11-15T05:10:00Z"), at("2026-11-15T05:09:59Z")),
    ).toBe("none");
  });

  it("must belong to the same product in one batch", () => {
    const request = { UsageRecords: [licensed(), licensed({ LicenseArn: otherLicense })] };
    expect(failure(new World(), request)).toBe("InvalidLicenseException");
    expect(
      failure(new World(), {
        ProductCode: product,
        UsageRecords: [licensed({ LicenseArn: otherLicense })],
      }),
    ).toBe("InvalidLicenseException");
  });
});

describe("BatchMeterUsage", () => {
  it("responds to an empty batch with empty lists", () => {
    expect(new World().call(batchMeterUsage, { UsageRecords: [] })).toEqual({
      Results: [],
      UnprocessedRecords: [],
    });
  });

  it("returns each record as it was sent, and no unprocessed records", () => {
    const world = new World();
    const output = world.call(
      batchMeterUsage,
      batch(legacy(), licensed({ CustomerIdentifier: "" })),
    );
    expect(output.Results?.map(({ UsageRecord }) => UsageRecord)).toEqual([legacy(), licensed()]);
    expect(output.UnprocessedRecords).toEqual([]);
  });

  it("fails with DisabledApiException in a region without the API", () => {
    const world = new World({}, { settings: { disabledRegions: ["us-east-1"] } });
    expect(failure(world, batch(legacy()))).toBe("DisabledApiException");
  });
});

describe("a batch with identifiers of both kinds", () => {
  const records = [legacy(), licensed({ Dimension: "GB" })];

  it("is accepted by default", () => {
    expect(statuses(new World(), ...records)).toEqual(["Success", "Success"]);
  });

  it('is refused as a whole with the setting mixedIdentifiers: "refuse"', () => {
    const world = new World({}, { settings: { mixedIdentifiers: "refuse" } });
    expect(failure(world, batch(...records))).toBe("InvalidCustomerIdentifierException");
    expect(world.quantities).toEqual([]);
    expect(statuses(world, legacy(), legacy({ Dimension: "GB" }))).toEqual(["Success", "Success"]);
  });
});

describe("a batch with names that are not in the seed", () => {
  const settings = { unseeded: "take", timeWindows: "ignore" } as const;
  const strangers = [
    legacy({ CustomerIdentifier: "nobody", Dimension: "anything" }),
    legacy({ CustomerIdentifier: "somebody", Dimension: "anything", Quantity: 4 }),
  ];

  it('is metered for each customer with the setting unseeded: "take"', () => {
    const world = new World({}, { settings });
    const request = { ProductCode: "prod-x", UsageRecords: strangers };
    expect(send(world, request).map(({ Status }) => Status)).toEqual(["Success", "Success"]);
    expect([...world.state.records.values()]).toMatchObject([
      { product: "prod-x", customerIdentifier: "nobody", quantity: 3 },
      { product: "prod-x", customerIdentifier: "somebody", quantity: 4 },
    ]);
    expect(send(world, request).map(({ Status }) => Status)).toEqual(["Success", "Success"]);
    expect(world.quantities).toEqual([3, 4]);
  });

  it("can contain an unknown license without a product code, and old timestamps", () => {
    const world = new World({}, { settings });
    const LicenseArn = "arn:aws:license-manager::294406891311:license:l-x";
    const old = licensed({ LicenseArn, Timestamp: new Date("2019-08-25T21:01:38Z") });
    expect(send(world, { UsageRecords: [old] })).toMatchObject([{ Status: "Success" }]);
  });

  it("is refused if the dimension of a product in the seed is unknown", () => {
    const world = new World({}, { settings });
    expect(failure(world, batch(legacy({ Dimension: "USERS" })))).toBe(
      "InvalidUsageDimensionException",
    );
  });

  it("is refused if a license belongs to another customer", () => {
    const world = new World({}, { settings });
    const other = licensed({ CustomerAWSAccountId: "999999999999" });
    expect(failure(world, batch(other))).toBe("InvalidLicenseException");
  });
});
