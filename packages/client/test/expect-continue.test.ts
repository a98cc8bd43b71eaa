import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import { handleRequest } from "../src/plugins.js";
import { offline } from "./stub-handler.js";

/** A service that receives `Expect: 100-continue`. Each test sets its reaction. */
let server: Server;
let onExpect: RequestListener;
const bodies: string[] = [];
let connections = 0;

const respond: RequestListener = (request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    bodies.push(body);
    response.end('{"ProductCode":"p"}');
  });
};

beforeEach(async () => {
  bodies.length = 0;
  connections = 0;
  server = createServer(respond);
  server.on("checkContinue", (request, response) => onExpect(request, response));
  server.on("connection", () => (connections += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const expectContinue = handleRequest({ step: "build" }, ({ headers }) => {
  headers["expect"] = "100-continue";
});

async function resolve(continueTimeout: number, times = 1) {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  const client = new MarketplaceMetering({
    ...offline,
    endpoint: `http://127.0.0.1:${address.port}`,
    maxAttempts: 1,
    requestHandler: { continueTimeout },
    plugins: [expectContinue],
  });
  try {
    const codes: unknown[] = [];
    for (let time = 0; time < times; time += 1) {
      codes.push((await client.resolveCustomer({ RegistrationToken: "t" })).ProductCode);
    }
    return codes;
  } catch (error) {
    return error;
  } finally {
    client.destroy();
  }
}

describe("a request with Expect: 100-continue", () => {
  it("sends the body when the service permits it, and keeps the connection open", async () => {
    onExpect = (request, response) => {
      setTimeout(() => {
        expect(bodies).toHaveLength(connections - 1);
        response.writeContinue();
        respond(request, response);
      }, 20);
    };
    expect(await resolve(5000)).toEqual(["p"]);
    expect(bodies).toEqual(['{"RegistrationToken":"t"}']);
    onExpect = (request, response) => {
      response.writeContinue();
      respond(request, response);
    };
    expect(await resolve(5000, 3)).toEqual(["p", "p", "p"]);
    expect(connections).toBe(2);
  });

  it("sends the body after continueTimeout if the service does not react", async () => {
    onExpect = respond;
    const started = performance.now();
    expect(await resolve(60)).toEqual(["p"]);
    const took = performance.now() - started;
    expect(took).toBeGreaterThan(50);
    expect(took).toBeLessThan(3000);
  });

  it("does not send the body if the service has already responded", async () => {
    onExpect = (request, response) => {
      request.on("data", (chunk) => bodies.push(String(chunk)));
      response.statusCode = 403;
      response.setHeader("content-type", "application/x-amz-json-1.1");
      response.end('{"__type":"AccessDeniedException","message":"not you"}');
    };
    expect(await resolve(5000)).toMatchObject({ name: "AccessDeniedException" });
    await new Promise((done) => setTimeout(done, 50));
    expect(bodies).toEqual([]);
  });

  it("fails if the connection is closed", async () => {
    onExpect = (request) => void request.socket.destroy();
    expect(await resolve(5000)).toMatchObject({ code: "ECONNRESET" });
  });
});
