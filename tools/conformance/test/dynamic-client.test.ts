import { readFileSync } from "node:fs";
import { MarketplaceMetering } from "@marketplace-metering/client";
import type { HttpHandler } from "@tinsmith/client-runtime";
import type { HttpRequest } from "@smithy/types";
import type { ClientProtocolFactory } from "@tinsmith/protocols";
import { inputOf, structureOf, traitsOf } from "@tinsmith/protocols/schema";
import { describe, expect, it, vi } from "vitest";
import { defineClient } from "@tinsmith/dynamic-client";

const model = readFileSync(new URL("../../../model/model.json", import.meta.url), "utf8");
const Metering = defineClient(model);

function recording(statusCode = 200, body = "{}") {
  const requests: HttpRequest[] = [];
  const requestHandler: HttpHandler = {
    handle: async (request) => {
      requests.push(structuredClone({ ...request }));
      return {
        response: { statusCode, headers: {}, body: new TextEncoder().encode(body) },
      };
    },
  };
  return { requests, requestHandler };
}

const options = {
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" },
  maxAttempts: 1,
};

const calls = [
  [
    "meterUsage",
    {
      ProductCode: "p",
      Timestamp: new Date("2026-11-01T05:00:00Z"),
      UsageDimension: "users",
      UsageQuantity: 3,
      ClientToken: "t",
    },
  ],
  [
    "batchMeterUsage",
    {
      UsageRecords: [
        { Timestamp: new Date("2026-11-01T05:00:00Z"), Dimension: "users", Quantity: 1 },
      ],
    },
  ],
  ["registerUsage", { ProductCode: "p", PublicKeyVersion: 1 }],
  ["resolveCustomer", { RegistrationToken: "t" }],
] as const;

describe("the dynamic client of Marketplace Metering", () => {
  it.each(calls)("sends the same request as the generated client for %s", async (method, input) => {
    vi.useFakeTimers({ now: new Date("2026-11-01T06:00:00Z"), toFake: ["Date"] });
    try {
      const dynamic = recording();
      await new Metering({ ...options, requestHandler: dynamic.requestHandler })[method]?.(input);
      const generated = recording();
      const client = new MarketplaceMetering({
        ...options,
        requestHandler: generated.requestHandler,
      });
      const call: (input: never) => Promise<unknown> = client[method].bind(client);
      // The table pairs each method with its own input.
      await call(input as never);
      const [ours] = dynamic.requests;
      const [theirs] = generated.requests;
      for (const request of [ours, theirs]) delete request?.headers["amz-sdk-invocation-id"];
      for (const request of [ours, theirs]) delete request?.headers["authorization"];
      expect(ours).toEqual(theirs);
    } finally {
      vi.useRealTimers();
    }
  });

  it("throws a modeled error as an instance of its class", async () => {
    const { requestHandler } = recording(
      400,
      '{"__type":"ThrottlingException","message":"slow down"}',
    );
    const client = new Metering({ ...options, requestHandler });
    const error = await client["resolveCustomer"]?.({}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Metering.exceptions["ThrottlingException"]);
    expect(error).toMatchObject({ name: "ThrottlingException", message: "slow down" });
  });

  it("exposes its operations, commands and names", async () => {
    expect(Metering.name).toBe("MarketplaceMeteringClient");
    expect(Metering.service).toBe("com.amazonaws.marketplacemetering#AWSMPMeteringService");
    expect(Metering.operationNames).toEqual([
      "BatchMeterUsage",
      "MeterUsage",
      "RegisterUsage",
      "ResolveCustomer",
    ]);
    const { requests, requestHandler } = recording();
    const client = new Metering({ ...options, requestHandler });
    const { ResolveCustomer } = Metering.commands;
    if (ResolveCustomer === undefined) throw new Error("The command is missing.");
    expect(ResolveCustomer.name).toBe("ResolveCustomerCommand");
    await client.send(new ResolveCustomer({ RegistrationToken: "t" }));
    expect(requests[0]?.headers["x-amz-target"]).toBe("AWSMPMeteringService.ResolveCustomer");
  });

  it("applies plugins", async () => {
    const { requests, requestHandler } = recording();
    const plugins = [{ configure: () => ({ region: "us-west-2" }) }];
    await new Metering({ ...options, requestHandler, plugins })["resolveCustomer"]?.({});
    expect(requests[0]?.hostname).toContain("us-west-2");
  });
});

describe("defineClient", () => {
  it("throws an error that lists the errors of an invalid model", () => {
    expect(() => defineClient('{"smithy":"2.0","shapes":{"a#S":{"type":"strange"}}}')).toThrow(
      "The model cannot be used:\n- ",
    );
  });

  it("throws an error if the model has no service, or if it has several and none is selected", () => {
    expect(() => defineClient({ smithy: "2.0" })).toThrow("The model has no service.");
    const service = { type: "service", version: "1", traits: { "aws.protocols#awsJson1_0": {} } };
    const two = { smithy: "2.0", shapes: { "a#One": service, "a#Two": service } };
    expect(() => defineClient(two)).toThrow(
      "The model has several services. Set `service` to one of: a#One, a#Two.",
    );
    expect(defineClient(two, { service: "a#Two" }).service).toBe("a#Two");
  });

  it("throws an error if no protocol of the service is known", () => {
    const model = { smithy: "2.0", shapes: { "a#One": { type: "service", version: "1" } } };
    expect(() => defineClient(model)).toThrow(
      "The service a#One has no supported protocol. Found: none.",
    );
  });
});

describe("a third-party protocol", () => {
  const model = {
    smithy: "2.0",
    shapes: {
      "a#One": {
        type: "service",
        version: "1",
        operations: [{ target: "a#Do" }],
        traits: { "a#wire": { level: 2 } },
      },
      "a#Do": { type: "operation", input: { target: "a#In" } },
      "a#In": {
        type: "structure",
        members: { x: { target: "smithy.api#String" } },
        traits: { "a#packed": "tight" },
      },
    },
  };
  const wire: ClientProtocolFactory = ({ traits }) => ({
    id: "a#wire",
    writeRequest: ({ schema }, input) => ({
      method: "PUT",
      path: "/wire",
      query: {},
      headers: {},
      body: JSON.stringify([traits, traitsOf(structureOf(inputOf(schema))), input]),
    }),
    readResponse: () => ({ output: {} }),
  });
  const protocols = { "a#wire": { client: wire, schemaTraits: ["a#packed"] } };

  it("is used by the client, and receives its traits on the service and on shapes", async () => {
    const One = defineClient(model, { protocols });
    const { requests, requestHandler } = recording();
    await new One({ endpoint: "http://localhost", requestHandler })["do"]?.({ x: "y" });
    expect(requests[0]).toMatchObject({ method: "PUT", path: "/wire" });
    expect(JSON.parse(String(requests[0]?.body))).toEqual([
      { "a#wire": { level: 2 } },
      { "a#packed": "tight" },
      { x: "y" },
    ]);
  });

  it("is rejected if its client is not a function", () => {
    const client: unknown = "a#wire";
    expect(() =>
      Reflect.apply(defineClient, undefined, [model, { protocols: { "a#wire": { client } } }]),
    ).toThrow('protocols["a#wire"].client must be a function.');
  });
});
