import { describe, expect, it } from "vitest";
import { clientReads, clientSends, clientThrows } from "../src/entries/generated/v1.js";
import type { ClientCall, RequestCase, ResponseCase } from "../src/entries/generated/v1.js";

/**
 * Returns a call that sends the request, and then returns or throws the content of the response.
 */
const call =
  (
    request: { readonly query?: Record<string, string[]>; readonly path?: string } = {},
  ): ClientCall =>
  async ({ endpoint, requestHandler }) => {
    const { host: hostname } = new URL(endpoint);
    const { response } = await requestHandler.handle({
      method: "PUT",
      protocol: "https:",
      hostname,
      path: "/a%20b",
      query: {},
      headers: { "X-Size": "1" },
      body: '{"a":1}',
      ...request,
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) chunks.push(chunk);
    const members: object = JSON.parse(Buffer.concat(chunks).toString());
    const $metadata = { httpStatusCode: response.statusCode };
    if (response.statusCode >= 400)
      throw Object.assign(new NotFound("gone"), members, { $metadata });
    return { ...members, $metadata };
  };

class NotFound extends Error {
  override readonly name = "NotFound";
  readonly $fault = "client";
}

const request: RequestCase = {
  method: "PUT",
  uri: "/a%20b",
  headers: { "x-size": "1" },
  body: '{ "a": 1 }',
  bodyMediaType: "application/json",
};

describe("the request of a client", () => {
  it("passes the test if it equals the case", async () => {
    await expect(clientSends(call(), request)).resolves.toBeUndefined();
  });

  it.each<[string, Partial<RequestCase>, string]>([
    ["method", { method: "GET" }, "method: expected GET, got PUT"],
    ["path", { uri: "/a b" }, "uri: expected /a b, got /a%20b"],
    [
      "host",
      { host: "h.example", resolvedHost: "x.h.example" },
      "host: expected x.h.example, got h.example",
    ],
    ["header", { headers: { "X-Size": "2" } }, 'header X-Size: expected "2", got "1"'],
    [
      "set of forbidden headers",
      { forbidHeaders: ["x-Size"] },
      "header x-Size: must be absent, got 1",
    ],
    ["set of required headers", { requireHeaders: ["X-Other"] }, "header X-Other: absent"],
    ["parameter", { queryParams: ["q=a%20b", "q=c"] }, "query: missing q=c in q=a%20b"],
    ["set of forbidden parameters", { forbidQueryParams: ["q"] }, "query: q must be absent"],
    ["set of required parameters", { requireQueryParams: ["p"] }, "query: p is absent"],
    ["body", { body: "" }, 'body: expected none, got {"a":1}'],
  ])("fails the test if the case states another %s", async (_, change, difference) => {
    const sent = clientSends(call({ query: { q: ["a b"] } }), { ...request, ...change });
    await expect(sent).rejects.toThrow(difference);
  });

  it("can be authenticated with every scheme", async () => {
    const given: string[] = [];
    await clientSends((config) => {
      given.push(...Object.keys(config));
      return call()(config);
    }, request);
    expect(given).toEqual(expect.arrayContaining(["credentials", "token", "apiKey", "login"]));
  });

  it("fails the test with the reason if the client does not send it", async () => {
    const broken = () => Promise.reject(new TypeError("no label"));
    await expect(clientSends(broken, request)).rejects.toThrow("no label");
    await expect(clientSends(() => Promise.resolve(), request)).rejects.toThrow("sent no request");
  });
});

describe("the comparison of messages", () => {
  it("uses the header Content-Type if the case has no media type", async () => {
    const { bodyMediaType: _, ...untyped } = request;
    const typed = (type: string): ClientCall => {
      return ({ requestHandler }) =>
        requestHandler.handle({
          method: "PUT",
          protocol: "https:",
          hostname: "example.com",
          path: "/a%20b",
          query: {},
          headers: { "X-Size": "1", "Content-Type": type },
          body: '{"a":1}',
        });
    };
    await expect(clientSends(typed("application/json"), untyped)).resolves.toBeUndefined();
    await expect(clientSends(typed("text/plain"), untyped)).rejects.toThrow("body: expected");
  });
});

describe("the response to a client", () => {
  const response: ResponseCase = { code: 200, headers: { A: "1" }, body: '{"a":1}' };
  const error: ResponseCase = { code: 404, body: '{"a":1}' };

  it("passes the test if it is read as the output of the case", async () => {
    await expect(clientReads(call(), response, { a: 1 })).resolves.toBeUndefined();
    await expect(clientReads(call(), response, { a: 1, b: 2 })).rejects.toThrow("b: absent");
    await expect(clientReads(call(), response, {})).rejects.toThrow("a: unexpected, 1");
  });

  it("passes the test if it is read as the error of the case", async () => {
    const expected = { type: NotFound, members: { a: 1, message: "gone" } };
    await expect(clientThrows(call(), error, expected)).resolves.toBeUndefined();
    await expect(clientThrows(call(), error, { type: NotFound, members: {} })).rejects.toThrow(
      "error.a: unexpected, 1",
    );
    await expect(clientThrows(call(), error, { type: RangeError, members: {} })).rejects.toThrow(
      "expected a RangeError",
    );
    await expect(clientThrows(call(), error, { ...expected, queryCode: "Other" })).rejects.toThrow(
      'error.Code: expected "Other", got "NotFound"',
    );
  });

  it("fails the test if it should have been an error", async () => {
    await expect(clientThrows(call(), response, { type: NotFound, members: {} })).rejects.toThrow(
      "expected an error, got an output",
    );
  });
});
