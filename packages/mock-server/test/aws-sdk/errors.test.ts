import * as aws from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import { nameOf } from "@tinsmith/schema";
import { service } from "../../src/generated/service.js";
import { product } from "../rules/world.js";
import { failureOf, openMarketplace } from "./marketplace.js";

const errors = service.operations.flatMap(({ schema, errors: shapes }) =>
  shapes.map(([, , error]) => ({ operation: nameOf(schema), error })),
);
const statusOf: Readonly<Record<string, number>> = {
  InternalServiceErrorException: 500,
  IdempotencyConflictException: 409,
};
const inputs: Readonly<Record<string, object>> = {
  BatchMeterUsage: { UsageRecords: [], ProductCode: product },
  MeterUsage: { ProductCode: product, Timestamp: new Date(), UsageDimension: "users" },
  RegisterUsage: { ProductCode: product, PublicKeyVersion: 1 },
  ResolveCustomer: { RegistrationToken: "t" },
};

describe("the errors of the model in AWS's client", () => {
  it("are complete in the table of this test", () => {
    expect(new Set(errors.map(({ error }) => error)).size).toBe(19);
  });

  it.each(errors)(
    "are thrown as instances of their classes: $error for $operation",
    async ({ operation, error }) => {
      await using market = await openMarketplace();
      market.server.faults.add({ kind: "error", error, message: "from the fault" });
      const Command = Reflect.get(aws, `${operation}Command`);
      const call = market.client().send(new Command(inputs[operation]));
      await expect(call).rejects.toBeInstanceOf(Reflect.get(aws, error));
      expect(await failureOf(call)).toEqual({
        name: error,
        message: "from the fault",
        fault: error === "InternalServiceErrorException" ? "server" : "client",
        status: statusOf[error] ?? 400,
      });
    },
  );
});

describe("an error on the wire", () => {
  const post = (url: string, headers: Record<string, string>, body: string) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/x-amz-json-1.1", ...headers },
      body,
    });

  it("consists of its name and a message as JSON, with the id of the request", async () => {
    await using market = await openMarketplace();
    const target = { "x-amz-target": "AWSMPMeteringService.ResolveCustomer" };
    const response = await post(market.server.url, target, '{"RegistrationToken":"none"}');
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({
      __type: "InvalidTokenException",
      message: "Registration token is invalid",
    });
  });

  it("lists every missing member", async () => {
    await using market = await openMarketplace();
    const target = { "x-amz-target": "AWSMPMeteringService.BatchMeterUsage" };
    const response = await post(market.server.url, target, '{"UsageRecords":[{}]}');
    expect(await response.json()).toEqual({
      __type: "ValidationException",
      message:
        "2 validation errors detected. " +
        "Value at '/UsageRecords/0/Timestamp' failed to satisfy constraint: Member must not be null; " +
        "Value at '/UsageRecords/0/Dimension' failed to satisfy constraint: Member must not be null",
    });
  });

  it("depends only on the target header, not on the scope of the signature", async () => {
    await using market = await openMarketplace();
    // The scope contains the signing name of an unrelated service.
    const scope = "AKID/20261115/us-east-1/execute-api/aws4_request";
    const response = await post(
      market.server.url,
      {
        "x-amz-target": "AWSMPMeteringService.ResolveCustomer",
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      },
      '{"RegistrationToken":"none"}',
    );
    expect(await response.json()).toMatchObject({ __type: "InvalidTokenException" });
    expect(market.server.journal.last()?.warnings).toEqual([
      expect.stringContaining("aws-marketplace"),
    ]);
  });

  it.each([
    ["an unknown operation", "AWSMPMeteringService.MeterUsages"],
    ["an operation of another service", "AWSMPEntitlementService.GetEntitlements"],
    ["no operation", ""],
  ])("is an UnknownOperationException for a target with %s", async (_, target) => {
    await using market = await openMarketplace();
    const response = await post(
      market.server.url,
      target === "" ? {} : { "x-amz-target": target },
      "{}",
    );
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { __type: "UnknownOperationException" },
    ]);
  });
});
