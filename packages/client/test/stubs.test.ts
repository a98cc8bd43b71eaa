import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import {
  InternalServiceErrorException,
  MarketplaceMetering,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  ResolveCustomerCommand,
  ThrottlingException,
} from "../src/index.js";
import type { MeterUsageCommandInput, UsageRecordResult } from "../src/index.js";
import { handleRequest } from "../src/plugins.js";
import { createStubs, stubData, stubResponses } from "../src/stubs.js";

const input: MeterUsageCommandInput = {
  ProductCode: "p",
  Timestamp: new Date("2026-11-01T05:00:00Z"),
  UsageDimension: "users",
  UsageQuantity: 3,
};

async function caught(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error("Nothing was thrown.");
}

describe("a stubbed client", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("returns default data without a stub", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client);
    expect(await client.meterUsage(input)).toMatchObject({
      MeteringRecordId: "String",
      $metadata: { httpStatusCode: 200, requestId: "stubbed-request-id", attempts: 1 },
    });
    expect(await client.batchMeterUsage({ UsageRecords: [] })).toMatchObject({
      Results: [],
      UnprocessedRecords: [],
    });
  });

  it("uses a list of stubs in order and repeats the last stub", async () => {
    const client = new MarketplaceMetering({ maxAttempts: 1 });
    stubResponses(client, {
      MeterUsage: ["ThrottlingException", { MeteringRecordId: "a" }, { MeteringRecordId: "b" }],
    });
    expect(await caught(client.meterUsage(input))).toBeInstanceOf(ThrottlingException);
    const ids = [];
    for (let call = 0; call < 3; call++)
      ids.push((await client.meterUsage(input)).MeteringRecordId);
    expect(ids).toEqual(["a", "b", "b"]);
  });

  it("repeats a single stub", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client, { MeterUsage: { MeteringRecordId: "a" } });
    for (let call = 0; call < 3; call++) {
      expect((await client.meterUsage(input)).MeteringRecordId).toBe("a");
    }
  });

  it("retries like with a real service, and uses the next stub for each attempt", async () => {
    const client = new MarketplaceMetering();
    const stubs = stubResponses(client, {
      MeterUsage: ["ThrottlingException", { MeteringRecordId: "a" }],
    });
    const output = await client.meterUsage(input);
    expect(output).toMatchObject({ MeteringRecordId: "a", $metadata: { attempts: 2 } });
    expect(stubs.apiRequests).toHaveLength(1);
    const attempts = stubs.apiRequests[0]?.context.requests ?? [];
    expect(attempts.map(({ headers }) => headers["amz-sdk-request"])).toEqual([
      "attempt=1; max=3",
      "attempt=2; max=3",
    ]);
  });

  it("throws an error with status 400 and a stub message for an error code", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client, { ResolveCustomer: "InvalidTokenException" });
    expect(await caught(client.resolveCustomer({ RegistrationToken: "t" }))).toMatchObject({
      name: "InvalidTokenException",
      message: "stubbed-response-error-message",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("throws an instance of the base exception of the service for an unknown error code", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client, { ResolveCustomer: "SomethingNew" });
    const error = await caught(client.resolveCustomer({ RegistrationToken: "t" }));
    expect(error).toMatchObject({ name: "SomethingNew", $fault: "client" });
  });

  it("serializes and deserializes errors that are given as instances or classes", async () => {
    const client = new MarketplaceMetering({ maxAttempts: 1 });
    const instance = new ThrottlingException({ message: "slow down", $metadata: {} });
    stubResponses(client, { MeterUsage: [instance, InternalServiceErrorException] });
    const first = await caught(client.meterUsage(input));
    expect(first).toBeInstanceOf(ThrottlingException);
    expect(first).not.toBe(instance);
    expect(first).toMatchObject({ message: "slow down", $metadata: { httpStatusCode: 400 } });
    const second = await caught(client.meterUsage(input));
    expect(second).toBeInstanceOf(InternalServiceErrorException);
    expect(second).toMatchObject({
      message: "stubbed-response-error-message",
      $metadata: { httpStatusCode: 500 },
    });
  });

  it("throws any other error, for example a connection failure", async () => {
    const client = new MarketplaceMetering();
    const broken = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    stubResponses(client, { MeterUsage: [broken, { MeteringRecordId: "a" }] });
    expect((await client.meterUsage(input)).$metadata.attempts).toBe(2);
    stubResponses(client, { MeterUsage: RangeError });
    expect(await caught(client.meterUsage(input))).toBeInstanceOf(RangeError);
  });

  it("returns a stubbed raw response", async () => {
    const client = new MarketplaceMetering({ maxAttempts: 1 });
    stubResponses(client, {
      MeterUsage: [
        {
          statusCode: 200,
          headers: { "x-amzn-requestid": "mine" },
          body: '{"MeteringRecordId":"raw","Unknown":1}',
        },
        { statusCode: 503, headers: {}, body: "<html>" },
      ],
    });
    expect(await client.meterUsage(input)).toEqual({
      MeteringRecordId: "raw",
      $metadata: expect.objectContaining({ requestId: "mine" }),
    });
    expect(await caught(client.meterUsage(input))).toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
  });

  it("calls a stub function at each attempt, and uses its result as a stub", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client, {
      MeterUsage: async ({ operationName, params, request }) => {
        expectTypeOf(params).toEqualTypeOf<MeterUsageCommandInput>();
        expectTypeOf(operationName).toEqualTypeOf<"MeterUsage">();
        return request.headers["amz-sdk-request"]?.startsWith("attempt=1")
          ? "ThrottlingException"
          : { MeteringRecordId: `${operationName} of ${params.UsageDimension}` };
      },
    });
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("MeterUsage of users");
  });

  it("rejects invalid data with a list of all problems when the stub is set", () => {
    const client = new MarketplaceMetering();
    const status: string = JSON.parse("7");
    const results = [{ Status: status }, { Statsu: "Success" }, JSON.parse("null")];
    expect(() => stubResponses(client, { BatchMeterUsage: { Results: results } })).toThrow(
      [
        "The stub of BatchMeterUsage does not match the model:",
        "- the data.Results[0].Status must be a string, got number",
        "- the data.Results[1].Statsu is not in the model; the members of UsageRecordResult are: UsageRecord, MeteringRecordId, Status",
        "- the data.Results[2] must be an object, got null",
      ].join("\n"),
    );
  });

  it("rejects unknown operations", () => {
    const client = new MarketplaceMetering();
    expect(() => stubResponses(client, JSON.parse('{"MeterUsages":{}}'))).toThrow(
      'Unknown operation "MeterUsages" of AWSMPMeteringService. Expected one of: BatchMeterUsage, MeterUsage, RegisterUsage, ResolveCustomer.',
    );
  });

  it("has types for the stubs of each operation", () => {
    const client = new MarketplaceMetering();
    // @ts-expect-error -- not an operation of the service
    expect(() => stubResponses(client, { Meter: {} })).toThrow('Unknown operation "Meter"');
    // @ts-expect-error -- output of another operation
    expect(() => stubResponses(client, { MeterUsage: { Results: [] } })).toThrow("Results");
  });

  it("records calls, typed by operation", async () => {
    const client = new MarketplaceMetering();
    const stubs = stubResponses(client);
    await client.meterUsage(input);
    await client.resolveCustomer({ RegistrationToken: "t" });
    expect(stubs.apiRequests).toMatchObject([
      { operationName: "MeterUsage", params: input },
      { operationName: "ResolveCustomer", params: { RegistrationToken: "t" } },
    ]);
    const [first] = stubs.apiRequests;
    if (first?.operationName !== "MeterUsage") throw new Error("The first call is missing.");
    expectTypeOf(first.params).toEqualTypeOf<MeterUsageCommandInput>();
    const [request] = first.context.requests;
    expect(request?.hostname).toBe("metering.marketplace.us-stubbed-1.amazonaws.com");
    expect(request?.headers["authorization"]).toContain("Credential=stubbed-akid/");
    expect(request?.body).toContain('"UsageDimension":"users"');
  });

  it("keeps the stubs of other operations when it receives new stubs", async () => {
    const client = new MarketplaceMetering();
    const first = stubResponses(client, { MeterUsage: { MeteringRecordId: "a" } });
    const second = stubResponses(client, { ResolveCustomer: { ProductCode: "q" } });
    expect(second).toBe(first);
    expect((await client.meterUsage(input)).MeteringRecordId).toBe("a");
    expect((await client.resolveCustomer({ RegistrationToken: "t" })).ProductCode).toBe("q");
  });

  it("does not access the environment, the profile or the network", async () => {
    vi.stubEnv("AWS_REGION", "eu-west-1");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDENV");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "s");
    vi.stubEnv("AWS_ENDPOINT_URL", "http://localhost:9");
    const handle = vi.fn<() => Promise<never>>();
    for (const plugins of [[createStubs()], []]) {
      const client = new MarketplaceMetering({ requestHandler: { handle }, plugins });
      const stubs = plugins[0] ?? stubResponses(client);
      await client.meterUsage(input);
      const request = stubs.apiRequests[0]?.context.requests[0];
      expect(request?.hostname).toBe("metering.marketplace.us-stubbed-1.amazonaws.com");
      expect(request?.headers["authorization"]).toContain("Credential=stubbed-akid/");
    }
    expect(handle).not.toHaveBeenCalled();
  });

  it("uses options that the code sets", async () => {
    const credentials = { accessKeyId: "AKIDCODE", secretAccessKey: "s" };
    for (const plugins of [[createStubs()], []]) {
      const client = new MarketplaceMetering({ region: "eu-west-1", credentials, plugins });
      const stubs = plugins[0] ?? stubResponses(client);
      await client.meterUsage(input);
      const request = stubs.apiRequests[0]?.context.requests[0];
      expect(request?.hostname).toContain("eu-west-1");
      expect(request?.headers["authorization"]).toContain("Credential=AKIDCODE/");
    }
  });

  it("throws an AbortError for an aborted call", async () => {
    const client = new MarketplaceMetering();
    stubResponses(client);
    const error = await caught(client.meterUsage(input, { abortSignal: AbortSignal.abort() }));
    expect(error.name).toBe("AbortError");
  });

  it("passes requests to middleware that is added later", async () => {
    const client = new MarketplaceMetering();
    const stubs = stubResponses(client);
    const seen: string[] = [];
    client.middlewareStack.use(
      handleRequest({ step: "send" }, (request) => {
        seen.push(request.path);
        request.headers["x-seen"] = "yes";
      }),
    );
    await client.meterUsage(input);
    expect(seen).toEqual(["/"]);
    expect(stubs.apiRequests[0]?.context.requests[0]?.headers["x-seen"]).toBe("yes");
  });
});

describe("createStubs", () => {
  it("returns a plugin for a client", async () => {
    const stubs = createStubs({ MeterUsage: { MeteringRecordId: "a" } });
    const client = new MarketplaceMeteringClient({ plugins: [stubs] });
    const output = await client.send(new MeterUsageCommand(input));
    expect(output.MeteringRecordId).toBe("a");
    stubs.stubResponses({ MeterUsage: { MeteringRecordId: "b" } });
    expect((await client.send(new MeterUsageCommand(input))).MeteringRecordId).toBe("b");
    expect(stubs.apiRequests).toHaveLength(2);
  });

  it("returns a plugin that, added to a client class, stubs clients that other code constructs", async () => {
    const stubs = createStubs({ ResolveCustomer: { ProductCode: "p" } });
    MarketplaceMeteringClient.addPlugin(stubs);
    try {
      const client = new MarketplaceMeteringClient({});
      const command = new ResolveCustomerCommand({ RegistrationToken: "t" });
      expect((await client.send(command)).ProductCode).toBe("p");
    } finally {
      MarketplaceMeteringClient.removePlugin(stubs);
    }
  });
});

describe("stubData", () => {
  it("uses the shape's name as a string and an empty array as a list", () => {
    expect(stubData("ResolveCustomer")).toEqual({
      CustomerIdentifier: "CustomerIdentifier",
      ProductCode: "ProductCode",
      CustomerAWSAccountId: "CustomerAWSAccountId",
      LicenseArn: "LicenseArn",
    });
    expect(stubData("BatchMeterUsage")).toEqual({ Results: [], UnprocessedRecords: [] });
  });

  it("completes partial data, including the entries of lists", () => {
    const before = Date.now();
    const { Results = [] } = stubData("BatchMeterUsage", {
      Results: [{ Status: "DuplicateRecord", UsageRecord: { Dimension: "users" } }],
    });
    expectTypeOf(Results).toEqualTypeOf<UsageRecordResult[]>();
    const [result] = Results;
    expect(result).toMatchObject({
      Status: "DuplicateRecord",
      MeteringRecordId: "String",
      UsageRecord: { Dimension: "users", Quantity: 0, UsageAllocations: [] },
    });
    expect(result?.UsageRecord?.Timestamp.getTime()).toBeGreaterThanOrEqual(before);
  });

  it("returns data that can be used as a stub", async () => {
    const client = new MarketplaceMetering();
    const data = stubData("BatchMeterUsage", { Results: [{ Status: "Success" }] });
    stubResponses(client, { BatchMeterUsage: data });
    const output = await client.batchMeterUsage({ UsageRecords: [] });
    expect(output.Results?.[0]).toMatchObject({ Status: "Success", MeteringRecordId: "String" });
  });

  it("keeps unknown members, so that a stub with this data is rejected", () => {
    const data = stubData("MeterUsage", JSON.parse('{"MeteringRecord":"x"}'));
    expect(() => createStubs({ MeterUsage: data })).toThrow("MeteringRecord is not in the model");
  });
});
