// Prints the heap size of a client after it has sent a command, in bytes: `heap <package>`. Run
// with --expose-gc.
import type * as ours from "@marketplace-metering/client";

const [, , name = ""] = process.argv;
const { MarketplaceMeteringClient, MeterUsageCommand }: typeof ours = await import(name);

const clients: object[] = [];
async function create(): Promise<void> {
  const client = new MarketplaceMeteringClient({
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    requestHandler: {
      metadata: { handlerProtocol: "http/1.1" },
      handle: async () => ({
        response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") },
      }),
    },
  });
  await client.send(
    new MeterUsageCommand({
      ProductCode: "product",
      Timestamp: new Date(),
      UsageDimension: "users",
    }),
  );
  clients.push(client);
}

function used(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const count = 500;
for (let warmUp = 0; warmUp < 20; warmUp++) await create();
const before = used();
for (let index = 0; index < count; index++) await create();
console.log((used() - before) / count);
