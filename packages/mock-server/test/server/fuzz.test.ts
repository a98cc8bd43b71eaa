import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMockServer } from "../../src/index.js";

/** Generates values that resemble requests: valid members, some of them with invalid contents. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    "users",
    "4rjezcm9xqk27tdplw0sv1gnb",
    "111122223333",
    1793509200,
    3,
    -1,
    1e308,
    null,
  ),
);
const tag = fc.record({ Key: odd, Value: odd }, { requiredKeys: [] });
const allocation = fc.record(
  { AllocatedUsageQuantity: odd, Tags: fc.oneof(odd, fc.array(tag, { maxLength: 7 })) },
  { requiredKeys: [] },
);
const allocations = fc.oneof(odd, fc.array(allocation, { maxLength: 3 }));
const usageRecord = fc.record(
  {
    Timestamp: odd,
    CustomerIdentifier: odd,
    CustomerAWSAccountId: odd,
    LicenseArn: odd,
    Dimension: odd,
    Quantity: odd,
    UsageAllocations: allocations,
  },
  { requiredKeys: [] },
);
const inputs: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  BatchMeterUsage: fc.record(
    { ProductCode: odd, UsageRecords: fc.oneof(odd, fc.array(usageRecord, { maxLength: 3 })) },
    { requiredKeys: [] },
  ),
  MeterUsage: fc.record(
    {
      ProductCode: odd,
      Timestamp: odd,
      UsageDimension: odd,
      UsageQuantity: odd,
      DryRun: odd,
      UsageAllocations: allocations,
      ClientToken: odd,
    },
    { requiredKeys: [] },
  ),
  RegisterUsage: fc.record(
    { ProductCode: odd, PublicKeyVersion: odd, Nonce: odd },
    { requiredKeys: [] },
  ),
  ResolveCustomer: fc.record({ RegistrationToken: odd }, { requiredKeys: [] }),
};

describe("a server that receives random requests", () => {
  const failures: unknown[] = [];
  const server = createMockServer({ onUnexpectedError: (error) => failures.push(error) });
  server.clock.freeze("2026-11-01T05:30:00Z");

  const send = async (operation: string, body: string | Uint8Array) => {
    const { statusCode } = await server.handle({
      method: "POST",
      path: "/",
      query: {},
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AWSMPMeteringService.${operation}`,
      },
      body,
    });
    expect(failures).toEqual([]);
    expect([200, 400, 409]).toContain(statusCode);
  };

  it.each(Object.keys(inputs))("responds to any input of %s", async (operation) => {
    const input = inputs[operation] ?? odd;
    const property = fc.asyncProperty(input, (value) => send(operation, JSON.stringify(value)));
    await expect(fc.assert(property, { numRuns: 400 })).resolves.toBeUndefined();
  });

  it("responds to any bytes", async () => {
    const bytes = fc.uint8Array({ maxLength: 64 });
    const property = fc.asyncProperty(fc.constantFrom(...Object.keys(inputs)), bytes, send);
    await expect(fc.assert(property, { numRuns: 400 })).resolves.toBeUndefined();
  });
});
