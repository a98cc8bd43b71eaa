import type { $SchemaRef, StaticUnionSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { Decimal } from "../src/values/decimal.js";
import { awsQuery, ec2Query } from "./protocols.js";
import { ns, operation, service, structure } from "./shapes.js";

const inner = structure({ name: 0, list: 64 }, "Inner");
const named: $SchemaRef = [1, ns, "Named", 0, [0, { xmlName: "item" }]];
const structures: $SchemaRef = [1, ns, "Structures", 0, inner];
const nested: $SchemaRef = [1, ns, "Nested", 0, 64];
const map: $SchemaRef = [2, ns, "Map", 0, [0, { xmlName: "K" }], [0, { xmlName: "V" }]];
const mapOfLists: $SchemaRef = [2, ns, "Lists", 0, 0, 64];
const mapOfStructures: $SchemaRef = [2, ns, "StructureMap", 0, 0, inner];
const union: StaticUnionSchema = [4, ns, "Union", 0, ["text", "inner"], [0, inner]];
const flat = { xmlFlattened: 1 } as const;

type Row = readonly [
  what: string,
  schema: $SchemaRef,
  value: unknown,
  awsQuery: string,
  ec2Query?: string,
];

const rows: readonly Row[] = [
  ["a string with every kind of character", 0, "a b&c=d+é~*", "a=a%20b%26c%3Dd%2B%C3%A9~%2A"],
  ["an empty string", 0, "", "a="],
  ["a boolean", 2, false, "a=false"],
  ["a long beyond the precision of a double", 1, 9223372036854775807n, "a=9223372036854775807"],
  ["a double", 1, 1e21, "a=1e%2B21"],
  ["NaN", 1, Number.NaN, "a=NaN"],
  ["negative infinity", 1, -Infinity, "a=-Infinity"],
  ["a big decimal", 19, new Decimal("0.10000000000000000001"), "a=0.10000000000000000001"],
  ["a blob", 21, new Uint8Array([251, 255]), "a=%2B%2F8%3D"],
  ["a timestamp", 4, new Date(0), "a=1970-01-01T00%3A00%3A00Z"],
  ["a timestamp in seconds", 7, new Date(1500), "a=1.5"],
  ["an HTTP date", 6, new Date(0), "a=Thu%2C%2001%20Jan%201970%2000%3A00%3A00%20GMT"],
  ["a list", 64, ["x", "y"], "a.member.1=x&a.member.2=y", "A.1=x&A.2=y"],
  ["a list with named items", named, ["x"], "a.item.1=x", "A.1=x"],
  ["a flat list", [64, flat], ["x", "y"], "a.1=x&a.2=y", "A.1=x&A.2=y"],
  [
    "a list of structures",
    structures,
    [{ name: "x" }, { name: "y" }],
    "a.member.1.name=x&a.member.2.name=y",
    "A.1.Name=x&A.2.Name=y",
  ],
  [
    "a list of lists",
    nested,
    [["x"], ["y", "z"]],
    "a.member.1.member.1=x&a.member.2.member.1=y&a.member.2.member.2=z",
    "A.1.1=x&A.2.1=y&A.2.2=z",
  ],
  [
    "a structure",
    inner,
    { name: "x", list: ["y"] },
    "a.name=x&a.list.member.1=y",
    "A.Name=x&A.List.1=y",
  ],
  ["a variant of a union", union, { inner: { name: "x" } }, "a.inner.name=x", "A.Inner.Name=x"],
];

const onlyAwsQuery: readonly Row[] = [
  [
    "a map",
    128,
    { x: "1", y: "2" },
    "a.entry.1.key=x&a.entry.1.value=1&a.entry.2.key=y&a.entry.2.value=2",
  ],
  ["a flat map", [128, flat], { x: "1" }, "a.1.key=x&a.1.value=1"],
  ["a map with named keys and values", map, { x: "1" }, "a.entry.1.K=x&a.entry.1.V=1"],
  [
    "a map of lists",
    mapOfLists,
    { x: ["1", "2"] },
    "a.entry.1.key=x&a.entry.1.value.member.1=1&a.entry.1.value.member.2=2",
  ],
  [
    "a map of structures",
    mapOfStructures,
    { x: { name: "1" } },
    "a.entry.1.key=x&a.entry.1.value.name=1",
  ],
];

describe.each([
  [
    "awsQuery",
    awsQuery,
    [...rows, ...onlyAwsQuery].map(
      ([what, schema, value, text]) => [what, schema, value, text] as const,
    ),
  ],
  [
    "ec2Query",
    ec2Query,
    rows.map(
      ([what, schema, value, text, ec2]) =>
        [what, schema, value, ec2 ?? text.replace(/^a/, "A")] as const,
    ),
  ],
] as const)("a form of %s", (_, factory, cases) => {
  const protocol = factory(service);

  it.each(cases)("is written and read for %s", async (_, schema, value, text) => {
    const described = operation(structure({ a: schema }));
    const request = protocol.writeRequest(described, { a: value });
    expect(request.body).toBe(`Action=Do&Version=2026-11-01&${text}`);
    expect(await protocol.readRequest(described, request)).toEqual({ a: value });
  });

  it("omits nulls in structures and lists", () => {
    const described = operation(structure({ a: 0, b: inner, c: 64 }));
    const { body } = protocol.writeRequest(described, {
      a: null,
      b: { name: null },
      c: ["x", null],
    });
    expect(String(body).split("&").slice(2)).toEqual([
      expect.stringMatching(/^c\.member\.1=x|C\.1=x$/i),
    ]);
  });

  it("may contain list items in any order, and plus signs for spaces", async () => {
    const described = operation(structure({ a: [64, flat] }));
    const name = factory === awsQuery ? "a" : "A";
    const body = `Action=Do&Version=1&${name}.10=j+k&${name}.2=b&${name}.1=a`;
    const request = { ...protocol.writeRequest(described, {}), body };
    expect(await protocol.readRequest(described, request)).toEqual({ a: ["a", "b", "j k"] });
  });
});

describe("the key of a member in a form", () => {
  it.each<[what: string, traits: Record<string, string>, aws: string, ec2: string]>([
    ["the member's name", {}, "fooBar", "FooBar"],
    ["xmlName", { xmlName: "baz" }, "baz", "Baz"],
    [
      "ec2QueryName, unchanged and in preference to xmlName",
      { xmlName: "baz", ec2QueryName: "qux" },
      "baz",
      "qux",
    ],
  ])("is %s", (_, traits, aws, ec2) => {
    const described = operation(structure({ fooBar: [0, traits] }));
    const name = (factory: typeof awsQuery) =>
      String(factory(service).writeRequest(described, { fooBar: "1" }).body).split("&")[2];
    expect(name(awsQuery)).toBe(`${aws}=1`);
    expect(name(ec2Query)).toBe(`${ec2}=1`);
  });
});
