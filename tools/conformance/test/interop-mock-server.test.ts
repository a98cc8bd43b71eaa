import { constants, createPublicKey, verify } from "node:crypto";
import * as aws from "@aws-sdk/client-marketplace-metering";
import * as generated from "@marketplace-metering/client";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MarketplaceMeteringMockServer } from "@marketplace-metering/mock-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const now = "2026-11-01T05:59:00Z";
const product = "4rjezcm9xqk27tdplw0sv1gnb";
const subscribed = {
  CustomerAWSAccountId: "111122223333",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
};
const unsubscribed = {
  CustomerAWSAccountId: "444455556666",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
};
const hour = new Date("2026-11-01T05:00:00Z");
const registrationToken = "eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu";

const settings = {
  region: "eu-central-1",
  credentials: { accessKeyId: "AKIDINTEROP", secretAccessKey: "secret" },
  maxAttempts: 1,
};

let server: MarketplaceMeteringMockServer;

beforeEach(async () => {
  server = await createMockServer().listen();
  server.clock.freeze(now);
});
afterEach(() => server.close());

/**
 * The two clients: the AWS client, which is independent of this project, and the generated client.
 */
const sdks = [
  ["the AWS client", aws],
  ["the generated client", generated],
] as const;

describe.each(sdks)("%s against the mock server", (_, sdk) => {
  const open = (more: { readonly region?: string } = {}) =>
    new sdk.MarketplaceMetering({ ...settings, ...more, endpoint: server.url });

  describe("ResolveCustomer", () => {
    it("returns the buyer for a registration token", async () => {
      const customer = await open().resolveCustomer({ RegistrationToken: registrationToken });
      expect(customer).toMatchObject({ ProductCode: product, ...subscribed });
      expect(customer.$metadata.httpStatusCode).toBe(200);
    });

    it("rejects an unknown token", async () => {
      const call = open().resolveCustomer({ RegistrationToken: "unknown" });
      await expect(call).rejects.toBeInstanceOf(sdk.InvalidTokenException);
      await expect(call).rejects.toMatchObject({
        name: "InvalidTokenException",
        $fault: "client",
        message: expect.stringMatching(/\S/),
        $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/\S/) },
      });
    });

    it("rejects an expired token", async () => {
      const token = server.issueToken({
        customer: subscribed.CustomerAWSAccountId,
        product,
        issuedAt: "2026-11-01T00:00:00Z",
      });
      await expect(open().resolveCustomer({ RegistrationToken: token })).rejects.toBeInstanceOf(
        sdk.ExpiredTokenException,
      );
    });
  });

  describe("BatchMeterUsage", () => {
    const record = { Timestamp: hour, Dimension: "users", Quantity: 3, ...subscribed };

    it("returns a status for each record", async () => {
      const { Results, UnprocessedRecords } = await open().batchMeterUsage({
        UsageRecords: [record, { ...record, ...unsubscribed }],
      });
      expect(Results?.map(({ Status }) => Status)).toEqual(["Success", "CustomerNotSubscribed"]);
      expect(Results?.[0]?.MeteringRecordId).toMatch(/\S/);
      expect(Results?.[0]?.UsageRecord).toMatchObject(record);
      expect(Results?.[1]?.MeteringRecordId).toBeUndefined();
      expect(UnprocessedRecords).toEqual([]);
      expect(server.metered({ customer: subscribed.CustomerAWSAccountId })).toHaveLength(1);
    });

    it("returns DuplicateRecord for a repeated record with another quantity", async () => {
      const client = open();
      const first = await client.batchMeterUsage({ UsageRecords: [record] });
      const again = await client.batchMeterUsage({ UsageRecords: [record] });
      const other = await client.batchMeterUsage({ UsageRecords: [{ ...record, Quantity: 4 }] });
      expect(again.Results?.[0]?.Status).toBe("Success");
      expect(again.Results?.[0]?.MeteringRecordId).toBe(first.Results?.[0]?.MeteringRecordId);
      expect(other.Results?.[0]?.Status).toBe("DuplicateRecord");
      expect(server.metered().map(({ quantity }) => quantity)).toEqual([3]);
    });

    it("rejects a batch with a record outside of the time window and stores nothing", async () => {
      const old = { ...record, Timestamp: new Date("2026-10-31T05:00:00Z") };
      await expect(open().batchMeterUsage({ UsageRecords: [record, old] })).rejects.toBeInstanceOf(
        sdk.TimestampOutOfBoundsException,
      );
      expect(server.metered()).toEqual([]);
    });

    it("rejects an unknown dimension", async () => {
      const wrong = { ...record, Dimension: "Users" };
      await expect(open().batchMeterUsage({ UsageRecords: [wrong] })).rejects.toBeInstanceOf(
        sdk.InvalidUsageDimensionException,
      );
    });

    it("rejects a batch of more than 25 records", async () => {
      const many = Array.from({ length: 26 }, () => record);
      await expect(open().batchMeterUsage({ UsageRecords: many })).rejects.toMatchObject({
        name: "ValidationException",
        $fault: "client",
        message: expect.stringContaining("/UsageRecords"),
      });
    });
  });

  describe("MeterUsage", () => {
    const usage = {
      ProductCode: product,
      Timestamp: hour,
      UsageDimension: "users",
      UsageQuantity: 3,
    };

    it("meters each hour once", async () => {
      const client = open();
      const first = await client.meterUsage(usage);
      const again = await client.meterUsage(usage);
      expect(first.MeteringRecordId).toMatch(/\S/);
      expect(again.MeteringRecordId).toBe(first.MeteringRecordId);
    });

    it("rejects another quantity for the same hour", async () => {
      const client = open();
      await client.meterUsage(usage);
      await expect(client.meterUsage({ ...usage, UsageQuantity: 4 })).rejects.toBeInstanceOf(
        sdk.DuplicateRequestException,
      );
    });

    it("rejects other parameters with the same client token, with status 409", async () => {
      const client = open();
      await client.meterUsage({ ...usage, ClientToken: "once" });
      const other = client.meterUsage({ ...usage, UsageDimension: "hours", ClientToken: "once" });
      await expect(other).rejects.toBeInstanceOf(sdk.IdempotencyConflictException);
      await expect(other).rejects.toMatchObject({ $metadata: { httpStatusCode: 409 } });
    });

    it("responds to a dry run with an error code that has no shape", async () => {
      await expect(open().meterUsage({ ...usage, DryRun: true })).rejects.toMatchObject({
        name: "DryRunOperation",
      });
    });
  });

  describe("RegisterUsage", () => {
    it("returns a signature that the published key verifies", async () => {
      const { Signature = "" } = await open().registerUsage({
        ProductCode: product,
        PublicKeyVersion: 1,
        Nonce: "once",
      });
      const [header = "", payload = "", signature = ""] = Signature.split(".");
      const [key] = await server.publicKeys();
      const isGenuine = verify(
        "sha256",
        Buffer.from(`${header}.${payload}`),
        {
          key: createPublicKey(key?.pem ?? ""),
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        },
        Buffer.from(signature, "base64url"),
      );
      expect(isGenuine).toBe(true);
      const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
      expect(claims).toMatchObject({ productCode: product, publicKeyVersion: 1, nonce: "once" });
    });

    it("is available only on ECS and EKS", async () => {
      server.platform = { kind: "other" };
      const call = open().registerUsage({ ProductCode: product, PublicKeyVersion: 1 });
      await expect(call).rejects.toBeInstanceOf(sdk.PlatformNotSupportedException);
    });
  });

  it("signs requests with the access key, region and service that the server reads", async () => {
    const callers: unknown[] = [];
    server.use({ onInput: ({ credential }) => void callers.push(credential) });
    await open({ region: "us-west-2" }).resolveCustomer({ RegistrationToken: registrationToken });
    expect(callers).toEqual([
      { accessKeyId: "AKIDINTEROP", region: "us-west-2", service: "aws-marketplace" },
    ]);
  });

  it("retries after throttling with the same client token", async () => {
    const tokens: unknown[] = [];
    server.use({
      onInput: ({ request }) => void tokens.push(request.headers["amz-sdk-invocation-id"]),
    });
    server.on("MeterUsage").throwsOnce("ThrottlingException");
    const client = new sdk.MarketplaceMetering({
      ...settings,
      maxAttempts: 3,
      endpoint: server.url,
    });
    const answer = await client.meterUsage({
      ProductCode: product,
      Timestamp: hour,
      UsageDimension: "users",
    });
    expect(answer.$metadata.attempts).toBe(2);
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toBe(tokens[1]);
  });
});
