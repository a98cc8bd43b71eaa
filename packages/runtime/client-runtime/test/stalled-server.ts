import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

/**
 * Starts a server for the tests of a file. The server begins each response but never ends it. Only
 * the response for `/end` ends, after several chunks.
 *
 * @returns a function that returns the port of the server
 */
export function stalledServer(): () => number {
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    response.write("begin");
    if (request.url === "/end") setTimeout(() => response.end(" and end"), 5);
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => (server.address() as AddressInfo).port;
}
