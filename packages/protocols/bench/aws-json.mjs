// Weight and time of awsJson1_1 beside the protocol of the AWS client, in one run: node bench/aws-json.mjs
// Run `tsup` first: it measures what is published.
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import {
  BatchMeterUsage$,
  errorTypeRegistries,
  MeterUsage$,
} from "@aws-sdk/client-marketplace-metering";
import { build } from "esbuild";
import { awsJson1_1 } from "../dist/aws-json/index.js";

const require = createRequire(import.meta.url);

const bundle = async (contents) => {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    mainFields: ["browser", "module", "main"],
    write: false,
    logLevel: "error",
  });
  const [file] = result.outputFiles;
  return { bytes: file.contents.length, gzip: gzipSync(file.contents).length };
};

/** The median of several rounds, in microseconds a call. */
const time = async (call, calls = 4000, rounds = 15) => {
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index++) {
      const value = call();
      if (value instanceof Promise) await value;
    }
    const { user, system } = process.cpuUsage(start);
    results.push((user + system) / calls);
  }
  return results.sort((a, b) => a - b)[rounds >> 1];
};

const service = {
  namespace: "com.amazonaws.marketplacemetering",
  name: "AWSMPMeteringService",
  version: "2016-01-14",
};
const ours = awsJson1_1(service);
const theirs = new AwsJson1_1Protocol({
  defaultNamespace: service.namespace,
  errorTypeRegistries,
  serviceTarget: service.name,
});
const context = {
  endpoint: async () => ({ protocol: "https:", hostname: "example.com", path: "/" }),
};
const operationOf = (schema) => ({
  namespace: schema[1],
  name: schema[2],
  traits: schema[3],
  input: schema[4],
  output: schema[5],
});
theirs.setSerdeContext?.(context);

const timestamp = new Date("2026-11-01T05:59:00Z");
const input = {
  ProductCode: "abcdefghijklmnopqrstuvwxy",
  Timestamp: timestamp,
  UsageDimension: "users",
  UsageQuantity: 3,
  ClientToken: "f8b0d9c1-6a4e-4d7e-9f54-1c2b3a4d5e6f",
  UsageAllocations: [{ AllocatedUsageQuantity: 3, Tags: [{ Key: "team", Value: "blue" }] }],
};
const records = Array.from({ length: 25 }, (_, index) => ({
  UsageRecord: {
    Timestamp: timestamp,
    CustomerIdentifier: `customer-${index}`,
    Dimension: "users",
    Quantity: index,
    UsageAllocations: [{ AllocatedUsageQuantity: index, Tags: [{ Key: "team", Value: "blue" }] }],
  },
  MeteringRecordId: `f8b0d9c1-6a4e-4d7e-9f54-1c2b3a4d5e${10 + index}`,
  Status: "Success",
}));
const batch = { schema: BatchMeterUsage$, errors: [] };
const body = ours.writeResponse(batch, { Results: records, UnprocessedRecords: [] }).body;
const bytes = Buffer.from(body);
const meter = { schema: MeterUsage$, errors: [] };

const rows = [
  [
    "weight, minified and gzipped",
    (await bundle('export { awsJson1_1 } from "../dist/aws-json/index.js"')).gzip,
    (await bundle('export { AwsJson1_1Protocol } from "@aws-sdk/core/protocols"')).gzip,
    "B",
  ],
  [
    "write a MeterUsage request",
    // Theirs are bytes already; a string is not whole before something reads it.
    await time(() => Buffer.from(ours.writeRequest(meter, input).body)),
    await time(() => theirs.serializeRequest(operationOf(MeterUsage$), input, context)),
    "µs",
  ],
  [
    "read a BatchMeterUsage response of 25 records",
    await time(() => ours.readResponse(batch, { statusCode: 200, headers: {}, body: bytes })),
    await time(() =>
      theirs.deserializeResponse(operationOf(BatchMeterUsage$), context, {
        statusCode: 200,
        headers: {},
        body: bytes,
      }),
    ),
    "µs",
  ],
];
for (const [what, own, aws, unit] of rows) {
  const [left, right] = [own, aws].map((value) => value.toFixed(unit === "B" ? 0 : 1));
  console.log(`${what}: ${left} ${unit}, AWS ${right} ${unit}, ratio ${(own / aws).toFixed(2)}`);
}
const { version } = require("@aws-sdk/client-marketplace-metering/package.json");
console.log(`@aws-sdk/client-marketplace-metering ${version}, Node ${process.version}`);
