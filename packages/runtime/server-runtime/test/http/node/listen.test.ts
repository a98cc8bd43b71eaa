import { EventEmitter, once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { HttpResponseMessage } from "@tinsmith/protocols";
import { afterEach, describe, expect, it } from "vitest";
import { createServer, ListenError } from "../../../src/entries/index.js";
import type { ListenOptions, ServerHooks } from "../../../src/entries/index.js";
import { weather } from "../../services/weather-service.js";
import type { WeatherHandlers } from "../../services/weather-service.js";

const started: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function listen(
  options: ListenOptions & { readonly hooks?: ServerHooks } = {},
  handlers: WeatherHandlers = { GetForecast: () => ({}) },
) {
  const server = await createServer<WeatherHandlers>({ ...weather, handlers, ...options }).listen();
  started.push(server);
  return server;
}

const post = (url: string, body: string) =>
  fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "Weather.GetForecast",
    },
    body,
  });

/**
 * Sends bytes, and returns the bytes of the response after the server has closed the connection.
 */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });

describe("a listening server", () => {
  it("accepts requests on an unused port of the loopback interface", async () => {
    const server = await listen({}, { GetForecast: ({ city }) => ({ chanceOfRain: city.length }) });
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect(server.endpoint).toBe(server.url);
    const response = await post(server.url, '{"city":"Zürich"}');
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("date")).not.toBeNull();
    expect(await response.json()).toEqual({ chanceOfRain: 6 });
  });

  it("closes when its scope ends, and frees the port", async () => {
    let url: string;
    {
      await using server = await createServer({ ...weather }).listen();
      url = server.url;
      expect((await fetch(url, { method: "POST" })).status).toBe(400);
    }
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("finishes a pending request when it closes", async () => {
    const events = new EventEmitter();
    const server = await listen(
      {},
      {
        GetForecast: async () => {
          events.emit("begun");
          await delay(60);
          return { chanceOfRain: 1 };
        },
      },
    );
    const begun = once(events, "begun");
    const answer = post(server.url, '{"city":"Bern"}');
    await begun;
    await server.close();
    expect(await (await answer).json()).toEqual({ chanceOfRain: 1 });
  });

  it("aborts requests that do not finish within the time limit when it closes", async () => {
    const server = await listen(
      { closeTimeoutMs: 30 },
      { GetForecast: () => new Promise(() => undefined) },
    );
    const answer = post(server.url, '{"city":"Bern"}');
    const failure = answer.then(() => undefined, String);
    await delay(20);
    await server.close();
    expect(await failure).toContain("fetch failed");
  });

  it("throws an error if the URL is read before listen()", () => {
    expect(() => createServer({ ...weather }).url).toThrow("call listen() first");
  });

  it("reports a port that is in use", async () => {
    const { port } = await listen();
    const second = createServer({ ...weather });
    await expect(second.listen({ port })).rejects.toThrow(ListenError);
    await expect(second.listen({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use.`);
  });

  it.each([70_000, -1, 1.5])("refuses %d as a port", async (port) => {
    await expect(createServer({ ...weather }).listen({ port })).rejects.toThrow(
      "Expected an integer from 0 to 65535.",
    );
  });
});

describe("a listening server with limits", () => {
  it("responds with status 413 to a body whose declared length is above the limit", async () => {
    const server = await listen({ maxBodyBytes: 100 });
    const response = await post(server.url, " ".repeat(101));
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        __type: "RequestEntityTooLargeException",
        message: "The body of a request is limited to 100 bytes.",
      },
    ]);
  });

  it("responds with status 413 to a chunked body above the limit", async () => {
    const server = await listen({ maxBodyBytes: 1000 });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = httpRequest(server.url, { method: "POST" }, (response) =>
        resolve(response.statusCode),
      );
      outgoing.on("error", reject);
      for (let chunk = 0; chunk < 4; chunk++) outgoing.write(" ".repeat(400));
      outgoing.end();
    });
    expect(status).toBe(413);
  });

  it("responds with status 431 to headers above the limit", async () => {
    const { port } = await listen({ maxHeaderBytes: 1024 });
    expect(await raw(port, `GET / HTTP/1.1\r\nx: ${"y".repeat(3000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it("responds with status 408 to a request that takes too long", async () => {
    const { port } = await listen({ headersTimeoutMs: 100, requestTimeoutMs: 200 });
    expect(await raw(port, "POST / HTTP/1.1\r\nhost: x\r\n")).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("keeps responding after bytes that are not HTTP and after half a request", async () => {
    const server = await listen();
    expect(await raw(server.port, "nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    const half = connect(server.port, "127.0.0.1", () => {
      half.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf");
      setTimeout(() => half.destroy(), 20);
    });
    await delay(50);
    expect((await post(server.url, '{"city":"Bern"}')).status).toBe(200);
  });
});

describe("a response that HTTP cannot carry", () => {
  it("becomes a response with status 500 and the reason, and keeps the connection open", async () => {
    const hooks = {
      onResponse: (_: unknown, answer: HttpResponseMessage) => {
        answer.headers["x-note"] = "line\nbreak";
        return answer;
      },
    };
    const server = await listen({ hooks });
    const response = await post(server.url, '{"city":"Mainz"}');
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.stringContaining("x-note"),
    ]);
    expect((await post(server.url, '{"city":"Mainz"}')).status).toBe(500);
  });
});

describe("the response to HEAD", () => {
  it("declares a length only if a hook or handler sets it", async () => {
    const lengthOf = async (length: string | undefined) => {
      const hooks = {
        onRequest: () => ({
          statusCode: 200,
          headers: length === undefined ? {} : { "content-length": length },
        }),
      };
      const server = await listen({ hooks });
      const response = await fetch(server.url, { method: "HEAD" });
      return response.headers.get("content-length");
    };
    expect(await lengthOf("12345")).toBe("12345");
    expect(await lengthOf(undefined)).toBe("0");
  });
});
