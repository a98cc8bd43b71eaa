import { cbor, tag } from "@smithy/core/cbor";
import { describe, expect, it } from "vitest";
import {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
} from "./protocols.js";
import type { ProtocolFactory } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

/** An operation with a member of each simple type, named after the type. */
const described = operation(
  structure({
    byte: 1,
    short: 1,
    integer: 1,
    long: 1,
    float: 1,
    double: 1,
    bigInteger: 17,
    bigDecimal: 19,
    boolean: 2,
    string: 0,
    blob: 21,
    timestamp: 4,
    dateTime: 5,
    httpDate: 6,
    list: 64 | 1,
    map: 128 | 2,
  }),
);
const constraints = {
  Thing: {
    byte: { number: "byte" },
    short: { number: "short" },
    integer: { number: "integer" },
    long: { number: "long" },
    float: { number: "float" },
    double: { number: "double" },
    list: { number: "integer" },
  },
} as const;

async function read(factory: ProtocolFactory, body: string | Uint8Array) {
  const protocol = factory(service, { constraints });
  return protocol.readRequest(described, { ...protocol.writeRequest(described, {}), body });
}

const rejection = { name: "MalformedRequest", code: "SerializationException", statusCode: 400 };

/** Invalid values for members of these types as JSON. */
const wrongJson: readonly (readonly [members: string, values: readonly string[]])[] = [
  ["byte short integer long", ['"1"', "true", "1.5", "1e-1", "[]", "{}", '"NaN"']],
  ["byte", ["128", "-129", "1000"]],
  ["short", ["32768", "-32769"]],
  ["integer", ["2147483648", "-2147483649"]],
  ["long", ["9223372036854775808", "-9223372036854775809"]],
  ["float double", ['"1"', "true", "[]", "{}", '"infinity"', '"-nan"', '"+Infinity"']],
  ["boolean", ['"true"', "0", "1", "[]", "{}", '""']],
  ["string", ["1", "true", "[]", "{}"]],
  ["blob", ["1", "[]", '"="', '"YQ"', '"a b="', '"%%"']],
  ["timestamp", ['"2026-11-01T05:59:00Z"', "true", "[]", '"NaN"', '"Infinity"']],
  ["list", ["{}", "1", '["1"]', "[null]", "[1.5]", "[[]]"]],
  ["map", ["[]", "1", '{"a":"true"}', '{"a":null}', '{"a":1}']],
];

describe.each<[string, ProtocolFactory]>([
  ["awsJson1_0", awsJson1_0],
  ["awsJson1_1", awsJson1_1],
  ["restJson1", restJson1],
  ["rpcv2Json", rpcv2Json],
])("a server of %s", (_, factory) => {
  const cases = wrongJson.flatMap(([members, values]) =>
    members.split(" ").flatMap((member) => values.map((value) => [member, value] as const)),
  );

  it.each(cases)("rejects the value $1 for the member $0", async (member, value) => {
    await expect(async () => read(factory, `{"${member}":${value}}`)).rejects.toMatchObject({
      ...rejection,
      pointer: expect.stringMatching(new RegExp(`^/${member}`)),
    });
  });

  it.each([
    "{",
    "[]",
    '"x"',
    "1",
    "{} {}",
    "{'a':1}",
    '{"byte":01}',
    '{"byte":1,}',
    "{a:1}",
    "\u0000",
  ])("rejects the body %s", async (body) => {
    await expect(async () => read(factory, body)).rejects.toMatchObject(rejection);
  });

  it.each<[member: string, json: string, value: unknown]>([
    ["byte", "-128", -128],
    ["integer", "1e3", 1000],
    ["integer", "1.0", 1],
    ["long", "9223372036854775807", 9223372036854775807n],
    ["double", '"NaN"', Number.NaN],
    ["float", '"-Infinity"', -Infinity],
    ["double", "1", 1],
    ["string", '"\\ud83d\\ude00\\u0000"', "😀\u0000"],
    ["blob", '""', new Uint8Array()],
    ["blob", '"AQID"', new Uint8Array([1, 2, 3])],
  ])("accepts the value $1 for the member $0", async (member, json, value) => {
    expect(await read(factory, `{"${member}":${json}}`)).toEqual({ [member]: value });
  });
});

describe("a server of rpcv2Cbor", () => {
  const ms = new Date(0);
  it.each<[member: string, value: unknown]>([
    ["byte", 128],
    ["short", -32769],
    ["integer", 2 ** 31],
    ["integer", 1.5],
    ["integer", "1"],
    ["long", 2n ** 63n],
    ["double", "NaN"],
    ["boolean", 1],
    ["string", new Uint8Array([97])],
    ["string", 1],
    ["blob", "YQ=="],
    ["timestamp", 0],
    ["timestamp", "2026-11-01T05:59:00Z"],
    ["timestamp", tag({ tag: 1, value: "0" })],
    ["timestamp", tag({ tag: 0, value: "2026-11-01T05:59:00Z" })],
    ["list", { a: 1 }],
    ["list", [null]],
    ["map", []],
    ["map", { a: null }],
    ["bigInteger", 1.5],
    ["bigDecimal", "1"],
  ])("rejects the value $1 for the member $0", async (member, value) => {
    const body = cbor.serialize({ [member]: value });
    await expect(async () => read(rpcv2Cbor, body)).rejects.toMatchObject(rejection);
  });

  it.each<[member: string, value: unknown, read: unknown]>([
    ["timestamp", tag({ tag: 1, value: 0.5 }), new Date(ms.getTime() + 500)],
    ["long", -(2n ** 63n), -(2n ** 63n)],
    ["double", 1, 1],
    ["integer", 7, 7],
  ])("accepts the value $1 for the member $0", async (member, value, expected) => {
    expect(await read(rpcv2Cbor, cbor.serialize({ [member]: value }))).toEqual({
      [member]: expected,
    });
  });
});

/** Invalid values for members of these types as text. */
const wrongText: readonly (readonly [members: string, values: readonly string[]])[] = [
  ["byte short integer long", ["", "x", "1.5", "0x1", "1e3", "NaN", "+1", "true", "1_000"]],
  ["byte", ["128", "-129"]],
  ["short", ["32768"]],
  ["integer", ["2147483648"]],
  ["long", ["9223372036854775808"]],
  ["float double", ["", "x", "nan", "infinity", "+Infinity", "1,5", ".", "0x1"]],
  ["boolean", ["", "True", "FALSE", "1", "0", "yes", "on"]],
  ["blob", ["=", "YQ", "%"]],
  [
    "timestamp dateTime",
    ["", "0", "2026-11-01", "2026-11-01T05:59:00", "2026-11-01T05:59:00+01:00"],
  ],
  ["httpDate", ["0", "2026-11-01T05:59:00Z", "Sun, 32 Nov 2026 05:59:00 GMT"]],
];
const textCases = wrongText.flatMap(([members, values]) =>
  members.split(" ").flatMap((member) => values.map((value) => [member, value] as const)),
);
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

describe.each<[string, ProtocolFactory, (member: string, value: string) => string]>([
  ["restXml", restXml, (member, value) => `<Thing><${member}>${value}</${member}></Thing>`],
  [
    "awsQuery",
    awsQuery,
    (member, value) => `Action=Do&Version=1&${member}=${encodeURIComponent(value)}`,
  ],
  [
    "ec2Query",
    ec2Query,
    (member, value) => `Action=Do&Version=1&${capital(member)}=${encodeURIComponent(value)}`,
  ],
])("a server of %s", (_, factory, bodyOf) => {
  it.each(textCases)("rejects the value $1 for the member $0", async (member, value) => {
    await expect(async () => read(factory, bodyOf(member, value))).rejects.toMatchObject(rejection);
  });

  it.each<[member: string, text: string, value: unknown]>([
    ["byte", "-128", -128],
    ["long", "9223372036854775807", 9223372036854775807n],
    ["double", "NaN", Number.NaN],
    ["float", "-Infinity", -Infinity],
    ["double", "1e21", 1e21],
    ["boolean", "false", false],
    ["string", "", ""],
    ["blob", "", new Uint8Array()],
    ["timestamp", "2026-11-01T05:59:00.5Z", new Date("2026-11-01T05:59:00.500Z")],
  ])("accepts the value $1 for the member $0", async (member, text, value) => {
    expect(await read(factory, bodyOf(member, text))).toEqual({ [member]: value });
  });
});
