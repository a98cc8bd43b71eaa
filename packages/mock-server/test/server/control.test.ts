import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import type { UsageRecord } from "@aws-sdk/client-marketplace-metering";
import { VerificationError } from "@tinsmith/server-runtime";
import { afterEach, describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";
import type { MockServerOptions } from "../../src/index.js";

const product = "4rjezcm9xqk27tdplw0sv1gnb";
const LicenseArn = "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a";
const customer = "111122223333";
const now = "2026-11-15T05:30:00Z";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(options: MockServerOptions = {}) {
  const server = await createMockServer(options).listen();
  closing.push(() => server.close());
  server.clock.freeze(now);
  const clientOf = (accessKeyId = "mock") => {
    const client = new MarketplaceMeteringClient({
      endpoint: server.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId, secretAccessKey: "mock" },
      maxAttempts: 3,
    });
    closing.push(() => client.destroy());
    return client;
  };
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}/_mock${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? undefined : JSON.parse(text);
    return { status: response.status, body: json };
  };
  return { server, clientOf, control };
}

const usage = (Quantity: number, minute = 0, Dimension = "users"): UsageRecord => ({
  Timestamp: new Date(Date.parse(now) - minute * 60_000),
  CustomerAWSAccountId: customer,
  LicenseArn,
  Dimension,
  Quantity,
});

const batch = (...UsageRecords: UsageRecord[]) => new BatchMeterUsageCommand({ UsageRecords });

describe("the client of a seller", () => {
  it("is billed once if a response is lost, because the retry returns the same record", async () => {
    const { server, clientOf } = await listen();
    server.faults.add({ kind: "dropResponse", operation: "BatchMeterUsage", times: 1 });
    const { Results } = await clientOf().send(batch(usage(3)));
    const [record] = server.metered();
    expect(Results).toMatchObject([
      { Status: "Success", MeteringRecordId: record?.meteringRecordId },
    ]);
    expect(server.metered()).toHaveLength(1);
    const [call] = server.journal.calls();
    expect(call?.attempts.map(({ attempt, broken, status }) => [attempt, broken, status])).toEqual([
      [1, "reset", 200],
      [2, undefined, 200],
    ]);
  });

  it("has metered usage even if the response was cut off", async () => {
    const { server, clientOf } = await listen();
    server.faults.add({ kind: "truncate", afterBytes: 10 });
    await expect(clientOf().send(batch(usage(3)))).rejects.toBeInstanceOf(Error);
    expect(server.metered()).toHaveLength(1);
    expect(server.journal.last()).toMatchObject({ broken: "truncate", status: 200 });
  });

  it("receives unprocessed records, is not billed for them, and can send these records again", async () => {
    const { server, clientOf } = await listen();
    server.faults.add({
      kind: "service",
      name: "unprocessedRecords",
      parameters: { count: 1 },
      times: 1,
    });
    const client = clientOf();
    const first = await client.send(batch(usage(3), usage(5, 0, "hours")));
    expect(first.Results?.map(({ UsageRecord }) => UsageRecord?.Dimension)).toEqual(["users"]);
    expect(first.UnprocessedRecords?.map(({ Dimension }) => Dimension)).toEqual(["hours"]);
    expect(server.metered().map(({ dimension }) => dimension)).toEqual(["users"]);
    await client.send(batch(...(first.UnprocessedRecords ?? [])));
    expect(server.metered().map(({ dimension, quantity }) => [dimension, quantity])).toEqual([
      ["users", 3],
      ["hours", 5],
    ]);
  });

  it("is throttled at the quota of the service, ten batches per second", async () => {
    const { server } = await listen();
    server.faults.add({ kind: "throttle", time: "clock" });
    const statuses = [];
    for (let n = 0; n < 12; n++) {
      const { statusCode, body } = await server.handle({
        method: "POST",
        path: "/",
        query: {},
        headers: {
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": "AWSMPMeteringService.BatchMeterUsage",
        },
        body: JSON.stringify({ UsageRecords: [], ProductCode: product }),
      });
      statuses.push(statusCode === 200 ? "ok" : JSON.parse(String(body)).__type);
    }
    expect(statuses).toEqual([
      ...Array.from({ length: 10 }, () => "ok"),
      "ThrottlingException",
      "ThrottlingException",
    ]);
  });
});

describe("the fault unprocessedRecords", () => {
  it("rejects unknown parameters", async () => {
    const { server, control } = await listen();
    const rule = {
      kind: "service",
      name: "unprocessedRecords",
      parameters: { some: true },
    } as const;
    expect(() => server.faults.add(rule)).toThrow(
      "Invalid parameters of unprocessedRecords. Expected share and count.",
    );
    expect((await control("POST", "/faults", rule)).status).toBe(400);
  });
});

describe("tenants", () => {
  it("have separate usage on the same port", async () => {
    const { server, clientOf } = await listen();
    const [one, two] = [server.tenant("AKID1"), server.tenant("AKID2")];
    await clientOf("AKID1").send(batch(usage(3)));
    await clientOf("AKID2").send(batch(usage(4)));
    expect(one.verifyMetered({ dimension: "users" })).toMatchObject([{ quantity: 3 }]);
    expect(two.verifyMetered({ dimension: "users" })).toMatchObject([{ quantity: 4 }]);
    expect(server.metered()).toEqual([]);
  });
});

describe("verifyMetered()", () => {
  it("returns the matching records", async () => {
    const { server, clientOf } = await listen();
    await clientOf().send(batch(usage(3)));
    expect(
      server.verifyMetered({
        customer,
        dimension: "users",
        quantity: 3,
        timestamp: new Date(now),
        times: 1,
      }),
    ).toHaveLength(1);
  });

  it("lists the dimensions of the product if the expected dimension is unknown", async () => {
    const { server } = await listen();
    expect(() => server.verifyMetered({ dimension: "user" })).toThrow(
      new VerificationError(
        "No record for dimension `user`; the product has `users`, `gigabytes`, `hours`.\nNo record was accepted.",
      ),
    );
    expect(() => server.verifyMetered({ customer: "1" })).toThrow(
      "unknown customer `1`, expected one of: `111122223333`, `444455556666`",
    );
    expect(() => server.verifyMetered({ product: "p" })).toThrow(
      `unknown product \`p\`, expected one of: \`${product}\``,
    );
  });

  it("lists the most similar records, and refused records with the reasons", async () => {
    const { server, clientOf } = await listen();
    const client = clientOf();
    await client.send(batch(usage(3)));
    await client.send(batch(usage(4)));
    await client.send(batch(usage(9, 26 * 60))).catch(() => undefined);
    expect(() => server.verifyMetered({ customer, dimension: "users", quantity: 4 })).toThrow(
      [
        "No record for customer `111122223333`, dimension `users`, quantity 4.",
        "The nearest records:",
        `  users × 3 of ${customer} at 2026-11-15T05:30:00.000Z: /quantity is 3, expected 4`,
        "Refused requests:",
        "  request 2, BatchMeterUsage: Status DuplicateRecord",
      ].join("\n"),
    );
    expect(() => server.verifyMetered({ quantity: 9 })).toThrow(
      "  request 3, BatchMeterUsage: TimestampOutOfBoundsException: Timestamp 2026-11-14T03:30:00.000Z is out of bounds",
    );
    expect(() => server.verifyMetered({ dimension: "users", times: 2 })).toThrow(
      "1 record for dimension `users`, expected 2.",
    );
  });
});

describe("a boundary", () => {
  it("undoes the metering of a test, and does not prevent a reset from restoring the seed", async () => {
    const { server, clientOf } = await listen();
    const client = clientOf();
    await client.send(batch(usage(3)));
    {
      await using _ = server.boundary();
      await client.send(batch(usage(5, 0, "hours")));
      server.platform = { kind: "ec2" };
      server.clock.advance({ days: 3 });
    }
    expect(server.metered().map(({ dimension }) => dimension)).toEqual(["users"]);
    expect([server.platform.kind, server.clock.now()]).toEqual(["ecs", new Date(now)]);
    server.reset();
    expect(server.metered()).toEqual([]);
  });
});

describe("coverage", () => {
  it("reports the returned statuses", async () => {
    const { server, clientOf } = await listen();
    await clientOf().send(batch(usage(3)));
    await clientOf().send(batch(usage(4)));
    expect(server.coverage.report().enums).toEqual([
      {
        member: "UsageRecordResult.Status",
        values: { Success: 1, CustomerNotSubscribed: 0, DuplicateRecord: 1 },
        otherValues: {},
      },
    ]);
  });
});

describe("the control API of the marketplace", () => {
  it("serves records, tokens, the platform and verifications for each tenant", async () => {
    const { server, clientOf, control } = await listen();
    server.tenant("AKID1");
    await clientOf("AKID1").send(batch(usage(3)));
    expect((await control("GET", "/records?tenant=AKID1&dimension=users")).body).toMatchObject({
      records: [{ quantity: 3 }],
    });
    expect((await control("GET", "/records")).body).toEqual({ records: [] });
    expect(
      (await control("POST", "/verify-metered?tenant=AKID1", { dimension: "users", quantity: 3 }))
        .status,
    ).toBe(200);
    const missing = await control("POST", "/verify-metered", { dimension: "user" });
    expect([missing.status, missing.body]).toMatchObject([
      409,
      { ok: false, message: expect.stringContaining("the product has `users`") },
    ]);

    const token = await control("POST", "/tokens", { customer, product });
    expect([token.status, token.body]).toMatchObject([
      201,
      { token: expect.stringMatching(/^mock\./) },
    ]);
    expect(await control("POST", "/tokens", { customer: "1", product })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('Unknown customer "1"') },
    });
    expect((await control("PUT", "/platform", { kind: "ec2" })).status).toBe(204);
    expect((await control("GET", "/platform")).body).toEqual({ kind: "ec2" });
    expect((await control("PUT", "/platform", { kind: "lambda" })).status).toBe(400);
  });

  it("accepts the dumped state of another server, and rejects an invalid state", async () => {
    const { server, clientOf, control } = await listen();
    await clientOf().send(batch(usage(3)));
    const { body: dump } = await control("GET", "/state");
    server.reset();
    expect((await control("PUT", "/state", dump)).status).toBe(204);
    expect(server.metered()).toHaveLength(1);
    expect(await control("PUT", "/state", { prodcts: [] })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("Unknown member") },
    });
    expect(server.metered()).toHaveLength(1);
  });
});

describe("settings over HTTP", () => {
  it("can be read and changed for each tenant", async () => {
    const { server, control } = await listen();
    const changed = await control("PUT", "/settings?tenant=AKIDONE", { dryRun: "success" });
    expect(changed).toMatchObject({
      status: 200,
      body: { dryRun: "success", region: "us-east-1" },
    });
    expect(await control("GET", "/settings")).toMatchObject({ body: { dryRun: "error" } });
    expect(server.tenant("AKIDONE").settings.dryRun).toBe("success");
    expect(server.settings.dryRun).toBe("error");
  });

  it("apply to the next request", async () => {
    const { server, clientOf, control } = await listen();
    const dryRun = new MeterUsageCommand({
      ProductCode: product,
      Timestamp: new Date(now),
      UsageDimension: "users",
      DryRun: true,
    });
    await expect(clientOf().send(dryRun)).rejects.toMatchObject({ name: "DryRunOperation" });
    await control("PUT", "/settings", { dryRun: "success" });
    await expect(clientOf().send(dryRun)).resolves.toMatchObject({});
    expect(server.metered()).toEqual([]);
  });

  it("are restored by a reset, and at the end of a boundary", async () => {
    const { server, control } = await listen({ settings: { batchWindowHours: 6 } });
    await control("PUT", "/settings", { batchWindowHours: 7 });
    const boundary = server.boundary();
    server.configure({ batchWindowHours: 8 });
    boundary.end();
    expect(server.settings.batchWindowHours).toBe(7);
    await control("POST", "/reset", {});
    expect(server.settings.batchWindowHours).toBe(6);
  });

  it("are rejected with a list of valid names and values", async () => {
    const { control } = await listen();
    expect(await control("PUT", "/settings", { dryRun: "maybe" })).toEqual({
      status: 400,
      body: { error: expect.stringContaining("Expected one of: error, success.") },
    });
    expect(await control("PUT", "/settings", { windows: 1 })).toEqual({
      status: 400,
      body: { error: expect.stringContaining("Unknown setting. Expected one of: region,") },
    });
    expect(await control("PUT", "/settings", { allocationErrors: "validation" })).toEqual({
      status: 400,
      body: { error: expect.stringContaining("fixed when the server is created") },
    });
  });
});

describe("a registration token in the wrong encoding", () => {
  it("adds a warning to the journal", async () => {
    const { server, clientOf } = await listen();
    const token = server.issueToken({ customer, product, token: "a+b==" });
    const resolve = new ResolveCustomerCommand({ RegistrationToken: encodeURIComponent(token) });
    await expect(clientOf().send(resolve)).rejects.toThrow("Registration token is invalid");
    expect(server.journal.last()?.warnings).toEqual([expect.stringContaining("percent-encoded")]);
  });
});
