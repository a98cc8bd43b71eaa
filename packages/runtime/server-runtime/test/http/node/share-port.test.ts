import { connect as connectHttp2 } from "node:http2";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { makeCertificate } from "../../../src/cli/certificate.js";
import { createServer } from "../../../src/entries/index.js";
import type { Handler, ListenOptions, Server } from "../../../src/entries/index.js";
import { request, weather } from "../../services/weather-service.js";

const started: Server[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function listen(options: ListenOptions = {}): Promise<Server> {
  const server: Server = createServer<Record<string, Handler>>({
    ...weather,
    handlers: { GetForecast: () => ({ chanceOfRain: 0.5 }) },
  });
  started.push(server);
  return server.listen({ http2: true, ...options });
}

const sent = request("GetForecast", { city: "Bern" });

const overHttp1 = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    const send = server.url.startsWith("https:") ? httpsRequest : httpRequest;
    const outgoing = send(
      server.url,
      { method: "POST", headers: sent.headers, rejectUnauthorized: false },
      (response) => {
        let text = `${response.httpVersion} ${response.statusCode} `;
        response.on("data", (chunk) => (text += String(chunk)));
        response.on("end", () => resolve(text));
      },
    );
    outgoing.on("error", reject).end(sent.body);
  });

const overHttp2 = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    const session = connectHttp2(server.url, { rejectUnauthorized: false }).on("error", reject);
    const stream = session.request({ ":method": "POST", ":path": "/", ...sent.headers });
    let text = "";
    stream.on("response", (headers) => (text = `2.0 ${headers[":status"]} `));
    stream.on("data", (chunk) => (text += String(chunk)));
    stream.on("end", () => {
      session.close();
      resolve(text);
    });
    stream.on("error", reject).end(sent.body);
  });

describe("a port that speaks HTTP/1.1 and HTTP/2", () => {
  it.each(["without TLS", "with TLS"])("serves both at the same time %s", async (how) => {
    const certificate = how === "with TLS" ? await makeCertificate("127.0.0.1") : undefined;
    const server = await listen(certificate && { tls: certificate });
    const answers = await Promise.all([
      overHttp1(server),
      overHttp2(server),
      overHttp1(server),
      overHttp2(server),
    ]);
    const body = '{"chanceOfRain":0.5}';
    expect(answers).toEqual([
      `1.1 200 ${body}`,
      `2.0 200 ${body}`,
      `1.1 200 ${body}`,
      `2.0 200 ${body}`,
    ]);
    await certificate?.discard();
  });

  it("recognizes HTTP/1.1 even if the first bytes arrive one by one", async () => {
    const server = await listen();
    const socket = connect(server.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    const head = `PUT /_mock/nothing HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`;
    for (const character of head.slice(0, 6)) {
      socket.write(character);
      await delay(5);
    }
    socket.write(head.slice(6));
    await new Promise((resolve) => socket.once("close", resolve));
    expect(answer).toContain("HTTP/1.1 404 ");
  });

  it("closes a silent connection, and refuses a connection with another protocol", async () => {
    const server = await listen({ headersTimeoutMs: 100 });
    const closed = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
        let answer = "";
        socket.on("data", (chunk) => (answer += String(chunk)));
        socket.once("close", () => resolve(answer));
        socket.on("error", () => undefined);
      });
    expect(await closed("")).toBe("");
    expect(await closed("PRI")).toBe("");
    expect(await closed("\x16\x03\x01 not HTTP\r\n\r\n")).toContain("400 Bad Request");
  });

  it("closes even if clients of both versions keep their connections", async () => {
    const server = await listen({ closeTimeoutMs: 2 ** 31 - 1 });
    const session = connectHttp2(server.url);
    const idle = connect(server.port, "127.0.0.1", () =>
      idle.write("GET /_mock/health HTTP/1.1\r\nhost: localhost\r\n\r\n"),
    );
    await Promise.all([
      new Promise((resolve) => session.once("remoteSettings", resolve)),
      new Promise((resolve) => idle.once("data", resolve)),
    ]);
    const { url } = server;
    await server.close();
    await expect(fetch(url)).rejects.toThrow("fetch failed");
    session.destroy();
    idle.destroy();
  });
});
