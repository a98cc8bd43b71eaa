import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  clientDefaults,
  clientStreamDefaults,
  serverDefaults,
} from "../src/defaults/defaults-entry.js";
import { Decimal } from "../src/values/decimal.js";

const ns = "com.example";
const Choice$: StaticUnionSchema = [4, ns, "Choice", 0, ["a"], [0]];
const Part$: StaticStructureSchema = [
  3,
  ns,
  "Part",
  0,
  ["size", "label"],
  [[1, { default: 5 }], 0],
];
const Item$: StaticStructureSchema = [
  3,
  ns,
  "Item",
  0,
  ["id", "parts", "optional"],
  [0, [[1, ns, "Parts", 0, Part$], {}], [1, { default: 7, clientOptional: 1 }]],
  1,
];
const Everything$: StaticStructureSchema = [
  3,
  ns,
  "Everything",
  0,
  [
    "text",
    "number",
    "flag",
    "time",
    "bytes",
    "document",
    "integer",
    "decimal",
    "list",
    "map",
    "item",
    "choice",
    "kept",
  ],
  [0, 1, 2, 4, 21, 15, 17, 19, 64, 128, Item$, Choice$, [0, { clientOptional: 1 }]],
  13,
];
const Do$: StaticOperationSchema = [9, ns, "Do", 0, Item$, Item$];
const Get$: StaticOperationSchema = [9, ns, "Get", 0, "unit", Everything$];
const Oops$: StaticErrorSchema = [
  -3,
  ns,
  "Oops",
  0,
  ["message", "code", "retryAfter"],
  [0, 0, [1, { default: 3 }]],
  2,
];

describe("clientDefaults", () => {
  it("fills in defaults that are not optional for clients, at every depth", () => {
    expect(clientDefaults.input(Do$, { id: "x", parts: [{}, { size: 1 }] })).toEqual({
      id: "x",
      parts: [{ size: 5 }, { size: 1 }],
    });
  });

  it("does not modify the caller's objects", () => {
    const input = Object.freeze({ id: "x", parts: Object.freeze([Object.freeze({})]) });
    expect(clientDefaults.input(Do$, input)).toEqual({ id: "x", parts: [{ size: 5 }] });
  });

  it("does not fill in the required members of an input", () => {
    expect(clientDefaults.input(Do$, {})).toEqual({});
  });

  it("fills in all defaults of an output", () => {
    expect(clientDefaults.output(Do$, { id: "x" })).toEqual({ id: "x", optional: 7 });
  });

  it("sets missing required members of an output to zero values unless clients may omit them", () => {
    expect(clientDefaults.output(Get$, {})).toEqual({
      text: "",
      number: 0,
      flag: false,
      time: new Date(0),
      bytes: new Uint8Array(),
      document: null,
      integer: 0n,
      decimal: new Decimal("0"),
      list: [],
      map: {},
      item: { id: "", optional: 7 },
      choice: { $unknown: ["", null] },
    });
  });

  it("fills in members of errors except the message", () => {
    expect(clientDefaults.error(Oops$, {})).toEqual({ code: "", retryAfter: 3 });
  });
});

describe("clientStreamDefaults", () => {
  const Opening$: StaticStructureSchema = [
    3,
    ns,
    "Opening",
    0,
    ["session", "part", "speed", "topic"],
    [0, Part$, [1, { default: 2 }], [0, { clientOptional: 1 }]],
    4,
  ];
  const Listen$: StaticOperationSchema = [9, ns, "Listen", 0, Item$, Opening$];

  it("rejects an initial response without a required member", () => {
    for (const session of [undefined, null]) {
      expect(() => clientStreamDefaults.output(Listen$, { session, part: {} })).toThrow(
        "A required member of the response is missing. (at /session)",
      );
    }
  });

  it("fills in defaults, including defaults inside of required members", () => {
    expect(clientStreamDefaults.output(Listen$, { session: "", part: {} })).toEqual({
      session: "",
      part: { size: 5 },
      speed: 2,
    });
    expect(clientStreamDefaults.input(Listen$, { id: "x", parts: [{}] })).toEqual({
      id: "x",
      parts: [{ size: 5 }],
    });
    expect(clientStreamDefaults.error(Oops$, {})).toEqual({ code: "", retryAfter: 3 });
  });
});

describe("serverDefaults", () => {
  it("fills in all defaults of an input, including defaults that are optional for clients", () => {
    expect(serverDefaults.input(Do$, { id: "x", parts: [{}] })).toEqual({
      id: "x",
      parts: [{ size: 5 }],
      optional: 7,
    });
  });

  it("does not fill in required members", () => {
    expect(serverDefaults.output(Get$, {})).toEqual({});
    expect(serverDefaults.error(Oops$, {})).toEqual({ retryAfter: 3 });
  });
});

describe("a default value", () => {
  const filled = (schema: number, value: unknown) => {
    const structure: StaticStructureSchema = [
      3,
      ns,
      "One",
      0,
      ["a"],
      [[schema, { default: value }]],
    ];
    return clientDefaults.output([9, ns, "One", 0, "unit", structure], {})["a"];
  };

  it.each<[string, number, unknown, unknown]>([
    ["a blob in base64", 21, "aGk=", new Uint8Array([104, 105])],
    ["a timestamp in seconds", 4, 1.5, new Date(1500)],
    ["a timestamp as a date-time", 5, "2026-11-01T00:00:00Z", new Date("2026-11-01T00:00:00Z")],
    [
      "a bigInteger of any size",
      17,
      "123456789012345678901234567890",
      123456789012345678901234567890n,
    ],
    [
      "a bigDecimal with all its digits",
      19,
      "0.10000000000000000000000001",
      new Decimal("0.10000000000000000000000001"),
    ],
    ["a long beyond the precision of a number", 1, "9223372036854775807", 9223372036854775807n],
    ["a document", 15, { a: [1] }, { a: [1] }],
    ["false", 2, false, false],
    ["zero", 1, 0, 0],
  ])("can be %s", (_, schema, value, expected) => {
    expect(filled(schema, value)).toEqual(expected);
  });

  it("is a new object in each input", () => {
    expect(filled(64, [])).not.toBe(filled(64, []));
  });
});

describe("null in a member that may be null", () => {
  const Patch$: StaticStructureSchema = [
    3,
    ns,
    "Patch",
    0,
    ["title", "size", "plain"],
    [
      [0, { nullable: 1 }],
      [1, { nullable: 1, default: 3 }],
      [1, { default: 4 }],
    ],
    1,
  ];
  const operation: StaticOperationSchema = [9, ns, "Patch", 0, Patch$, Patch$];

  it("is not replaced by a default", () => {
    const value = { title: null, size: null, plain: null };
    const filled = { title: null, size: null, plain: 4 };
    expect(serverDefaults.input(operation, value)).toEqual(filled);
    expect(clientDefaults.output(operation, value)).toEqual(filled);
    expect(clientDefaults.output(operation, {})).toEqual({ title: "", size: 3, plain: 4 });
  });
});
