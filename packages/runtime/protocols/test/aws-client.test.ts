import {
  BatchMeterUsageCommand,
  MarketplaceMeteringClient,
  MeterUsageCommand,
  RegisterUsageCommand,
  ResolveCustomerCommand,
} from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import type { HttpResponseMessage } from "../src/index.js";
import {
  batchMeterUsage,
  meterUsage,
  operations,
  registerUsage,
  resolveCustomer,
  service,
  throttling,
} from "./metering-schemas.js";
import { awsJson1_1 } from "./protocols.js";

interface SentRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Creates the AWS client with a handler that records requests and returns a fixed response. */
function awsClient(response: HttpResponseMessage = { statusCode: 200, headers: {}, body: "{}" }) {
  const sent: SentRequest[] = [];
  const client = new MarketplaceMeteringClient({
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: {
        method: string;
        path: string;
        headers: Record<string, string>;
        body: unknown;
      }) => {
        const { method, path, headers, body } = request;
        const text = typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);
        sent.push({ method, path, headers, body: text });
        const bytes = new TextEncoder().encode(String(response.body ?? ""));
        return { response: { ...response, body: bytes } };
      },
    },
  });
  return { client, sent };
}

const protocol = awsJson1_1(service);
const at = new Date("2026-11-01T05:59:00.250Z");
const allocations = [
  {
    AllocatedUsageQuantity: 2,
    Tags: [{ Key: "team", Value: 'näive "quotes" \\ \u2028 \ud83d\ude00' }],
  },
  { AllocatedUsageQuantity: 1 },
];
const record = { Timestamp: at, Dimension: "users", Quantity: 3, CustomerIdentifier: "c-1" };

const inputs = [
  {
    name: "MeterUsage with all members set in another order",
    operation: meterUsage,
    command: new MeterUsageCommand({
      UsageDimension: "users",
      ClientToken: "token-1",
      ProductCode: "p-1",
      DryRun: false,
      UsageQuantity: 0,
      UsageAllocations: allocations,
      Timestamp: at,
    }),
  },
  {
    name: "BatchMeterUsage",
    operation: batchMeterUsage,
    command: new BatchMeterUsageCommand({
      ProductCode: "p-1",
      UsageRecords: [
        record,
        { Timestamp: new Date(0), Dimension: "\u0000\ud800", UsageAllocations: allocations },
      ],
    }),
  },
  {
    name: "BatchMeterUsage without records",
    operation: batchMeterUsage,
    command: new BatchMeterUsageCommand({ ProductCode: undefined, UsageRecords: [] }),
  },
  {
    name: "ResolveCustomer",
    operation: resolveCustomer,
    command: new ResolveCustomerCommand({ RegistrationToken: "a+/=" }),
  },
  {
    name: "RegisterUsage",
    operation: registerUsage,
    command: new RegisterUsageCommand({ ProductCode: "p-1", PublicKeyVersion: 1, Nonce: "" }),
  },
] as const;

describe("the request of a client", () => {
  it.each(inputs)(
    "equals the request of the AWS client for $name",
    async ({ operation, command }) => {
      const { client, sent } = awsClient();
      await client.send(command as MeterUsageCommand);
      const theirs = sent[0];
      const ours = protocol.writeRequest(operation, command.input);
      expect(ours.method).toBe(theirs?.method);
      expect(ours.path).toBe(theirs?.path);
      for (const header of ["content-type", "x-amz-target"]) {
        expect(ours.headers[header]).toBe(theirs?.headers[header]);
      }
      expect(ours.body).toBe(theirs?.body);
    },
  );

  it("contains a generated idempotency token, like the request of the AWS client", async () => {
    const input = { ProductCode: "p-1", Timestamp: at, UsageDimension: "users" };
    const { client, sent } = awsClient();
    await client.send(new MeterUsageCommand(input));
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
    const ours = String(protocol.writeRequest(meterUsage, input).body);
    expect(ours).toMatch(uuid);
    expect(ours.replace(uuid, "")).toBe(sent[0]?.body.replace(uuid, ""));
    expect(input).not.toHaveProperty("ClientToken");
  });
});

describe("the AWS client", () => {
  it("reads an output that the server side wrote", async () => {
    const output = {
      Results: [{ UsageRecord: record, MeteringRecordId: "id-1", Status: "Success" }],
      UnprocessedRecords: [],
    };
    const { client } = awsClient(protocol.writeResponse(batchMeterUsage, output));
    const { $metadata: _metadata, ...theirs } = await client.send(
      new BatchMeterUsageCommand({ UsageRecords: [] }),
    );
    expect(theirs).toEqual(output);
  });

  it("reads an error that the server side wrote", async () => {
    const response = protocol.writeError(meterUsage, {
      code: "ThrottlingException",
      schema: throttling,
      message: "Rate exceeded",
    });
    const { client } = awsClient(response);
    const error = await client
      .send(new ResolveCustomerCommand({ RegistrationToken: "t" }))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "ThrottlingException",
      message: "Rate exceeded",
      $fault: "client",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("sends a request that the server side routes and reads", async () => {
    const { client, sent } = awsClient();
    await client.send(new BatchMeterUsageCommand({ UsageRecords: [record], ProductCode: "p-1" }));
    const [first] = sent;
    if (!first) throw new Error("The client did not send a request.");
    const request = { ...first, query: {} };
    const operation = protocol.router(operations)(request);
    expect(operation).toBe(batchMeterUsage);
    expect(protocol.readRequest(batchMeterUsage, request)).toEqual({
      UsageRecords: [record],
      ProductCode: "p-1",
    });
  });
});
