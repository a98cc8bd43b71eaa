import { afterEach, describe, expect, it } from "vitest";
import { fetchHandler } from "../../src/entries/fetch.js";
import { createServer } from "../../src/entries/index.js";
import type { CorsDescription, Handler, Server, ServerOptions } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";

const started: Server[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

const page = "http://localhost:5173";
const handlers = { GetForecast: () => ({ chanceOfRain: 0.5 }) };

function serverOf(
  options: ServerOptions<Record<string, Handler>> = {},
  corsPolicy?: CorsDescription,
): Server {
  const server = createServer({
    ...weather,
    handlers,
    ...(corsPolicy && { corsPolicy }),
    ...options,
  });
  started.push(server);
  return server;
}

const preflight = (origin = page, headers: Record<string, string> = {}) => ({
  method: "OPTIONS",
  path: "/",
  query: {},
  headers: { origin, "access-control-request-method": "POST", ...headers },
  body: undefined,
});

const call = (input: unknown = { city: "Oslo" }, origin = page) =>
  request("GetForecast", input, { origin });

describe("a page of another origin", () => {
  it("may call a service with @cors, and may read its errors", async () => {
    const server = serverOf({}, { origins: ["*"], maxAge: 60, exposedHeaders: ["x-trace"] });
    const asked = await server.handle(
      preflight(page, { "access-control-request-headers": "x-amz-target,content-type" }),
    );
    expect(asked).toMatchObject({
      statusCode: 204,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": expect.stringContaining("POST"),
        "access-control-allow-headers": "x-amz-target,content-type",
        "access-control-max-age": "60",
      },
    });
    for (const input of [{ city: "Oslo" }, {}, "no json"]) {
      const { headers } = await server.handle(call(input));
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["access-control-expose-headers"]).toBe("x-amzn-requestid, x-trace");
    }
    const unknown = await server.handle(request("Nothing", {}, { origin: page }));
    expect(unknown.headers["access-control-allow-origin"]).toBe("*");
  });

  it("is named in the responses of a server that only allows certain origins", async () => {
    const server = serverOf({ cors: [page, "https://other.test"] });
    expect((await server.handle(call())).headers).toMatchObject({
      "access-control-allow-origin": page,
      "access-control-allow-credentials": "true",
      vary: "origin",
    });
  });

  it("is refused if its origin is not allowed", async () => {
    const server = serverOf({ cors: page });
    const asked = await server.handle(preflight("https://evil.test"));
    expect(asked).toMatchObject({
      statusCode: 403,
      body: `The origin https://evil.test is not allowed. Expected one of: ${page}.\n`,
    });
    expect(asked.headers).not.toHaveProperty("access-control-allow-origin");
    const { headers } = await server.handle(call({}, "https://evil.test"));
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers).toMatchObject({ vary: "origin" });
  });

  it("has no access without @cors and the option cors, or if the option is false", async () => {
    for (const server of [serverOf(), serverOf({ cors: false }, { origins: ["*"] })]) {
      const { headers } = await server.handle(call());
      expect(headers).not.toHaveProperty("access-control-allow-origin");
      expect((await server.handle(preflight())).statusCode).toBe(400);
    }
  });

  it("cannot use the control API", async () => {
    const server = serverOf({ cors: true });
    for (const message of [
      { ...preflight(), path: "/_mock/reset" },
      { ...call(), method: "GET", path: "/_mock/journal" },
    ]) {
      const { statusCode, headers } = await server.handle(message);
      expect(statusCode).toBe(403);
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  it("may read the response that refuses a body that is too large", async () => {
    const server = serverOf({ cors: true, maxBodyBytes: 10 });
    await server.listen();
    const { headers, body } = call({ city: "a".repeat(100) });
    const init = { method: "POST", headers, body };
    for (const response of [
      await fetch(server.url, init),
      await fetchHandler(server, { maxBodyBytes: 10 })(new Request(server.url, init)),
    ]) {
      expect(response.status).toBe(413);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  it("may call a server in a private network, even from a public address", async () => {
    const server = serverOf({ cors: true });
    const asked = await server.handle(
      preflight(page, { "access-control-request-private-network": "true" }),
    );
    expect(asked.headers["access-control-allow-private-network"]).toBe("true");
  });
});

describe("the option cors", () => {
  it("must be an origin without a path", () => {
    for (const cors of ["localhost:5173/", "http://localhost/app", ["*", ""]]) {
      expect(() => serverOf({ cors })).toThrow('Expected true, false, "*", or origins such as');
    }
  });
});
