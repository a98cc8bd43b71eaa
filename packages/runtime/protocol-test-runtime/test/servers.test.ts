import { gunzipSync } from "node:zlib";
import type { StaticOperationSchema } from "@smithy/types";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { restJson1 } from "@tinsmith/protocols/rest-json";
import { describe, expect, it } from "vitest";
import { serverReads, serverRefuses, serverWrites } from "../src/entries/generated/v1.js";
import type { InputHandler, RequestCase, ServerUnderTest } from "../src/entries/generated/v1.js";

const json = { "content-type": "application/json" };
const request: RequestCase = {
  method: "POST",
  uri: "/things",
  queryParams: ["q=a+b", "q=c", "flag"],
  headers: { "X-Id": "7" },
  body: '{"a":1}',
};

/** Creates a server that passes the whole request to the handler as the input. */
const echo = (handler: InputHandler): ServerUnderTest => ({
  handle: async ({ body, ...rest }: HttpRequestMessage) => handler({ ...rest, text: String(body) }),
});

const answer = (statusCode: number, body: string): ServerUnderTest => ({
  handle: async () => ({ statusCode, headers: { ...json }, body }),
});

describe("the request of a case", () => {
  it("reaches the server with a decoded query, headers in lower case and a body of bytes", async () => {
    const input = {
      method: "POST",
      path: "/things",
      query: { q: ["a b", "c"], flag: null },
      headers: { "x-id": "7" },
      text: String(new TextEncoder().encode('{"a":1}')),
    };
    await expect(serverReads(echo, request, input)).resolves.toBeUndefined();
  });

  it("fails the test if another input reaches the handler", async () => {
    const server = (handler: InputHandler) => ({ handle: () => handler({ a: 1 }) });
    await expect(serverReads(server, request, {})).rejects.toThrow("a: unexpected, 1");
  });

  it("has the compressed body of a client's call if the case omits the body", async () => {
    const put: StaticOperationSchema = [
      9,
      "x",
      "Put",
      { http: ["PUT", "/put", 200] },
      [3, "x", "PutInput", 0, ["a"], [1]],
      "unit",
    ];
    const call = {
      service: {
        service: { namespace: "x", name: "X", version: "1" },
        operations: [{ schema: put, errors: [] }],
      },
      protocol: restJson1,
      operation: "Put",
      input: { a: 1 },
    };
    const server = (handler: InputHandler): ServerUnderTest => ({
      handle: async ({ body, headers }) => {
        if (!(body instanceof Uint8Array)) throw new TypeError("Expected bytes.");
        return handler({ text: gunzipSync(body).toString(), type: headers["content-type"] });
      },
    });
    const headers = { "Content-Encoding": "custom, gzip" };
    const expected = { text: '{"a":1}', type: "application/json" };
    const request = { method: "PUT", uri: "/put", headers };
    await expect(serverReads(server, request, expected, call)).resolves.toBeUndefined();
  });

  it("fails the test with the response if the server does not call the handler", async () => {
    await expect(serverReads(() => answer(415, "no"), request, {})).rejects.toThrow(
      "the server answered with status 415: no",
    );
  });
});

describe("the response to a malformed request", () => {
  const body = (assertion: object) => ({
    code: 400,
    body: { mediaType: "application/json", assertion },
  });
  const server = answer(400, '{"message":"bad x"}');

  it("must have the status, headers and contents of the case", async () => {
    const contents = body({ contents: '{ "message": "bad x" }' });
    await serverRefuses(server, request, {
      ...contents,
      headers: { "Content-Type": json["content-type"] },
    });
    await expect(serverRefuses(server, request, { code: 415 })).rejects.toThrow(
      "status: expected 415, got 400",
    );
    await expect(serverRefuses(server, request, body({ contents: "{}" }))).rejects.toThrow(
      "body.message: unexpected",
    );
  });

  it("must have a message that matches the pattern of the case", async () => {
    await serverRefuses(server, request, body({ messageRegex: "bad \\w" }));
    await expect(serverRefuses(server, request, body({ messageRegex: "good" }))).rejects.toThrow(
      "expected a match of good",
    );
  });
});

describe("the response of an operation", () => {
  const service = { namespace: "x", name: "X", version: "1" };
  const get: StaticOperationSchema = [
    9,
    "x",
    "Get",
    { http: ["GET", "/get", 200] },
    "unit",
    "unit",
  ];
  const call = {
    service: { service, operations: [{ schema: get, errors: [] }] },
    protocol: restJson1,
    operation: "Get",
    input: {},
  };
  const server: ServerUnderTest = {
    handle: async ({ method, path }) => ({
      statusCode: 200,
      headers: { ...json },
      body: JSON.stringify({ asked: `${method} ${path}` }),
    }),
  };

  it("is compared with the case after a request in the protocol of the service", async () => {
    const expected = { code: 200, headers: { "Content-Type": json["content-type"] } };
    await serverWrites(server, call, { ...expected, body: '{"asked":"GET /get"}' });
    await expect(
      serverWrites(server, call, { ...expected, code: 201, body: "{}" }),
    ).rejects.toThrow('status: expected 201, got 200\nbody.asked: unexpected, "GET /get"');
  });

  it("must have a request id, but may have any value for it", async () => {
    const expected = { code: 200, headers: { "X-Amzn-RequestId": "1" } };
    const withId: ServerUnderTest = {
      handle: async () => ({ statusCode: 200, headers: { "x-amzn-RequestId": "2" } }),
    };
    await serverWrites(withId, call, expected);
    await expect(serverWrites(server, call, expected)).rejects.toThrow("X-Amzn-RequestId");
  });

  it("cannot be compared if the operation is unknown", async () => {
    const expected = { code: 200 };
    await expect(serverWrites(server, { ...call, operation: "Put" }, expected)).rejects.toThrow(
      "Unknown operation Put",
    );
  });
});
