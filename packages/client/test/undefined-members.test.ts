import { describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { BatchMeterUsageCommand, MarketplaceMeteringClient } from "../src/index.js";
import type { BatchMeterUsageCommandInput } from "../src/index.js";
import { offline, stubHandler } from "./stub-handler.js";

const program = `
  import { MarketplaceMeteringClient, meterUsageRecords } from "../src/index.js";
  import type { BatchMeterUsageCommandInput, MarketplaceMeteringClientConfig } from "../src/index.js";

  declare const region: string | undefined;
  const config: MarketplaceMeteringClientConfig = {
    region, endpoint: undefined, credentials: undefined, maxAttempts: undefined, logger: undefined,
    requestHandler: undefined, urlParser: undefined, utf8Decoder: undefined, plugins: undefined,
  };
  const input: BatchMeterUsageCommandInput = {
    ProductCode: undefined,
    UsageRecords: [
      { Timestamp: new Date(), Dimension: "users", Quantity: undefined, UsageAllocations: [
        { AllocatedUsageQuantity: 1, Tags: undefined },
      ] },
    ],
  };
  export const report = meterUsageRecords(
    { client: new MarketplaceMeteringClient(config), concurrency: undefined, abortSignal: undefined },
    input,
  );
`;

/** Returns a program that compiles with either client. */
const requiredMembers = (client: string) => `
  import { BatchMeterUsageCommand, MeterUsageCommand, ResolveCustomerCommand } from "${client}";
  import type { MeterUsageCommandInput, Tag, UsageRecord } from "${client}";

  declare const text: string | undefined;
  const tags: Tag[] = [{ Key: text, Value: text }];
  const record: UsageRecord = {
    Timestamp: undefined,
    Dimension: text,
    UsageAllocations: [{ AllocatedUsageQuantity: undefined, Tags: tags }],
  };
  const input: MeterUsageCommandInput = {
    ProductCode: text,
    Timestamp: undefined,
    UsageDimension: text,
  };
  export const commands = [
    new MeterUsageCommand(input),
    new BatchMeterUsageCommand({ UsageRecords: [record] }),
    new BatchMeterUsageCommand({ UsageRecords: undefined }),
    new ResolveCustomerCommand({ RegistrationToken: text }),
  ];
`;

describe("a required member of an input", () => {
  it.each(["@aws-sdk/client-marketplace-metering", "../src/index.js"])(
    "accepts undefined, also in nested structures, in the types of %s",
    (client) => {
      const { errors } = compile(
        { "required.ts": requiredMembers(client) },
        { exactOptionalPropertyTypes: true },
      );
      expect(errors).toEqual([]);
    },
    60_000,
  );

  it("accepts a member of an output, but must not be omitted", () => {
    const text = `
      import { BatchMeterUsageCommand } from "../src/index.js";
      import type { BatchMeterUsageCommandOutput } from "../src/index.js";

      declare const output: BatchMeterUsageCommandOutput;
      new BatchMeterUsageCommand({ UsageRecords: output.UnprocessedRecords });
      new BatchMeterUsageCommand({});
    `;
    const { errors } = compile({ "outputs.ts": text }, { exactOptionalPropertyTypes: true });
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toContain("UsageRecords");
  }, 60_000);
});

describe("an optional member that is undefined", () => {
  it("compiles under exactOptionalPropertyTypes in inputs, nested structures and the configuration", () => {
    const { errors } = compile({ "undefined.ts": program }, { exactOptionalPropertyTypes: true });
    expect(errors).toEqual([]);
  }, 60_000);

  it("has the same effect as an absent member, in inputs and in the configuration", async () => {
    const { handler, requests } = stubHandler({ body: { Results: [] } });
    const client = new MarketplaceMeteringClient({
      ...offline,
      requestHandler: handler,
      urlParser: undefined,
      bodyLengthChecker: undefined,
      maxAttempts: undefined,
    });
    const input: BatchMeterUsageCommandInput = { ProductCode: undefined, UsageRecords: [] };
    await client.send(new BatchMeterUsageCommand(input));
    expect(JSON.parse(String(requests[0]?.body))).toEqual({ UsageRecords: [] });
    expect(client.config.urlParser).toBeTypeOf("function");
  });
});
