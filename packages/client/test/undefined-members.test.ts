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

describe("an optional member that is undefined", () => {
  it("compiles under exactOptionalPropertyTypes, nested and in the configuration", () => {
    const { errors } = compile({ "undefined.ts": program }, { exactOptionalPropertyTypes: true });
    expect(errors).toEqual([]);
  }, 60_000);

  it("means the same as an absent one, in inputs and in the configuration", async () => {
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
