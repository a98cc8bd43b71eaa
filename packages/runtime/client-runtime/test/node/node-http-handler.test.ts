import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HttpRequest } from "../../src/http/http-request.js";
import { NodeHttpHandler } from "../../src/node/node-http-handler.js";

/** A server that begins each response and never ends it. */
const server = createServer((_, response) => {
  response.writeHead(200, { "content-length": "10" });
  response.write("begin");
});

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("the handler for node:https", () => {
  it("ends a body that stalls after requestTimeout, if that throws", async () => {
    const handler = new NodeHttpHandler({ requestTimeout: 100, throwOnRequestTimeout: true });
    const { port } = server.address() as AddressInfo;
    const request = new HttpRequest({ protocol: "http:", hostname: "127.0.0.1", port });
    const { response } = await handler.handle(request);
    const read = async () => {
      for await (const chunk of response.body) expect(String(chunk)).toBe("begin");
    };
    await expect(read()).rejects.toMatchObject({ name: "TimeoutError" });
    handler.destroy();
  });
});
