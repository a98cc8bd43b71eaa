import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { startServer } from "./child.js";
import { median, ratio } from "./statistics.js";
import type { Row, Table } from "./table.js";

interface Load {
  readonly requestsPerSecond: number;
  /** The 99th percentile of the response time, in milliseconds. */
  readonly p99: number;
  /** CPU time of the server process per request, in microseconds. */
  readonly cpu: number;
}

const connections = 50;

const requestTo = (url: string) => ({
  url,
  connections,
  method: "POST" as const,
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
});

/** @throws Error if a request fails */
async function send(kind: string, options: autocannon.Options): Promise<autocannon.Result> {
  const result = await autocannon(options);
  const failed = result.non2xx + result.errors;
  if (result["2xx"] === 0 || failed > 0)
    throw new Error(`${kind}: ${result["2xx"]} requests succeeded, ${failed} did not`);
  return result;
}

async function load(kind: "mock" | "bare", seconds: number): Promise<Load> {
  const server = await startServer(kind);
  try {
    return await loadOn(server, kind, requestTo(server.url), seconds);
  } finally {
    await server.stop();
  }
}

async function loadOn(
  server: Awaited<ReturnType<typeof startServer>>,
  kind: string,
  request: autocannon.Options,
  seconds: number,
): Promise<Load> {
  await autocannon({ ...request, duration: 1 });
  const before = await server.usage();
  const result = await send(kind, { ...request, duration: seconds });
  const used = (await server.usage()).cpu - before.cpu;
  const answered = result["2xx"];
  return {
    requestsPerSecond: answered / result.duration,
    p99: result.latency.p99,
    cpu: used / answered,
  };
}

/** Measures `MeterUsage` requests over loopback, alternating between both servers. */
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
      row("99th percentile of latency", "p99", "ms"),
      row("server CPU per request", "cpu", "µs"),
    ],
  };
}

/** Returns requests that change the state: each one meters another dimension. */
function newUsage(url: string, count: number): autocannon.Options {
  const { connections: _, body: known, ...request } = requestTo(url);
  // Products that are not in the seed accept any dimension.
  const body = known.replace(/"ProductCode":"\w+"/, '"ProductCode":"new"');
  let sent = 0;
  const varied = (given: autocannon.Request): autocannon.Request => ({
    ...given,
    body: body.replace('"users"', `"dimension-${(sent += 1)}"`),
  });
  return { ...request, body, connections: count, requests: [{ setupRequest: varied }] };
}

async function loadOfNewUsage(kind: "new-usage" | "durable", count: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "bench-state-"));
  const server = await startServer(kind, join(folder, "state.db"));
  try {
    return await loadOn(server, kind, newUsage(server.url, count), 4);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Measures requests that change the state, in memory and in a file, by the number of connections. */
export async function measureDurable(rounds: number): Promise<Table> {
  const rows: Row[] = [];
  for (const count of [1, 10, 50]) {
    const durable: Load[] = [];
    const memory: Load[] = [];
    for (let round = 0; round < rounds; round++) {
      durable.push(await loadOfNewUsage("durable", count));
      memory.push(await loadOfNewUsage("new-usage", count));
    }
    const middle = (loads: readonly Load[], key: keyof Load) =>
      median(loads.map((one) => one[key]));
    const [a, b] = [middle(durable, "requestsPerSecond"), middle(memory, "requestsPerSecond")];
    rows.push([
      String(count),
      `${a.toFixed(0)} /s`,
      `${b.toFixed(0)} /s`,
      ratio(a, b),
      `${middle(durable, "p99").toFixed(0)} ms`,
      `${middle(memory, "p99").toFixed(0)} ms`,
    ]);
  }
  return {
    title: "Mock server: `MeterUsage` of new usage, with `--state` and in memory",
    head: ["connections", "with a state file", "in memory", "ratio", "p99, file", "p99, memory"],
    rows,
  };
}

const soakRequests = 1_000_000;

/** Measures the heap of the mock server after a hundred thousand requests and after a million. */
export async function measureSoak(): Promise<Table> {
  const server = await startServer("mock");
  try {
    const request = requestTo(server.url);
    const rows: Row[] = [];
    const megabytes = async () => `${((await server.usage()).heap / 1e6).toFixed(1)} MB`;
    rows.push(["0", await megabytes()]);
    const tenth = soakRequests / 10;
    for (let sent = tenth; sent <= soakRequests; sent += tenth) {
      await send("mock", { ...request, amount: tenth });
      if (sent === tenth || sent === soakRequests / 2 || sent === soakRequests)
        rows.push([sent.toLocaleString("en"), await megabytes()]);
    }
    return { title: "Mock server: live heap", head: ["requests", "heap"], rows };
  } finally {
    await server.stop();
  }
}
