import type { $SchemaRef } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { Decimal } from "../src/values/decimal.js";
import { restJson1 } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

const protocol = restJson1(service);
const date = new Date("2026-11-01T05:59:00Z");

describe("a label of a path", () => {
  const label = (schema: $SchemaRef, uri = "/x/{a}/y") =>
    operation(structure({ a: [schema, { httpLabel: 1 }] }), ["GET", uri]);

  it.each<[what: string, schema: $SchemaRef, value: unknown, path: string]>([
    ["spaces and slashes", 0, "a b/c", "/x/a%20b%2Fc/y"],
    [
      "reserved characters",
      0,
      "%:/?#[]@!$&'()*+,;=",
      "/x/%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D/y",
    ],
    ["unreserved characters", 0, "aZ09-._~", "/x/aZ09-._~/y"],
    ["letters beyond ASCII", 0, "é😹", "/x/%C3%A9%F0%9F%98%B9/y"],
    ["dots", 0, "..", "/x/../y"],
    ["a boolean", 2, false, "/x/false/y"],
    ["NaN", 1, Number.NaN, "/x/NaN/y"],
    ["negative infinity", 1, -Infinity, "/x/-Infinity/y"],
    ["a long", 1, 9223372036854775807n, "/x/9223372036854775807/y"],
    ["a big decimal", 19, new Decimal("1.10"), "/x/1.10/y"],
    ["a timestamp", 4, date, "/x/2026-11-01T05%3A59%3A00Z/y"],
    ["a timestamp in seconds", 7, date, "/x/1793512740/y"],
    ["an HTTP date", 6, date, "/x/Sun%2C%2001%20Nov%202026%2005%3A59%3A00%20GMT/y"],
  ])("is written and read for %s", async (_, schema, value, path) => {
    const described = label(schema);
    const request = protocol.writeRequest(described, { a: value });
    expect(request.path).toBe(path);
    expect(await protocol.readRequest(described, request)).toEqual({ a: value });
  });

  it.each([
    ["a/b c/é", "/x/a/b%20c/%C3%A9/y"],
    ["one", "/x/one/y"],
    ["a//b", "/x/a//b/y"],
    ["a/", "/x/a//y"],
  ])("keeps its slashes if it is greedy: %j", async (value, path) => {
    const described = label(0, "/x/{a+}/y");
    const request = protocol.writeRequest(described, { a: value });
    expect(request.path).toBe(path);
    expect(protocol.router([described])(request)).toBe(described);
    expect(await protocol.readRequest(described, request)).toEqual({ a: value });
  });

  it.each([[undefined], [null], [""]])("must not be %j", (value) => {
    expect(() => protocol.writeRequest(label(0), { a: value })).toThrow("must not be empty");
  });
});

describe("a query", () => {
  const described = operation(
    structure({
      a: [0, { httpQuery: "a" }],
      n: [64 | 1, { httpQuery: "n" }],
      t: [64 | 4, { httpQuery: "t" }],
      b: [2, { httpQuery: "b&=" }],
      all: [128, { httpQueryParams: 1 }],
    }),
    ["GET", "/q?fixed&kind=x"],
  );
  const query = (input: object) => protocol.writeRequest(described, input).query;

  it.each<[what: string, input: object, query: object]>([
    ["only the literals of the pattern for an empty input", {}, {}],
    ["a string without escapes", { a: "a b&c" }, { a: "a b&c" }],
    ["an empty string", { a: "" }, { a: "" }],
    ["nothing for null", { a: null, n: null }, {}],
    ["nothing for an empty list", { n: [] }, {}],
    [
      "a parameter for each item of a list",
      { n: [1, Number.NaN, -Infinity] },
      { n: ["1", "NaN", "-Infinity"] },
    ],
    ["no parameter for a null in a list", { n: [1, null, 2] }, { n: ["1", "2"] }],
    ["timestamps as RFC 3339", { t: [date] }, { t: ["2026-11-01T05:59:00Z"] }],
    ["a name with special characters", { b: true }, { "b&=": "true" }],
    ["the entries of a map", { all: { x: "1", y: "" } }, { x: "1", y: "" }],
    [
      "members in preference to entries of a map",
      { a: "1", all: { a: "2", z: "3" } },
      { a: "1", z: "3" },
    ],
    ["literals of the pattern in preference to both", { all: { fixed: "1", kind: "y" } }, {}],
  ])("contains %s", (_, input, more) => {
    expect(query(input)).toEqual({ fixed: null, kind: "x", ...more });
  });

  it("is read into members for single parameters and into a map of all parameters", async () => {
    const input = await protocol.readRequest(described, {
      method: "GET",
      path: "/q",
      query: { fixed: null, kind: "x", a: ["1", "2"], n: "7", other: "" },
      headers: {},
    });
    expect(input).toEqual({
      a: "1",
      n: [7],
      all: { fixed: "", kind: "x", a: "1", n: "7", other: "" },
    });
  });

  it.each<[object]>([[{ n: "x" }], [{ t: "yesterday" }], [{ "b&=": "yes" }]])(
    "is rejected if a parameter is invalid: %j",
    async (wrong) => {
      const read = async () =>
        protocol.readRequest(described, {
          method: "GET",
          path: "/q",
          query: { fixed: null, kind: "x", ...wrong },
          headers: {},
        });
      await expect(read).rejects.toMatchObject({ code: "SerializationException", statusCode: 400 });
    },
  );
});
