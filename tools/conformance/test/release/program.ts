// A program of a user, compiled and run in a folder with packages from the registry.
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  BatchMeterUsageCommand,
  InvalidProductCodeException,
  MarketplaceMeteringClient,
  meterUsageRecords,
} from "@marketplace-metering/client";
import type { BatchMeterUsageCommandInput } from "@marketplace-metering/client";
import { createMockServer } from "@marketplace-metering/mock-server";
import { defineClient } from "@tinsmith/dynamic-client";

const input: BatchMeterUsageCommandInput = {
  UsageRecords: [
    {
      Timestamp: new Date(),
      CustomerAWSAccountId: "111122223333",
      LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
      Dimension: "users",
      Quantity: 3,
    },
  ],
};

async function main(): Promise<void> {
  await using server = await createMockServer().listen();
  const options = {
    endpoint: server.url,
    region: "us-east-1",
    credentials: { accessKeyId: "rehearsal", secretAccessKey: "rehearsal" },
  };

  const client = new MarketplaceMeteringClient(options);
  const { Results = [] } = await client.send(new BatchMeterUsageCommand(input));
  console.log("generated client:", Results[0]?.Status);
  const { outcomes } = await meterUsageRecords({ client }, input);
  console.log("batch:", outcomes[0]?.outcome);

  const require = createRequire(join(process.cwd(), "program.js"));
  const Metering = defineClient(require("@marketplace-metering/model"));
  const dynamic = new Metering(options);
  const output: unknown = await dynamic["batchMeterUsage"]?.({ ...input });
  console.log("dynamic client:", JSON.stringify(output).includes('"Status":"Success"'));

  server.on("BatchMeterUsage").throwsOnce("InvalidProductCodeException", "No such product.");
  const error: unknown = await client.send(new BatchMeterUsageCommand(input)).catch((e) => e);
  console.log("error:", error instanceof InvalidProductCodeException);
}

void main();
