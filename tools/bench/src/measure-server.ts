import autocannon from "autocannon";
import { startServer } from "./child.js";
import { median, ratio } from "./statistics.js";
import type { Row, Table } from "./table.js";

interface Load {
  readonly requestsPerSecond: number;
  /** CPU microseconds of the server process for one request. */
  readonly cpu: number;
}

const connections = 10;

async function load(kind: "mock" | "bare", seconds: number): Promise<Load> {
  const server = await startServer(kind);
  try {
    const options = {
      url: server.url,
      method: "POST" as const,
      connections,
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSMPMeteringService.MeterUsage",
      },
      body: JSON.stringify({
        ProductCode: "4rjezcm9xqk27tdplw0sv1gnb",
        Timestamp: Math.floor(Date.now() / 1000),
        UsageDimension: "users",
        UsageQuantity: 3,
      }),
    };
    await autocannon({ ...options, duration: 1 });
    const before = await server.cpu();
    const result = await autocannon({ ...options, duration: seconds });
    const used = (await server.cpu()) - before;
    const answered = result["2xx"];
    if (answered === 0 || result.non2xx > 0)
      throw new Error(`${kind}: ${answered} requests succeeded, ${result.non2xx} did not`);
    return { requestsPerSecond: answered / result.duration, cpu: used / answered };
  } finally {
    await server.stop();
  }
}

/** `MeterUsage` requests over loopback, both servers in turn. */
export async function measureServer(rounds: number): Promise<Table> {
  const mock: Load[] = [];
  const bare: Load[] = [];
  for (let round = 0; round < rounds; round++) {
    mock.push(await load("mock", 4));
    bare.push(await load("bare", 4));
  }
  const middle = (loads: readonly Load[], key: keyof Load) => median(loads.map((one) => one[key]));
  const row = (name: string, key: keyof Load, unit: string): Row => {
    const [a, b] = [middle(mock, key), middle(bare, key)];
    return [name, `${a.toFixed(0)} ${unit}`, `${b.toFixed(0)} ${unit}`, ratio(a, b)];
  };
  return {
    title: `Mock server: \`MeterUsage\` over loopback, ${connections} connections`,
    head: ["", "mock server", "bare `node:http`", "ratio"],
    rows: [
      row("requests", "requestsPerSecond", "/s"),
      row("CPU of the server a request", "cpu", "µs"),
    ],
  };
}
