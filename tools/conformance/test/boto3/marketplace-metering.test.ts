import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Boto3, missingBoto3 } from "../../src/interop/boto3.js";
import type { Boto3Target } from "../../src/interop/boto3.js";

if (missingBoto3 !== undefined) console.log(`boto3 against Marketplace Metering: ${missingBoto3}`);

const now = "2026-11-01T05:59:00Z";
const product = "4rjezcm9xqk27tdplw0sv1gnb";
const record = {
  Timestamp: new Date("2026-11-01T05:00:00Z"),
  CustomerAWSAccountId: "111122223333",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
  Dimension: "users",
  Quantity: 3,
};
const usage = {
  ProductCode: product,
  Timestamp: record.Timestamp,
  UsageDimension: "users",
  UsageQuantity: 3,
};

describe.skipIf(missingBoto3 !== undefined)("boto3 against Marketplace Metering", () => {
  let boto3: Boto3;
  let server: MarketplaceMeteringMockServer;
  let target: Boto3Target;
  beforeAll(() => {
    boto3 = new Boto3();
  });
  beforeEach(async () => {
    server = await createMockServer().listen();
    server.clock.freeze(now);
    target = { service: "meteringmarketplace", endpoint: server.endpoint };
  });
  afterEach(() => server.close());
  afterAll(() => boto3.close());

  const batch = (...UsageRecords: object[]) => ({ UsageRecords });

  it("meters records and receives a status for each record", async () => {
    const left = {
      ...record,
      CustomerAWSAccountId: "444455556666",
      LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
    };
    expect(await boto3.call(target, "BatchMeterUsage", batch(record, left))).toEqual({
      Results: [
        {
          UsageRecord: record,
          MeteringRecordId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          Status: "Success",
        },
        { UsageRecord: left, Status: "CustomerNotSubscribed" },
      ],
      UnprocessedRecords: [],
    });
    const again = await boto3.call(target, "BatchMeterUsage", batch({ ...record, Quantity: 4 }));
    expect(again).toMatchObject({ Results: [{ Status: "DuplicateRecord" }] });
    expect(server.metered()).toMatchObject([
      { quantity: 3, timestamp: "2026-11-01T05:00:00.000Z" },
    ]);
  });

  it("meters usage at the buyer's site once per hour", async () => {
    const first = await boto3.call(target, "MeterUsage", usage);
    expect(first).toEqual({ MeteringRecordId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await boto3.call(target, "MeterUsage", usage)).toEqual(first);
    const other = { ...usage, UsageQuantity: 4 };
    expect(await boto3.failure(target, "MeterUsage", other)).toMatchObject({
      name: "DuplicateRequestException",
      status: 400,
    });
  });

  it("resolves a registration token", async () => {
    const RegistrationToken = server.issueToken({ customer: "777788889999", product });
    expect(await boto3.call(target, "ResolveCustomer", { RegistrationToken })).toEqual({
      CustomerIdentifier: "ifAPi5AcF3",
      ProductCode: product,
      CustomerAWSAccountId: "777788889999",
    });
  });

  it("registers a container", async () => {
    const output = await boto3.call(target, "RegisterUsage", {
      ProductCode: product,
      PublicKeyVersion: 1,
    });
    expect(output).toEqual({ Signature: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) });
  });

  it.each([
    ["TimestampOutOfBoundsException", 400, { Timestamp: new Date("2026-10-30T05:00:00Z") }],
    ["InvalidUsageDimensionException", 400, { Dimension: "Users" }],
    ["InvalidLicenseException", 400, { LicenseArn: `${record.LicenseArn}-none` }],
    [
      "InvalidUsageAllocationsException",
      400,
      { UsageAllocations: [{ AllocatedUsageQuantity: 2 }] },
    ],
    ["ValidationException", 400, { CustomerAWSAccountId: "buyer" }],
  ])("raises %s for a batch", async (code, status, change) => {
    const input = batch({ ...record, ...change });
    expect(await boto3.failure(target, "BatchMeterUsage", input)).toMatchObject({
      name: code === "ValidationException" ? "ClientError" : code,
      code,
      status,
      message: expect.stringMatching(/\S/),
    });
    expect(server.metered()).toEqual([]);
  });

  it.each([
    ["IdempotencyConflictException", 409, { UsageDimension: "hours", ClientToken: "t" }],
    ["DryRunOperation", 400, { DryRun: true }],
  ])("raises %s for MeterUsage", async (code, status, change) => {
    await boto3.call(target, "MeterUsage", { ...usage, ClientToken: "t" });
    const failure = await boto3.failure(target, "MeterUsage", { ...usage, ...change });
    expect(failure).toMatchObject({ code, status });
  });

  it("raises an exception for an expired registration token without a retry", async () => {
    const issuedAt = "2026-11-01T00:00:00Z";
    const RegistrationToken = server.issueToken({ customer: "777788889999", product, issuedAt });
    const patient = { ...target, attempts: 3 };
    const failure = await boto3.failure(patient, "ResolveCustomer", { RegistrationToken });
    expect(failure).toMatchObject({ name: "ExpiredTokenException", status: 400 });
    expect(server.journal.calls().flatMap(({ attempts }) => attempts)).toHaveLength(1);
  });

  it("retries after throttling and after a lost response, and is billed only once", async () => {
    server.on("MeterUsage").throwsOnce("ThrottlingException");
    server.faults.add({ kind: "dropResponse", operation: "MeterUsage", times: 1, skip: 1 });
    const patient = { ...target, attempts: 4 };
    expect(await boto3.attempts(patient, "MeterUsage", usage)).toBe(3);
    expect(server.metered()).toHaveLength(1);
    expect(server.journal.calls()).toHaveLength(1);
  });

  it("sends signatures that the server verifies", async () => {
    await using verifying = await createMockServer({
      verifySignatures: { credentials: { AKIDINTEROP: "secret" } },
    }).listen();
    verifying.clock.freeze(new Date());
    const strict = { ...target, endpoint: verifying.endpoint };
    const input = { RegistrationToken: "nobody's" };
    expect(await boto3.failure(strict, "ResolveCustomer", input)).toMatchObject({
      name: "InvalidTokenException",
    });
  });
});
