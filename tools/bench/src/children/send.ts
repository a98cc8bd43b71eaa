// Prints the CPU time of one `send()`, in microseconds: `send <package>
// <MeterUsage|BatchMeterUsage>`. Everything except the network is real: endpoint, serialization,
// SigV4, retry bookkeeping, parsing.
import { Bench } from "tinybench";
import { HttpResponse } from "@smithy/core/protocols";
import type * as Aws from "@aws-sdk/client-marketplace-metering";

const [, , name = "", operation = ""] = process.argv;
// Both packages export the same names, so the types of one apply to the other.
const { MarketplaceMeteringClient, MeterUsageCommand, BatchMeterUsageCommand }: typeof Aws =
  await import(name);

const timestamp = new Date("2026-11-01T05:00:00Z");
const records = Array.from({ length: 25 }, (_, index) => ({
  Timestamp: timestamp,
  CustomerAWSAccountId: String(111_122_223_000 + index),
  LicenseArn: `arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d${index + 10}`,
  Dimension: "users",
  Quantity: index,
}));
const answers: Readonly<Record<string, unknown>> = {
  MeterUsage: { MeteringRecordId: "0c5f3e52-7d0a-4a52-a9a1-3b1c2d4e5f60" },
  BatchMeterUsage: {
    Results: records.map((record) => ({
      UsageRecord: { ...record, Timestamp: timestamp.getTime() / 1000 },
      MeteringRecordId: "5d0e0b0e-6f0a-4f3a-9a52-0f6a3c1c7d11",
      Status: "Success",
    })),
    UnprocessedRecords: [],
  },
};
const body = new TextEncoder().encode(JSON.stringify(answers[operation]));

const client = new MarketplaceMeteringClient({
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  requestHandler: {
    handle: async () => ({
      response: new HttpResponse({
        statusCode: 200,
        headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "0c5f3e52" },
        body,
      }),
    }),
  },
});

const sends: Readonly<Record<string, () => Promise<unknown>>> = {
  MeterUsage: () =>
    client.send(
      new MeterUsageCommand({
        ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
        Timestamp: timestamp,
        UsageDimension: "users",
        UsageQuantity: 3,
      }),
    ),
  BatchMeterUsage: () => client.send(new BatchMeterUsageCommand({ UsageRecords: records })),
};
const send = sends[operation];
if (send === undefined) throw new Error(`Unknown operation "${operation}".`);

/** The number of sends per sample. The resolution of CPU time is too coarse for a single one. */
const sendsPerSample = 40;

const bench = new Bench({
  now: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  time: 1500,
  warmupTime: 1000,
});
bench.add(operation, async () => {
  for (let count = 0; count < sendsPerSample; count++) await send();
});
await bench.run();
const [task] = bench.tasks;
const result = task?.result;
if (result === undefined || !("latency" in result)) throw new Error("tinybench gave no result.");
// The mean, because a median would hide the cost of garbage collection.
console.log((result.latency.mean * 1000) / sendsPerSample);
