import { constants, createPublicKey, verify } from "node:crypto";

import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  RegisterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import { createClock } from "@tinsmith/server-runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createMockServer } from "../src/index.js";

/** AWS's own client, from npm, against the mock server: over HTTP, signed, with made-up credentials. */
const clock = createClock();
const server = createMockServer({ clock });
let client: MarketplaceMeteringClient;

const clientFor = (accessKeyId = "AKIDEXAMPLE", region = "us-east-1") =>
  new MarketplaceMeteringClient({
    endpoint: server.endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey: "secret" },
    maxAttempts: 1,
  });

beforeAll(async () => {
  await server.listen();
  client = clientFor();
});
beforeEach(() => {
  clock.freeze("2026-11-01T05:30:00Z");
  server.reset();
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

const ProductCode = "4rjezcm9xqk27tdplw0sv1gnb";
const hour = new Date("2026-11-01T05:00:00Z");
const licence = "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a";

/** What the client made of an error answer. */
const failureOf = async (answer: Promise<unknown>) => {
  const error: unknown = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new TypeError("The call succeeded.");
  const metadata: unknown = Reflect.get(error, "$metadata");
  const status: unknown =
    metadata instanceof Object ? Reflect.get(metadata, "httpStatusCode") : undefined;
  return { name: error.name, message: error.message, fault: Reflect.get(error, "$fault"), status };
};

describe("BatchMeterUsage", () => {
  const record = {
    Timestamp: hour,
    CustomerAWSAccountId: "111122223333",
    LicenseArn: licence,
    Dimension: "users",
    Quantity: 3,
  };

  it("meters, and tells a customer who has left by the status only", async () => {
    const left = {
      ...record,
      CustomerAWSAccountId: "444455556666",
      LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
    };
    const output = await client.send(new BatchMeterUsageCommand({ UsageRecords: [record, left] }));
    expect(output).toMatchObject({
      $metadata: { httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      Results: [
        {
          UsageRecord: record,
          Status: "Success",
          MeteringRecordId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
        { UsageRecord: left, Status: "CustomerNotSubscribed" },
      ],
      UnprocessedRecords: [],
    });
    expect(server.metered({ customer: "111122223333", dimension: "users" })).toMatchObject([
      {
        product: ProductCode,
        quantity: 3,
        timestamp: "2026-11-01T05:00:00.000Z",
        region: "us-east-1",
      },
    ]);
  });

  it("meters a legacy customer with allocations", async () => {
    const UsageAllocations = [
      { AllocatedUsageQuantity: 7, Tags: [{ Key: "department", Value: "research" }] },
      { AllocatedUsageQuantity: 3 },
    ];
    const { Results } = await client.send(
      new BatchMeterUsageCommand({
        ProductCode,
        UsageRecords: [
          {
            Timestamp: hour,
            CustomerIdentifier: "ifAPi5AcF3",
            Dimension: "gigabytes",
            Quantity: 10,
            UsageAllocations,
          },
        ],
      }),
    );
    expect(Results?.[0]).toMatchObject({ Status: "Success", UsageRecord: { UsageAllocations } });
  });

  it("refuses a batch with a record that is too old", async () => {
    const old = { ...record, Timestamp: new Date("2026-10-29T05:00:00Z") };
    expect(
      await failureOf(client.send(new BatchMeterUsageCommand({ UsageRecords: [old] }))),
    ).toEqual({
      name: "TimestampOutOfBoundsException",
      message:
        "Timestamp 2026-10-29T05:00:00.000Z is out of bounds: it is 72.5 hours old, and the window is 24 hours.",
      fault: "client",
      status: 400,
    });
  });

  it("refuses more than 25 records as the model does", async () => {
    const UsageRecords = Array.from({ length: 26 }, () => record);
    expect(
      await failureOf(client.send(new BatchMeterUsageCommand({ UsageRecords }))),
    ).toMatchObject({
      name: "ValidationException",
      message:
        "1 validation error detected. Value with length 26 at '/UsageRecords' failed to satisfy constraint: " +
        "Member must have length between 0 and 25, inclusive",
      status: 400,
    });
  });

  it("refuses a request above 1 MB", async () => {
    const response = await fetch(server.url, { method: "POST", body: " ".repeat(1024 * 1024 + 1) });
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { __type: "RequestEntityTooLargeException" },
    ]);
  });

  it("refuses six tags with InvalidTagException", async () => {
    const Tags = Array.from({ length: 6 }, (_, n) => ({ Key: `k${n}`, Value: "v" }));
    const tagged = { ...record, UsageAllocations: [{ AllocatedUsageQuantity: 3, Tags }] };
    const answer = client.send(new BatchMeterUsageCommand({ UsageRecords: [tagged] }));
    expect(await failureOf(answer)).toMatchObject({ name: "InvalidTagException", status: 400 });
  });

  it("lists every missing member of a request", async () => {
    const response = await server.handle({
      method: "POST",
      path: "/",
      query: {},
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSMPMeteringService.BatchMeterUsage",
      },
      body: '{"UsageRecords":[{}]}',
    });
    expect(JSON.parse(String(response.body))).toEqual({
      __type: "ValidationException",
      message:
        "2 validation errors detected. " +
        "Value at '/UsageRecords/0/Timestamp' failed to satisfy constraint: Member must not be null; " +
        "Value at '/UsageRecords/0/Dimension' failed to satisfy constraint: Member must not be null",
    });
  });
});

describe("MeterUsage", () => {
  const usage = { ProductCode, Timestamp: hour, UsageDimension: "users", UsageQuantity: 3 };

  it("meters, and answers a repeat with the same id", async () => {
    const first = await client.send(new MeterUsageCommand(usage));
    const again = await client.send(new MeterUsageCommand(usage));
    expect(first.MeteringRecordId).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.MeteringRecordId).toBe(first.MeteringRecordId);
  });

  it("refuses another quantity for the same hour", async () => {
    await client.send(new MeterUsageCommand(usage));
    const answer = client.send(new MeterUsageCommand({ ...usage, UsageQuantity: 4 }));
    expect(await failureOf(answer)).toMatchObject({
      name: "DuplicateRequestException",
      status: 400,
    });
  });

  it("answers a token used for something else with 409", async () => {
    await client.send(new MeterUsageCommand({ ...usage, ClientToken: "token" }));
    const answer = client.send(
      new MeterUsageCommand({ ...usage, UsageDimension: "hours", ClientToken: "token" }),
    );
    expect(await failureOf(answer)).toMatchObject({
      name: "IdempotencyConflictException",
      status: 409,
    });
  });

  it("ends a dry run in a code that no model knows", async () => {
    const answer = client.send(new MeterUsageCommand({ ...usage, DryRun: true }));
    expect(await failureOf(answer)).toMatchObject({ name: "DryRunOperation", status: 400 });
  });

  it("compares the region that a request is signed for with the caller's", async () => {
    server.platform = { ...server.platform, region: "eu-west-1" };
    expect(await failureOf(client.send(new MeterUsageCommand(usage)))).toMatchObject({
      name: "InvalidEndpointRegionException",
      message: "The caller runs in eu-west-1; this is the endpoint of us-east-1.",
    });
    const european = clientFor("AKIDEXAMPLE", "eu-west-1");
    expect((await european.send(new MeterUsageCommand(usage))).MeteringRecordId).toBeDefined();
    european.destroy();
  });

  it("tells callers apart by their access key", async () => {
    const { state } = server;
    server.reset({
      ...state,
      callers: { AKIDOTHER: { kind: "agentcore", account: "777788889999", resource: "runtime/1" } },
    });
    const other = clientFor("AKIDOTHER");
    await client.send(new MeterUsageCommand(usage));
    await other.send(new MeterUsageCommand({ ...usage, UsageQuantity: 5 }));
    other.destroy();
    expect(server.metered().map(({ customer, quantity }) => [customer, quantity])).toEqual([
      ["111122223333", 3],
      ["777788889999", 5],
    ]);
  });
});

describe("RegisterUsage", () => {
  it("returns a signature that the published key verifies", async () => {
    const { Signature = "", PublicKeyRotationTimestamp } = await client.send(
      new RegisterUsageCommand({ ProductCode, PublicKeyVersion: 1, Nonce: "nonce" }),
    );
    expect(PublicKeyRotationTimestamp).toBeUndefined();
    const [header = "", payload = "", signature = ""] = Signature.split(".");
    const decode = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(decode(header)).toEqual({ alg: "PS256", typ: "JWT" });
    expect(decode(payload)).toEqual({
      ProductCode,
      PublicKeyVersion: 1,
      Nonce: "nonce",
      iat: Date.parse("2026-11-01T05:30:00Z") / 1000,
    });
    const pem = await (await fetch(`${server.url}/_mock/public-keys/1`)).text();
    const verifies = (text: string) =>
      verify(
        "sha256",
        Buffer.from(text),
        {
          key: createPublicKey(pem),
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        },
        Buffer.from(signature, "base64url"),
      );
    expect(verifies(`${header}.${payload}`)).toBe(true);
    expect(verifies(`${header}.${payload}x`)).toBe(false);
  });

  it("tells when an expired key was rotated", async () => {
    server.reset({
      ...server.state,
      publicKeys: [{ version: 1, expiresAt: "2026-10-01T00:00:00Z" }, { version: 2 }],
    });
    const { PublicKeyRotationTimestamp } = await client.send(
      new RegisterUsageCommand({ ProductCode, PublicKeyVersion: 1 }),
    );
    expect(PublicKeyRotationTimestamp).toEqual(new Date("2026-10-01T00:00:00Z"));
  });

  it("is not supported outside ECS and EKS", async () => {
    server.platform = { kind: "other" };
    const answer = client.send(new RegisterUsageCommand({ ProductCode, PublicKeyVersion: 1 }));
    expect(await failureOf(answer)).toMatchObject({
      name: "PlatformNotSupportedException",
      message: "This operation can only be called from within an ECS task or an EKS pod",
    });
  });
});

describe("ResolveCustomer", () => {
  it("resolves the token of the seed, and one that was issued since", async () => {
    const resolve = async (RegistrationToken: string) => {
      const { $metadata: _, ...output } = await client.send(
        new ResolveCustomerCommand({ RegistrationToken }),
      );
      return output;
    };
    expect(await resolve("eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu")).toEqual({
      ProductCode,
      CustomerAWSAccountId: "111122223333",
      LicenseArn: licence,
    });
    const token = server.issueToken({ customer: "777788889999", product: ProductCode });
    expect(await resolve(token)).toEqual({
      CustomerIdentifier: "ifAPi5AcF3",
      ProductCode,
      CustomerAWSAccountId: "777788889999",
    });
  });

  it("knows an expired token from an unknown one", async () => {
    const token = server.issueToken({ customer: "777788889999", product: ProductCode });
    clock.advance({ hours: 4 });
    const fail = (RegistrationToken: string) =>
      failureOf(client.send(new ResolveCustomerCommand({ RegistrationToken })));
    expect(await fail(token)).toMatchObject({ name: "ExpiredTokenException", status: 400 });
    expect(await fail("not-a-registration-token")).toEqual({
      name: "InvalidTokenException",
      message: "Registration token is invalid",
      fault: "client",
      status: 400,
    });
  });
});

describe("orders of a test", () => {
  it("make a call fail once, with the status of its fault", async () => {
    server.on("ResolveCustomer").throwsOnce("InternalServiceErrorException", "try again");
    const command = () => new ResolveCustomerCommand({ RegistrationToken: "x" });
    expect(await failureOf(client.send(command()))).toEqual({
      name: "InternalServiceErrorException",
      message: "try again",
      fault: "server",
      status: 500,
    });
    expect(await failureOf(client.send(command()))).toMatchObject({
      name: "InvalidTokenException",
    });
  });

  it("may be meant for some records only", async () => {
    server.on("BatchMeterUsage", { UsageRecords: [{ Dimension: "hours" }] }).responds({
      Results: [],
      UnprocessedRecords: [{ Timestamp: hour, Dimension: "hours" }],
    });
    const meter = (Dimension: string) =>
      client.send(
        new BatchMeterUsageCommand({
          ProductCode,
          UsageRecords: [{ Timestamp: hour, CustomerIdentifier: "ifAPi5AcF3", Dimension }],
        }),
      );
    expect((await meter("hours")).UnprocessedRecords).toHaveLength(1);
    expect((await meter("users")).Results).toMatchObject([{ Status: "Success" }]);
  });

  it("survive the client's own retries", async () => {
    server.on("MeterUsage").throwsOnce("ThrottlingException");
    const patient = new MarketplaceMeteringClient({
      endpoint: server.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    });
    const output = await patient.send(
      new MeterUsageCommand({
        ProductCode,
        Timestamp: hour,
        UsageDimension: "users",
        UsageQuantity: 1,
      }),
    );
    patient.destroy();
    expect(output.$metadata.attempts).toBe(2);
    expect(server.metered()).toHaveLength(1);
  });
});
