import type { StaticStructureSchema, StaticUnionSchema } from "@smithy/types";
import { strictJsonReaders } from "@tinsmith/protocols/json/server";
import { describe, expect, it } from "vitest";
import { jsonStyle, restFormat } from "../src/format.js";

const Left$: StaticStructureSchema = [3, "a", "Left", 0, ["next", "left"], [() => Tree$, 0], 0];
const Right$: StaticStructureSchema = [3, "a", "Right", 0, ["next", "right"], [() => Tree$, 0], 0];
const constraints = { Left: { left: { required: true } }, Right: { right: { required: true } } };
const Tree$: StaticUnionSchema = [
  4,
  "a",
  "Tree",
  { "alloy#untagged": {}, constraints },
  ["leaf", "left", "right"],
  [1, () => Left$, () => Right$],
];

const write = restFormat.codec.writer(Tree$);
const read = restFormat.codec.reader(Tree$);
const readStrictly = strictJsonReaders(jsonStyle(true))({})(Tree$);

describe("an untagged union", () => {
  const value = { right: { right: "r", next: { left: { left: "l", next: { leaf: 1 } } } } };
  const text = '{"next":{"next":1,"left":"l"},"right":"r"}';

  it("is written as the bare value of its member, at every depth", () => {
    expect(write(value)).toBe(text);
    expect(read(text)).toEqual(value);
    expect(readStrictly(text)).toEqual(value);
  });

  it("keeps a value that fits no member on a client, and is written back unchanged", () => {
    const unknown = '{"next":"1","middle":[true]}';
    expect(read(unknown)).toEqual({ $unknown: ["", { next: "1", middle: [true] }] });
    expect(write(read(unknown))).toBe(unknown);
  });

  it("is refused by a server if the value fits no member", () => {
    expect(() => readStrictly('"1"')).toThrow("Expected a value of a member of Tree.");
    expect(() => readStrictly('{"next":1}')).toThrow("Expected a value of a member of Tree.");
  });

  it("is read in linear time even if nested values fit no member", () => {
    const depth = 60;
    const nested = '{"left":"","right":"","next":'.repeat(depth) + '"no"' + "}".repeat(depth);
    // Without cached results, the test would not end: it would take 2 ** 60 attempts.
    expect(() => readStrictly(nested)).toThrow("Expected a value of a member of Tree.");
  });
});

describe("a discriminated union", () => {
  const Kind$: StaticUnionSchema = [
    4,
    "a",
    "Kind",
    { "alloy#discriminated": "type" },
    ["text", "left"],
    [0, () => Left$],
  ];
  const writeKind = restFormat.codec.writer(Kind$);

  it("is written with the name of its member, even if the client does not know the member", () => {
    expect(writeKind({ left: { left: "l" } })).toBe('{"type":"left","left":"l"}');
    expect(writeKind({ $unknown: ["new", { a: 1 }] })).toBe('{"type":"new","a":1}');
  });

  it("is refused if the member is not a structure", () => {
    expect(() => writeKind({ text: "t" })).toThrow(
      'The member "text" of a discriminated union must be a structure.',
    );
  });
});
