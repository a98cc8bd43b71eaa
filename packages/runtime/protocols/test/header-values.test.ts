import type { $SchemaRef } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { restJson1 } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

const protocol = restJson1(service);

/** Creates an operation with one member in a header. */
const bound = (schema: $SchemaRef, traits: Record<string, unknown> = {}) =>
  operation(structure({ a: [schema, { ...traits, httpHeader: "X-A" }] }));

const written = (schema: $SchemaRef, value: unknown, traits = {}) =>
  protocol.writeRequest(bound(schema, traits), { a: value }).headers["x-a"];

async function read(schema: $SchemaRef, header: string, traits = {}) {
  const described = bound(schema, traits);
  const response = { statusCode: 200, headers: { "x-a": header }, body: "{}" };
  const { output } = await protocol.readResponse(described, response);
  const input = await protocol.readRequest(described, {
    method: "POST",
    path: "/",
    query: {},
    headers: { "x-a": header },
  });
  expect(output).toEqual(input);
  return output?.["a"];
}

const strings = 64;
const numbers = 64 | 1;
const booleans = 64 | 2;
const date = new Date("2026-11-01T05:59:00Z");
const later = new Date("2026-11-02T05:59:00Z");

describe("a member in a header", () => {
  it.each<[what: string, schema: $SchemaRef, value: unknown, header: string, traits?: object]>([
    ["strings", strings, ["a", "b"], "a, b"],
    ["strings with commas and quotes", strings, ["b,c", '"def"', "a"], '"b,c", "\\"def\\"", a'],
    ["a string with a backslash and a comma", strings, ["a\\,b"], '"a\\\\,b"'],
    ["a string with surrounding spaces", strings, [" a "], '" a "'],
    ["a string with a backslash only", strings, ["a\\b"], "a\\b"],
    ["several strings of which one is empty", strings, ["a", "", "b"], "a, , b"],
    ["an empty list of strings", strings, [], ""],
    ["numbers", numbers, [1, -2, 0.5], "1, -2, 0.5"],
    ["an empty list of numbers", numbers, [], ""],
    ["special numbers", numbers, [Number.NaN, Infinity, -Infinity], "NaN, Infinity, -Infinity"],
    ["booleans", booleans, [true, false], "true, false"],
    [
      "timestamps, which are HTTP dates",
      64 | 4,
      [date, later],
      "Sun, 01 Nov 2026 05:59:00 GMT, Mon, 02 Nov 2026 05:59:00 GMT",
    ],
    ["timestamps as RFC 3339", 64 | 5, [date, later], "2026-11-01T05:59:00Z, 2026-11-02T05:59:00Z"],
    ["timestamps as seconds", 64 | 7, [date, new Date(500)], "1793512740, 0.5"],
    [
      "a string with a media type",
      0,
      '{"a":\n1}',
      "eyJhIjoKMX0=",
      { mediaType: "application/json" },
    ],
    ["an empty string", 0, "", ""],
    ["a string with commas and quotes", 0, 'a, "b"', 'a, "b"'],
    ["a big integer", 17, 123456789012345678901234567890n, "123456789012345678901234567890"],
    ["a long", 1, 9223372036854775807n, "9223372036854775807"],
    ["a blob", 21, new Uint8Array([1, 2, 255]), "AQL/"],
    ["a timestamp", 4, date, "Sun, 01 Nov 2026 05:59:00 GMT"],
  ])("is written and read for %s", async (_, schema, value, header, traits) => {
    expect(written(schema, value, traits)).toBe(header);
    expect(await read(schema, header, traits)).toEqual(value);
  });

  it.each<[schema: $SchemaRef, header: string, value: unknown]>([
    [strings, 'a,b , "c" ,"d,e"', ["a", "b", "c", "d,e"]],
    [strings, '"a\\"b\\\\"', ['a"b\\']],
    [numbers, "1,2 ,3", [1, 2, 3]],
    [64 | 4, "Sun, 01 Nov 2026 05:59:00 GMT,Mon, 02 Nov 2026 05:59:00 GMT", [date, later]],
    [64 | 5, "2026-11-01T05:59:00Z,2026-11-02T05:59:00Z", [date, later]],
  ])(
    "is read from an alternative notation: schema %j, header %s",
    async (schema, header, value) => {
      expect(await read(schema, header)).toEqual(value);
    },
  );

  it.each<[schema: $SchemaRef, header: string]>([
    [strings, '"a'],
    [strings, '"a" b'],
    [numbers, "1, x"],
    [booleans, "yes"],
    [1, ""],
    [64 | 4, "2026-11-01T05:59:00Z"],
  ])("is rejected if it is invalid: schema %j, header %s", async (schema, header) => {
    await expect(read(schema, header)).rejects.toThrow(/Expected/);
  });

  it.each([
    ["X-Meta-", { "x-meta-one": "1" }],
    ["", { one: "1" }],
  ])("is not sent if it is null or a null entry of a map with the prefix %j", (prefix, sent) => {
    const described = operation(
      structure({ a: [0, { httpHeader: "X-A" }], others: [128, { httpPrefixHeaders: prefix }] }),
    );
    const { headers } = protocol.writeRequest(described, {
      a: null,
      others: { One: "1", two: null },
    });
    expect(headers).toEqual(sent);
  });

  it("overrides a prefixed header of the same name", () => {
    const described = operation(
      structure({
        a: [0, { httpHeader: "X-Meta-A" }],
        others: [128, { httpPrefixHeaders: "x-meta-" }],
      }),
    );
    const { headers } = protocol.writeRequest(described, { a: "1", others: { a: "2", b: "3" } });
    expect(headers).toEqual({ "x-meta-a": "1", "x-meta-b": "3" });
  });
});
