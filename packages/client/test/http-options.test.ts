import { once } from "node:events";
import { Agent, createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { Agent as TlsAgent, createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import { HttpsProxyAgent } from "https-proxy-agent";
import { generate } from "selfsigned";
import { afterEach, describe, expect, it } from "vitest";
import { MarketplaceMetering } from "../src/index.js";
import type { MarketplaceMeteringClientConfig } from "../src/index.js";
import { offline } from "./stub-handler.js";

const servers: Server[] = [];

/** Starts a local server and returns its port. */
async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

const respond: RequestListener = (_, response) => response.end('{"MeteringRecordId":"r-1"}');

async function call(endpoint: string, options: MarketplaceMeteringClientConfig) {
  const client = new MarketplaceMetering({ ...offline, endpoint, maxAttempts: 1, ...options });
  try {
    const { MeteringRecordId } = await client.meterUsage({
      ProductCode: "p",
      Timestamp: new Date(),
      UsageDimension: "users",
    });
    return MeteringRecordId;
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    throw error;
  } finally {
    client.destroy();
  }
}

describe("the timeouts of the request handler", () => {
  it("limit the time to connect", async () => {
    // The DNS lookup never completes, so no connection is established.
    const httpAgent = new Agent({ lookup: () => undefined });
    expect(
      await call("http://nowhere.example", {
        requestHandler: { connectionTimeout: 30, httpAgent },
      }),
    ).toMatch(/^TimeoutError: .*did not establish a connection .* 30 ms/);
  });

  it("limit the time to a response with throwOnRequestTimeout", async () => {
    const port = await serve(() => undefined);
    const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
    expect(await call(`http://127.0.0.1:${port}`, { requestHandler })).toMatch(
      /^TimeoutError: .*exceeded the configured 50 ms/,
    );
  });

  it("limit the time between two chunks of a response", async () => {
    const port = await serve((_, response) => void response.write('{"Metering'));
    expect(
      await call(`http://127.0.0.1:${port}`, { requestHandler: { socketTimeout: 50 } }),
    ).toMatch(/^TimeoutError: .*after 50 ms of inactivity/);
  });

  it("cause a retry if they expire", async () => {
    let requests = 0;
    const port = await serve((request, response) => {
      requests += 1;
      if (requests > 1) respond(request, response);
    });
    const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
    expect(await call(`http://127.0.0.1:${port}`, { requestHandler, maxAttempts: 2 })).toBe("r-1");
    expect(requests).toBe(2);
  });
});

describe("the connections of the request handler", () => {
  it("are reused up to maxSockets and closed with the client", async () => {
    const port = await serve((request, response) => setTimeout(respond, 10, request, response));
    let connections = 0;
    servers[0]?.on("connection", () => (connections += 1));
    const client = new MarketplaceMetering({
      ...offline,
      endpoint: `http://127.0.0.1:${port}`,
      requestHandler: { httpAgent: { keepAlive: true, maxSockets: 2 } },
    });
    await Promise.all(
      Array.from({ length: 6 }, () => client.resolveCustomer({ RegistrationToken: "t" })),
    );
    expect(connections).toBe(2);
    client.destroy();
  });

  it("can use a proxy", async () => {
    const port = await serve(respond);
    const requested: string[] = [];
    const proxy = createServer();
    proxy.on("connect", ({ url = "" }, socket) => {
      requested.push(url);
      const upstream = connect(port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
    });
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${await listen(proxy)}`);
    expect(await call("http://metering.example", { requestHandler: { httpAgent: agent } })).toBe(
      "r-1",
    );
    expect(requested).toEqual(["metering.example:80"]);
  });

  it("use the configured certificates of the server and the client", async () => {
    const server = await certificate("localhost");
    const own = await certificate("seller");
    const names: string[] = [];
    const port = await listen(
      createTlsServer(
        { key: server.private, cert: server.cert, ca: own.cert, requestCert: true },
        (request, response) => {
          const { socket } = request;
          if ("getPeerCertificate" in socket && typeof socket.getPeerCertificate === "function") {
            names.push(socket.getPeerCertificate().subject.CN);
          }
          respond(request, response);
        },
      ),
    );
    const endpoint = `https://localhost:${port}`;
    expect(await call(endpoint, {})).toContain("self-signed certificate");
    const trusting = { ca: server.cert, cert: own.cert, key: own.private };
    expect(await call(endpoint, { requestHandler: { httpsAgent: new TlsAgent(trusting) } })).toBe(
      "r-1",
    );
    expect(names).toEqual(["seller"]);
    const unverified = { rejectUnauthorized: false, cert: own.cert, key: own.private };
    expect(await call(endpoint, { requestHandler: { httpsAgent: unverified } })).toBe("r-1");
  });
});

const certificate = (commonName: string) =>
  generate([{ name: "commonName", value: commonName }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: commonName }] }],
  });
