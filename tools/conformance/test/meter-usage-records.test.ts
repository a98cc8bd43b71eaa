import {
  BatchRefusedError,
  MarketplaceMetering,
  meterUsageRecords,
  ThrottlingException,
  TimestampOutOfBoundsException,
} from "@marketplace-metering/client";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import type { UsageRecord } from "@marketplace-metering/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const subscribed = {
  CustomerAWSAccountId: "111122223333",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
};
const unsubscribed = {
  CustomerAWSAccountId: "444455556666",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
};

let server: MarketplaceMeteringMockServer;
let client: MarketplaceMetering;

beforeEach(async () => {
  server = await createMockServer().listen();
  server.clock.freeze("2026-11-01T05:59:00Z");
  client = new MarketplaceMetering({
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDBATCH", secretAccessKey: "secret" },
    endpoint: server.url,
  });
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

/** Returns 48 records: the last 24 hours of two dimensions. Older records would be rejected. */
const day = (): UsageRecord[] =>
  ["users", "gigabytes"].flatMap((Dimension) =>
    Array.from({ length: 24 }, (_, hours) => ({
      Timestamp: new Date(Date.UTC(2026, 10, 1, 5 - hours, 0, 0, 250)),
      Dimension,
      Quantity: hours,
      ...subscribed,
    })),
  );

const late = (): UsageRecord => ({
  Timestamp: new Date("2026-10-29T05:00:00Z"),
  Dimension: "users",
  Quantity: 1,
  ...subscribed,
});

/** Removes the type of a value, so that tests can pass the value as JavaScript programs do. */
const untyped = (value: unknown): never => value as never;

describe("meterUsageRecords against the mock server", () => {
  it("rejects invalid arguments instead of losing records", async () => {
    const records = day();
    await expect(meterUsageRecords(untyped(client), { UsageRecords: records })).rejects.toThrow(
      new TypeError(
        "The first argument must be { client } with a client. Received MarketplaceMetering.",
      ),
    );
    await expect(meterUsageRecords({ client }, untyped({ records }))).rejects.toThrow(
      new TypeError("UsageRecords of the second argument must be an array. Received undefined."),
    );
    await expect(meterUsageRecords({ client }, untyped(records))).rejects.toThrow(
      new TypeError("UsageRecords of the second argument must be an array. Received undefined."),
    );
  });

  it("meters all records and returns the id of each", async () => {
    const records = day();
    const report = await meterUsageRecords({ client }, { UsageRecords: records });
    expect(report.throwUnlessAccepted().summary).toBe("48 accepted, 0 duplicates, 0 refused");
    expect(report.outcomes.map(({ entry }) => entry)).toEqual(records);
    const ids = new Set(report.accepted.map(({ result }) => result.MeteringRecordId));
    expect(ids.size).toBe(48);
    for (const { entry, result } of report.accepted) {
      expect(result.UsageRecord).toMatchObject({
        Dimension: entry.Dimension,
        Quantity: entry.Quantity,
      });
    }
    expect(server.metered()).toHaveLength(48);
  });

  it("distinguishes accepted, duplicate and rejected records, even within the same hour", async () => {
    const [first, second] = day();
    if (first === undefined || second === undefined) throw new Error("The day is empty.");
    const report = await client.meterUsageRecords({
      UsageRecords: [
        { ...first, Quantity: 3 },
        { ...second, Quantity: 12, ...unsubscribed },
        { ...first, Quantity: 5 },
        { ...first, Quantity: 3 },
      ],
    });
    expect(report.outcomes).toMatchObject([
      { outcome: "accepted", result: { MeteringRecordId: expect.any(String) } },
      { outcome: "refused", because: "status", status: "CustomerNotSubscribed" },
      { outcome: "duplicate", entry: { Quantity: 5 } },
      { outcome: "accepted", result: { MeteringRecordId: expect.any(String) } },
    ]);
    expect(() => report.throwIfRefused()).toThrow(BatchRefusedError);
    expect(() => report.throwIfRefused()).toThrow("1 × CustomerNotSubscribed");
    expect(server.metered()).toHaveLength(1);
  });

  it("resends unprocessed records with their own timestamps", async () => {
    const records = day();
    server.on("BatchMeterUsage").respondsOnce({
      Results: [],
      UnprocessedRecords: records.slice(0, 25),
    });
    const report = await meterUsageRecords({ client }, { UsageRecords: records });
    expect(report.accepted.map(({ attempts }) => attempts)).toEqual([
      ...Array.from({ length: 25 }, () => 2),
      ...Array.from({ length: 23 }, () => 1),
    ]);
    expect(server.metered()).toHaveLength(48);
  });

  it("retries a throttled call, and reports the error if throttling persists", async () => {
    const records = day();
    server.on("BatchMeterUsage").throwsOnce("ThrottlingException");
    const report = await meterUsageRecords({ client }, { UsageRecords: records.slice(0, 2) });
    expect(report.throwUnlessAccepted().accepted).toHaveLength(2);
    server.on("BatchMeterUsage").throws("ThrottlingException");
    const second = await meterUsageRecords({ client }, { UsageRecords: records.slice(2, 4) });
    expect(second.refused).toHaveLength(2);
    expect(second.refused[0]).toMatchObject({
      because: "error",
      error: expect.any(ThrottlingException),
      call: { number: 0, indexes: [0, 1] },
    });
  });

  it("meters the other records of a batch that contains a late record", async () => {
    const records = day();
    const report = await meterUsageRecords(
      { client, concurrency: 2 },
      { UsageRecords: [...records.slice(0, 7), late(), ...records.slice(7)] },
    );
    expect(report.accepted).toHaveLength(48);
    expect(report.refused).toMatchObject([
      { index: 7, because: "error", error: expect.any(TimestampOutOfBoundsException) },
    ]);
    expect(server.metered()).toHaveLength(48);
  });

  it.each<[string, object]>([
    ["no timestamp", { Timestamp: undefined }],
    ["a string as its timestamp", { Timestamp: "noon" }],
    ["an invalid date", { Timestamp: new Date("noon") }],
    ["a negative quantity", { Quantity: -1 }],
    ["a string as its quantity", { Quantity: "three" }],
    ["allocations that are not a list", { UsageAllocations: "team" }],
  ])("meters the other records of a batch if one has %s", async (_, wrong) => {
    const [first, second, third] = day();
    const report = await meterUsageRecords(
      { client },
      untyped({ UsageRecords: [first, { ...second, ...wrong }, third] }),
    );
    expect(report.outcomes.map(({ outcome }) => outcome)).toEqual([
      "accepted",
      "refused",
      "accepted",
    ]);
    expect(report.refused).toMatchObject([{ index: 1, because: "error" }]);
    expect(server.metered()).toHaveLength(2);
  });

  it.each<[string, object]>([
    ["a bigint as its quantity", { Quantity: 3n }],
    ["a bigint of zero as its quantity", { Quantity: 0n }],
  ])("finds the result of a record that has %s", async (_, members) => {
    const [first] = day();
    const report = await meterUsageRecords(
      { client },
      untyped({ UsageRecords: [{ ...first, ...members }] }),
    );
    expect(report.summary).toBe("1 accepted, 0 duplicates, 0 refused");
    expect(server.metered()).toHaveLength(1);
  });

  it("keeps each call below 1 MB", async () => {
    const [first] = day();
    if (first === undefined) throw new Error("The day is empty.");
    const large = (hours: number): UsageRecord => ({
      ...first,
      Timestamp: new Date(first.Timestamp.getTime() - hours * 3_600_000),
      Quantity: 2000,
      UsageAllocations: Array.from({ length: 2000 }, (_, number) => ({
        AllocatedUsageQuantity: 1,
        Tags: [{ Key: `team-${number}`, Value: "x".repeat(40) }],
      })),
    });
    const lengths: number[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        const { request } = args;
        if (typeof request === "object" && request !== null && "body" in request) {
          lengths.push(new TextEncoder().encode(String(request.body)).length);
        }
        return next(args);
      },
      { step: "finalizeRequest" },
    );
    const report = await client.meterUsageRecords({
      UsageRecords: [0, 1, 2, 3, 4, 5, 6, 7].map(large),
    });
    expect(report.throwUnlessAccepted().accepted).toHaveLength(8);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000_000);
  });
});
