// Serves until standard input ends: `server <mock|bare|new-usage|durable> [state file]`. See
// `startServer`.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { createMockServer } from "@marketplace-metering/mock-server";
import type { MockServerOptions } from "@marketplace-metering/mock-server";

const [, , kind, state] = process.argv;

/**
 * Serves the minimal server of this protocol: it reads and parses the body, and returns a constant.
 */
async function bare(): Promise<string> {
  const answer = JSON.stringify({ MeteringRecordId: "0c5f3e52-7d0a-4a52-a9a1-3b1c2d4e5f60" });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(200, {
        "content-type": "application/x-amz-json-1.1",
        "content-length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function mock(options: MockServerOptions): Promise<string> {
  const server = await createMockServer(options).listen({ port: 0 });
  return server.url;
}

/** Accepts any dimension, so that each request can be a separate record. */
const settings = { unseeded: "take" } as const;

const servers: Readonly<Record<string, () => Promise<string>>> = {
  bare,
  mock: () => mock({}),
  "new-usage": () => mock({ settings }),
  durable: () => mock({ settings, ...(state !== undefined && { state }) }),
};

console.log(await servers[kind ?? ""]?.());
const lines = createInterface({ input: process.stdin });
lines.on("line", () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  console.log(JSON.stringify({ cpu: user + system, heap: process.memoryUsage().heapUsed }));
});
lines.on("close", () => process.exit(0));
