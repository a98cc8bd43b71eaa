import type { StaticErrorSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";
import type { AuthScheme, Handler, ServerOptions } from "../../src/entries/index.js";
import { bodyOf, request, weather } from "../services/weather-service.js";

const bearer = { id: "smithy.api#httpBearerAuth", kind: "httpBearerAuth" } as const;
const basic = { id: "smithy.api#httpBasicAuth", kind: "httpBasicAuth" } as const;
const digest = { id: "smithy.api#httpDigestAuth", kind: "httpDigestAuth" } as const;
const sigv4 = { id: "aws.auth#sigv4", kind: "sigv4" } as const;
const custom = { id: "example#ours", kind: "custom" } as const;
const header = {
  id: "smithy.api#httpApiKeyAuth",
  kind: "httpApiKeyAuth",
  name: "X-Api-Key",
  in: "header",
} as const;
const prefixed = { ...header, name: "Authorization", scheme: "ApiKey" } as const;
const parameter = { ...header, name: "key", in: "query" } as const;

function serverOf(
  schemes: readonly AuthScheme[],
  operations?: Readonly<Record<string, readonly string[]>>,
  options: ServerOptions<Record<string, Handler>> = {},
) {
  return createServer({
    ...weather,
    signing: { name: "weather" },
    handlers: { GetForecast: () => ({}), Ping: () => ({}) },
    authentication: { schemes, ...(operations && { operations }) },
    auth: true,
    ...options,
  });
}

const call = (headers: Record<string, string> = {}, query: Record<string, string> = {}) => ({
  ...request("GetForecast", { city: "Oslo" }, headers),
  query,
});

const signature =
  "AWS4-HMAC-SHA256 Credential=AKID/20261101/us-east-1/weather/aws4_request, SignedHeaders=host, Signature=0a";
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a server that requires credentials", () => {
  it.each([
    [bearer, { authorization: "Bearer t" }, {}],
    [bearer, { authorization: "bearer t" }, {}],
    [basic, { authorization: `Basic ${base64("user:")}` }, {}],
    [digest, { authorization: 'Digest username="u", nonce="n", response="0a"' }, {}],
    [header, { "x-api-key": "k" }, {}],
    [prefixed, { authorization: "ApiKey k" }, {}],
    [parameter, {}, { key: "k" }],
    [sigv4, { authorization: signature }, {}],
    [sigv4, {}, { "X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": "AKID/2026" }],
    [custom, {}, {}],
  ])("accepts credentials for the scheme %o", async (scheme, headers, query) => {
    const { statusCode } = await serverOf([scheme]).handle(call(headers, query));
    expect(statusCode).toBe(200);
  });

  it.each([
    [bearer, {}, "Authorization: Bearer TOKEN"],
    [bearer, { authorization: "Bearer " }, "Authorization: Bearer TOKEN"],
    [basic, { authorization: "Basic user" }, "Authorization: Basic BASE64(USER:PASSWORD)"],
    [digest, { authorization: 'Digest username="u"' }, "Digest with username and response"],
    [header, { authorization: "Bearer t" }, "the header X-Api-Key"],
    [prefixed, { authorization: "Bearer t" }, "the header Authorization: ApiKey KEY"],
    [parameter, {}, "the query parameter key"],
    [sigv4, { authorization: "Bearer t" }, "AWS Signature Version 4"],
  ])(
    "names the missing credentials %o in the response to the headers %o",
    async (scheme, headers, expected) => {
      const response = await serverOf([scheme]).handle(call(headers));
      expect(response.statusCode).toBe(401);
      expect(bodyOf(response)).toMatchObject({
        __type: "UnauthorizedException",
        message: expect.stringContaining(expected),
      });
    },
  );

  it("lists all accepted schemes, and challenges the client", async () => {
    const response = await serverOf([bearer, basic, header]).handle(call());
    expect(bodyOf(response)).toMatchObject({
      message:
        "GetForecast requires credentials: the header Authorization: Bearer TOKEN (smithy.api#httpBearerAuth), " +
        "or the header Authorization: Basic BASE64(USER:PASSWORD) (smithy.api#httpBasicAuth), " +
        "or the header X-Api-Key (smithy.api#httpApiKeyAuth). The request has no Authorization header.",
    });
    expect(response.headers["www-authenticate"]).toBe(
      'Bearer, Basic realm="mock", charset="UTF-8"',
    );
  });

  it("requires no credentials for operations with optional or no authentication", async () => {
    for (const own of [[bearer.id, "smithy.api#noAuth"], []]) {
      const server = serverOf([bearer], { GetForecast: own });
      expect((await server.handle(call())).statusCode).toBe(200);
      expect((await server.handle(request("Ping", {}))).statusCode).toBe(401);
    }
  });

  it("accepts only the schemes of the called operation", async () => {
    const server = serverOf([bearer, header], { GetForecast: [header.id] });
    expect((await server.handle(call({ authorization: "Bearer t" }))).statusCode).toBe(401);
    expect((await server.handle(call({ "x-api-key": "k" }))).statusCode).toBe(200);
  });

  it("passes credentials to the option `accepts`", async () => {
    const seen: unknown[] = [];
    const server = serverOf([basic], undefined, {
      auth: {
        accepts: (presented) => {
          seen.push(presented);
          return Promise.resolve(presented.password === "right");
        },
      },
    });
    const login = (password: string) => call({ authorization: `Basic ${base64(`u:${password}`)}` });
    expect((await server.handle(login("right"))).statusCode).toBe(200);
    const refused = await server.handle(login("wrong"));
    expect(refused.statusCode).toBe(401);
    expect(bodyOf(refused)).toMatchObject({
      message:
        "The credentials of the request to GetForecast are not valid (smithy.api#httpBasicAuth).",
    });
    expect(seen).toEqual([
      { operation: "GetForecast", scheme: basic.id, identity: "u", password: "right" },
      { operation: "GetForecast", scheme: basic.id, identity: "u", password: "wrong" },
    ]);
  });

  it("verifies signatures of signed requests only", async () => {
    const server = serverOf([sigv4, bearer], undefined, {
      verifySignatures: true,
    });
    expect((await server.handle(call({ authorization: "Bearer t" }))).statusCode).toBe(200);
    expect(bodyOf(await server.handle(call({ authorization: signature })))).toMatchObject({
      __type: expect.stringMatching(/Signature|Client/),
    });
  });

  it("responds with the error of the operation that has status 401", async () => {
    const [forecast, ping] = weather.operations;
    if (!forecast || !ping) throw new Error("The weather has two operations.");
    const NotSignedIn$: StaticErrorSchema = [
      -3,
      "example.weather",
      "NotSignedIn",
      { error: "client", httpError: 401 },
      ["message"],
      [0],
    ];
    const server = createServer({
      ...weather,
      operations: [{ ...forecast, errors: [...forecast.errors, NotSignedIn$] }, ping],
      authentication: { schemes: [bearer] },
      auth: true,
    });
    const response = await server.handle(call());
    expect(response.statusCode).toBe(401);
    expect(bodyOf(response)).toMatchObject({ __type: "NotSignedIn" });
  });

  it("is not created for a service without authentication", () => {
    expect(() => createServer({ ...weather, auth: true })).toThrow(
      "Cannot require credentials: the model of this service has no authentication schemes.",
    );
  });

  it("requires no credentials without the option `auth`", async () => {
    const server = createServer({ ...weather, authentication: { schemes: [bearer] } });
    expect((await server.handle(call())).statusCode).toBe(501);
  });
});
