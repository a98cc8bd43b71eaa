// Runs as a worker and calls a mock server outside of it, with the client for workers.
import {
  InvalidProductCodeException,
  MarketplaceMetering,
  meterUsageRecords,
} from "@marketplace-metering/client";

async function calls(endpoint) {
  const client = new MarketplaceMetering({
    region: "us-east-1",
    endpoint,
    credentials: { accessKeyId: "mock", secretAccessKey: "mock" },
  });
  const Timestamp = new Date();
  const ProductCode = "4rjezcm9xqk27tdplw0sv1gnb";
  const metered = await client.meterUsage({ ProductCode, Timestamp, UsageDimension: "users" });
  const refused = await client
    .meterUsage({ ProductCode: "unknown", Timestamp, UsageDimension: "users" })
    .catch((error) => error);
  const UsageRecords = [
    {
      Timestamp,
      CustomerAWSAccountId: "111122223333",
      LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
      Dimension: "users",
      Quantity: 3,
    },
  ];
  const { outcomes } = await meterUsageRecords({ client }, { UsageRecords });
  return [
    `meters usage: ${typeof metered.MeteringRecordId}`,
    `refuses an unknown product: ${refused instanceof InvalidProductCodeException}`,
    `meters a batch: ${outcomes.map(({ outcome }) => outcome)}`,
  ];
}

export default {
  async fetch(request, { ENDPOINT }) {
    return Response.json(await calls(ENDPOINT).catch((error) => [String(error.stack)]));
  },
};
