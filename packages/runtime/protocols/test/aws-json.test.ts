import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { MalformedRequest, MalformedResponse } from "../src/index.js";
import type { HttpResponseMessage, OperationDescription } from "../src/index.js";
import { kinds, service, wash } from "./kitchen-sink.js";
import * as metering from "./metering-schemas.js";
import { awsJson1_0, awsJson1_1 } from "./protocols.js";

const protocol = awsJson1_1(service, { constraints: kinds });

function clientReads(body: string) {
  const result = protocol.readResponse(wash, { statusCode: 200, headers: {}, body });
  if (result instanceof Promise) throw new Error("A complete body must be read synchronously.");
  return result.output;
}

const serverReads = (body: string) =>
  protocol.readRequest(wash, { method: "POST", path: "/", query: {}, headers: {}, body });

describe("a client of AWS JSON", () => {
  it.each<[what: string, body: string, output: object]>([
    ["an empty body as no members", "", {}],
    ["null as no members", "null", {}],
    ["unknown members, which it omits", '{"text":"a","new":{"x":[1]}}', { text: "a" }],
    ["null members as absent", '{"text":null,"flag":false}', { flag: false }],
    [
      "null in a dense list or map as absent",
      '{"list":["a",null],"map":{"a":1,"b":null}}',
      { list: ["a"], map: { a: 1 } },
    ],
    [
      "null in a sparse list or map as null",
      '{"sparseList":["a",null],"sparseMap":{"a":null}}',
      { sparseList: ["a", null], sparseMap: { a: null } },
    ],
    [
      "NaN and the infinities from strings",
      '{"map":{"a":"NaN","b":"Infinity","c":"-Infinity"}}',
      { map: { a: Number.NaN, b: Infinity, c: -Infinity } },
    ],
    [
      "a long beyond doubles as a bigint",
      '{"long":9223372036854775807}',
      { long: 9223372036854775807n },
    ],
    [
      "big numbers without losing digits",
      '{"bigInteger":123456789012345678901234567890,"bigDecimal":0.10000000000000000000000000010}',
      {
        bigInteger: 123456789012345678901234567890n,
        bigDecimal: new NumericValue("0.10000000000000000000000000010", "bigDecimal"),
      },
    ],
    [
      "a timestamp in seconds, with fractions or an exponent",
      '{"time":1.5e3,"epoch":1515531081.123}',
      { time: new Date(1_500_000), epoch: new Date(1515531081123) },
    ],
    [
      "timestamps in the member's own format",
      '{"dateTime":"2000-01-02T20:34:56.000+02:00","httpDate":"Sun, 02 Jan 2000 20:34:56.456 GMT"}',
      {
        dateTime: new Date("2000-01-02T18:34:56Z"),
        httpDate: new Date("2000-01-02T20:34:56.456Z"),
      },
    ],
    ["a blob from base64", '{"blob":"3q2+7w=="}', { blob: Uint8Array.of(0xde, 0xad, 0xbe, 0xef) }],
    [
      "a union next to __type and nulls",
      '{"choice":{"__type":"x","text":null,"count":1}}',
      { choice: { count: 1 } },
    ],
    [
      "an unknown union variant with its name and value",
      '{"choice":{"new":{"a":1}}}',
      { choice: { $unknown: ["new", { a: 1 }] } },
    ],
    ["members with names from Object.prototype", '{"toString":"mine"}', { toString: "mine" }],
    [
      "keys of Object.prototype as data",
      '{"sparseMap":{"__proto__":"a","constructor":"b"}}',
      {
        sparseMap: Object.fromEntries([
          ["__proto__", "a"],
          ["constructor", "b"],
        ]),
      },
    ],
    [
      "numbers from strings and strings from numbers",
      '{"integer":"5","text":5}',
      { integer: 5, text: "5" },
    ],
  ])("reads %s", (_, body, output) => {
    const read = clientReads(body);
    expect(read).toEqual(output);
    expect(Object.keys(read ?? {}).sort()).toEqual(Object.keys(output).sort());
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it("reports the position of an invalid value in a response", () => {
    const read = () => clientReads('{"nested":{"map":{"a/b":[]}}}');
    expect(read).toThrow(MalformedResponse);
    expect(read).toThrow(
      expect.objectContaining({
        pointer: "/nested/map/a~1b",
        message: "Expected a number, found an array. (at /nested/map/a~1b)",
      }),
    );
  });
});

describe("a server of AWS JSON", () => {
  it.each<[body: string, pointer: string, reason: string]>([
    ["{", "", "The body is not JSON: it ends too early."],
    ['{"text":"a",}', "", "The body is not JSON: unexpected character at position 12."],
    ['{"text":"a"}x', "", "The body is not JSON: unexpected character at position 12."],
    ["[]", "", "Expected an object, found an array."],
    ['{"text":1}', "/text", "Expected a string, found a number."],
    ['{"flag":"true"}', "/flag", "Expected a boolean, found a string."],
    ['{"byte":128}', "/byte", "Expected a byte, found a number out of its range."],
    ['{"byte":1.5}', "/byte", "Expected a byte, found a number with a fraction."],
    ['{"byte":"1"}', "/byte", "Expected a byte, found a string."],
    ['{"integer":2147483648}', "/integer", "Expected an integer, found a number out of its range."],
    ['{"integer":"NaN"}', "/integer", "Expected an integer, found a string."],
    ['{"long":9223372036854775808}', "/long", "Expected a long, found a number out of its range."],
    ['{"double":"1"}', "/double", "Expected a double, found a string."],
    ['{"map":{"a":32768}}', "/map/a", "Expected a short, found a number out of its range."],
    ['{"bigInteger":1.5}', "/bigInteger", "Expected an integer, found a number."],
    ['{"bigInteger":1e999999999}', "/bigInteger", "Expected an integer, found a number."],
    ['{"blob":"xyz"}', "/blob", "Expected a base64 string, found a string."],
    ['{"time":"1"}', "/time", "Expected a timestamp in seconds since 1970, found a string."],
    [
      '{"dateTime":"2026-02-30T00:00:00Z"}',
      "/dateTime",
      "Expected a timestamp such as 2026-11-01T05:59:00Z, found a string.",
    ],
    ['{"list":["a",null]}', "/list/1", "Expected a value, found null."],
    ['{"list":{}}', "/list", "Expected an array, found an object."],
    ['{"map":{"a":null}}', "/map/a", "Expected a value, found null."],
    ['{"choice":{}}', "/choice", "Expected exactly one member of the union, found none."],
    [
      '{"choice":{"text":"a","count":1}}',
      "/choice",
      "Expected exactly one member of the union, found 2.",
    ],
    ['{"choice":{"new":1}}', "/choice", "Expected a member of the union, found an unknown one."],
  ])("rejects the body %s", (body, pointer, reason) => {
    const message = pointer === "" ? reason : `${reason} (at ${pointer})`;
    expect(() => serverReads(body)).toThrow(MalformedRequest);
    expect(() => serverReads(body)).toThrow(
      expect.objectContaining({
        code: "SerializationException",
        statusCode: 400,
        pointer,
        message,
      }),
    );
  });

  it("accepts an empty body, null in place of absent members, and unknown members", () => {
    expect(serverReads("")).toEqual({});
    expect(serverReads('{"text":null,"new":1}')).toEqual({});
  });

  it("rejects structures and documents that are nested too deeply", () => {
    const nested = (levels: number) => `${'{"nested":'.repeat(levels)}{}${"}".repeat(levels)}`;
    expect(serverReads(nested(100))).toBeTypeOf("object");
    expect(() => serverReads(nested(100_000))).toThrow("nests too deeply");
    const document = awsJson1_1(service);
    const schema = {
      schema: [9, "x", "Op", 0, [3, "x", "In", 0, ["any"], [15]], "unit"] as const,
      errors: [],
    };
    const body = `{"any":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const request = { method: "POST", path: "/", query: {}, headers: {}, body };
    expect(() =>
      document.readRequest({ ...schema, schema: [...schema.schema] as never }, request),
    ).toThrow("nests too deeply");
  });

  it("reads long strings without overflowing the stack", () => {
    const text = "ab\\n".repeat(2_000_000);
    expect(serverReads(`{"text":"${text}","long":9223372036854775807}`)).toMatchObject({
      long: 9223372036854775807n,
    });
    expect(serverReads(`{"blob":"${"QUJD".repeat(2_000_000)}"}`)).toHaveProperty(
      "blob.length",
      6_000_000,
    );
  });
});

describe("an error of AWS JSON", () => {
  const read = (response: Partial<HttpResponseMessage>) => {
    const result = awsJson1_1(metering.service).readResponse(metering.meterUsage, {
      statusCode: 400,
      headers: {},
      ...response,
    });
    if (result instanceof Promise) throw new Error("A complete body must be read synchronously.");
    return result.error;
  };

  it.each<[where: string, response: Partial<HttpResponseMessage>]>([
    ["__type", { body: '{"__type":"ThrottlingException"}' }],
    [
      "__type with namespace and URI",
      { body: '{"__type":"aws.x#ThrottlingException:http://internal.example/"}' },
    ],
    ["code", { body: '{"code":"ThrottlingException"}' }],
    [
      "the header",
      {
        headers: { "x-amzn-errortype": "ThrottlingException:http://internal.example/" },
        body: "{}",
      },
    ],
    ["the header in another case", { headers: { "X-Amzn-Errortype": "ns#ThrottlingException" } }],
  ])("is identified by %s", (_, response) => {
    expect(read(response)).toMatchObject({
      code: "ThrottlingException",
      schema: metering.throttling,
      fault: "client",
    });
  });

  it.each(["message", "Message", "errorMessage"])("has the message in the member %s", (name) => {
    expect(read({ body: JSON.stringify({ __type: "X", [name]: "why" }) })?.message).toBe("why");
  });

  it("keeps the members of its body if it is not in the model", () => {
    expect(read({ statusCode: 503, body: '{"__type":"New","detail":{"a":1}}' })).toMatchObject({
      code: "New",
      schema: undefined,
      data: { detail: { a: 1 } },
      fault: "server",
      statusCode: 503,
    });
  });

  it("keeps its status if its body is not JSON", () => {
    expect(read({ statusCode: 502, body: "<html>" })).toMatchObject({
      code: "Unknown",
      statusCode: 502,
      fault: "server",
      data: {},
    });
  });

  it("is written with its modeled status, and with its name in version 1.1 or its absolute id in 1.0", () => {
    const error = {
      code: "IdempotencyConflictException",
      schema: metering.conflict,
      message: "again",
    };
    expect(awsJson1_1(metering.service).writeError(metering.meterUsage, error)).toEqual({
      statusCode: 409,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body: '{"__type":"IdempotencyConflictException","message":"again"}',
    });
    expect(awsJson1_0(metering.service).writeError(metering.meterUsage, error).body).toBe(
      '{"__type":"com.amazonaws.marketplacemetering#IdempotencyConflictException","message":"again"}',
    );
  });

  it("can be read from a stream", async () => {
    const server = awsJson1_0({ ...metering.service, queryCompatible: true });
    const response = server.writeError(metering.meterUsage, {
      code: "ThrottlingException",
      schema: metering.throttling,
      message: "slow down",
    });
    const body = new Blob([String(response.body)]).stream();
    expect(await server.readResponse(metering.meterUsage, { ...response, body })).toEqual({
      error: {
        code: "ThrottlingException",
        schema: metering.throttling,
        message: "slow down",
        data: { message: "slow down" },
        fault: "client",
        statusCode: 400,
        query: { code: "ThrottlingException", type: "Sender" },
      },
    });
  });
});

describe("the router of AWS JSON", () => {
  it("finds an operation only by its exact target", () => {
    const route = awsJson1_1(metering.service).router(metering.operations);
    const request = (target: string) => ({
      method: "POST",
      path: "/",
      query: {},
      headers: { "x-amz-target": target },
    });
    expect(route(request("AWSMPMeteringService.MeterUsage"))).toBe(metering.meterUsage);
    expect(route(request("MeterUsage"))).toBeUndefined();
    expect(route(request("AWSMPMeteringService.toString"))).toBeUndefined();
    expect(route({ ...request(""), headers: {} })).toBeUndefined();
  });
});

describe("an AWS JSON operation without input and output", () => {
  const ping: OperationDescription = {
    schema: [9, "x", "Ping", 0, "unit", "unit"],
    errors: [],
  };

  it("has a response without a body, but with a content type", () => {
    const { statusCode, headers, body } = protocol.writeResponse(ping, {});
    expect({ statusCode, headers, body }).toEqual({
      statusCode: 200,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body: undefined,
    });
  });

  it("has a request with an empty object as its body", () => {
    expect(protocol.writeRequest(ping, {}).body).toBe("{}");
  });
});
