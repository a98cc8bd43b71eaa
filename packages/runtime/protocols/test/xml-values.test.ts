import type { $SchemaRef, StaticErrorSchema, StaticUnionSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { Decimal } from "../src/values/decimal.js";
import { awsQuery, restXml } from "./protocols.js";
import { ns, operation, service, structure } from "./shapes.js";

const protocol = restXml(service);
const inner = structure({ name: 0, kind: [0, { xmlAttribute: 1 }] }, "Inner");
const named: $SchemaRef = [1, ns, "Named", 0, [0, { xmlName: "item" }]];
const namespaced: $SchemaRef = [1, ns, "Spaced", 0, [0, { xmlNamespace: ["x", "urn:x"] }]];
const structures: $SchemaRef = [1, ns, "Structures", 0, inner];
const sparse: $SchemaRef = [1, ns, "Sparse", { sparse: 1 }, 0];
const map: $SchemaRef = [2, ns, "Map", 0, [0, { xmlName: "K" }], [inner, { xmlName: "V" }]];
const union: StaticUnionSchema = [4, ns, "Union", 0, ["text", "inner"], [0, inner]];

function write(schema: $SchemaRef, value: unknown, traits: object = {}) {
  const described = operation(structure({ a: [schema, { ...traits }] }));
  return String(protocol.writeRequest(described, { a: value }).body);
}
async function read(schema: $SchemaRef, body: string, traits: object = {}) {
  const described = operation(structure({ a: [schema, { ...traits }] }));
  const response = { statusCode: 200, headers: { "content-type": "application/xml" }, body };
  return (await protocol.readResponse(described, response)).output?.["a"];
}
const thing = (inside: string) => `<Thing>${inside}</Thing>`;

describe("an XML element", () => {
  it.each<[what: string, schema: $SchemaRef, value: unknown, xml: string, traits?: object]>([
    [
      "text with characters that must be escaped",
      0,
      `<&>"'\r\n\u0085\u2028`,
      "<a>&lt;&amp;&gt;&quot;&apos;&#xD;&#xA;&#x85;&#x2028;</a>",
    ],
    ["text with surrounding spaces", 0, "  x ", "<a>  x </a>"],
    ["empty text", 0, "", "<a></a>"],
    ["another name", 0, "x", "<b>x</b>", { xmlName: "b" }],
    [
      "a name with a prefix",
      0,
      "x",
      '<p:b xmlns:p="urn:p">x</p:b>',
      { xmlName: "p:b", xmlNamespace: ["p", "urn:p"] },
    ],
    ["a namespace", 0, "x", '<a xmlns="urn:a">x</a>', { xmlNamespace: ["", "urn:a"] }],
    ["a boolean", 2, true, "<a>true</a>"],
    ["NaN", 1, Number.NaN, "<a>NaN</a>"],
    ["a long", 1, -9223372036854775808n, "<a>-9223372036854775808</a>"],
    ["a big decimal", 19, new Decimal("1e400"), "<a>1e400</a>"],
    ["a blob", 21, new Uint8Array([1]), "<a>AQ==</a>"],
    ["a timestamp", 4, new Date(0), "<a>1970-01-01T00:00:00Z</a>"],
    ["a timestamp in seconds", 7, new Date(1500), "<a>1.5</a>"],
    ["a list", 64, ["x", ""], "<a><member>x</member><member></member></a>"],
    ["an empty list", 64, [], "<a></a>"],
    ["named list items", named, ["x"], "<a><item>x</item></a>"],
    ["list items with a namespace", namespaced, ["x"], '<a><member xmlns:x="urn:x">x</member></a>'],
    ["a flat list", 64, ["x", "y"], "<a>x</a><a>y</a>", { xmlFlattened: 1 }],
    ["a flat list with another name", named, ["x"], "<b>x</b>", { xmlFlattened: 1, xmlName: "b" }],
    [
      "a list of structures",
      structures,
      [{ name: "x", kind: 'k"' }],
      '<a><member kind="k&quot;"><name>x</name></member></a>',
    ],
    ["an empty structure", inner, {}, "<a></a>"],
    ["a map", 128, { x: "1" }, "<a><entry><key>x</key><value>1</value></entry></a>"],
    ["an empty map", 128, {}, "<a></a>"],
    ["a flat map", 128, { x: "1" }, "<a><key>x</key><value>1</value></a>", { xmlFlattened: 1 }],
    [
      "a map with named keys and values",
      map,
      { x: { name: "1" } },
      "<a><entry><K>x</K><V><name>1</name></V></entry></a>",
    ],
    [
      "a variant of a union",
      union,
      { inner: { name: "x" } },
      "<a><inner><name>x</name></inner></a>",
    ],
  ])("is written and read for %s", async (_, schema, value, xml, traits) => {
    expect(write(schema, value, traits)).toBe(thing(xml));
    expect(await read(schema, thing(xml), traits)).toEqual(value);
  });

  it("has the attribute xsi:nil for a null in a sparse list", async () => {
    const xml = write(sparse, ["x", null]);
    expect(xml).toContain('xsi:nil="true"');
    expect(await read(sparse, xml)).toEqual(["x", null]);
  });

  it.each<[what: string, schema: $SchemaRef, xml: string, value: unknown]>([
    [
      "a declaration and comments",
      0,
      '<?xml version="1.0"?><!-- c --><Thing><!-- d --><a>x<!-- e -->y</a></Thing>',
      "xy",
    ],
    ["a CDATA section", 0, thing("<a><![CDATA[<x> & ]]></a>"), "<x> & "],
    ["decimal and hexadecimal references", 0, thing("<a>&#65;&#x42;&amp;#67;</a>"), "AB&#67;"],
    ["a self-closing element", 0, thing("<a/>"), ""],
    ["a self-closing list", 64, thing("<a/>"), []],
    ["a self-closing structure", inner, thing("<a/>"), {}],
    [
      "line breaks between elements",
      structures,
      thing("\n  <a>\n    <member>\n <name>x</name>\n</member>\n  </a>\n"),
      [{ name: "x" }],
    ],
    ["spaces around a number", 1, thing("<a> 1 </a>"), 1],
    [
      "unknown elements",
      inner,
      thing("<a><other><name>y</name></other><name>x</name></a><b/>"),
      { name: "x" },
    ],
    ["another name at the root", 0, "<Whatever><a>x</a></Whatever>", "x"],
    [
      "an unknown variant of a union",
      union,
      thing("<a><other>x</other></a>"),
      { $unknown: ["other", "x"] },
    ],
    ["no children", 0, "<Thing/>", undefined],
  ])("is read with %s", async (_, schema, xml, value) => {
    expect(await read(schema, xml)).toEqual(value);
  });

  it.each(["<Thing><a>1</Thing>", "no xml", "<Thing><a>x</a>", '{"a":1}'])(
    "is not read from the invalid document %s",
    async (body) => {
      await expect(read(0, body)).rejects.toThrow("not XML");
    },
  );
});

describe("the root of an XML document", () => {
  it.each<[what: string, traits: object, root: string]>([
    ["the structure's name", {}, "<Thing><a>x</a></Thing>"],
    ["the structure's xmlName", { xmlName: "Root" }, "<Root><a>x</a></Root>"],
    [
      "the structure's namespace",
      { xmlNamespace: ["p", "urn:p"] },
      '<Thing xmlns:p="urn:p"><a>x</a></Thing>',
    ],
  ])("has %s", (_, traits, root) => {
    const described = operation(structure({ a: 0 }, "Thing", { ...traits }));
    expect(protocol.writeRequest(described, { a: "x" }).body).toBe(root);
  });

  it("has the namespace of the service unless the structure has a namespace", () => {
    const spaced = restXml({ ...service, xmlNamespace: ["", "urn:s"] });
    const body = (traits: object) =>
      spaced.writeRequest(operation(structure({ a: 0 }, "Thing", { ...traits })), { a: "x" }).body;
    expect(body({})).toBe('<Thing xmlns="urn:s"><a>x</a></Thing>');
    expect(body({ xmlNamespace: ["", "urn:t"] })).toBe('<Thing xmlns="urn:t"><a>x</a></Thing>');
  });

  it("has the xmlName of a payload member rather than the xmlName of its structure", () => {
    const payload = structure({ a: 0 }, "Inside", { xmlName: "Own" });
    const body = (traits: object) =>
      protocol.writeRequest(operation(structure({ p: [payload, { httpPayload: 1, ...traits }] })), {
        p: { a: "x" },
      }).body;
    expect(body({})).toBe("<Own><a>x</a></Own>");
    expect(body({ xmlName: "Hello" })).toBe("<Hello><a>x</a></Hello>");
  });
});

describe("an error in XML", () => {
  const NoBatch: StaticErrorSchema = [
    -3,
    ns,
    "NoBatch",
    { error: "client" },
    ["message", "messages", "named", "map", "inner"],
    [0, 64, named, map, inner],
  ];
  const described = { ...operation(structure({})), errors: [NoBatch] };
  const body = "<ErrorResponse><Error><Code>NoBatch</Code></Error></ErrorResponse>";
  const response = { statusCode: 400, headers: { "content-type": "text/xml" }, body };

  it.each([
    ["restXml", restXml],
    ["awsQuery", awsQuery],
  ])("has empty lists for absent lists in %s, as in the AWS SDK", async (_, create) => {
    const { error } = await create(service).readResponse(described, response);
    expect(error).toMatchObject({ code: "NoBatch", data: { messages: [], named: [] } });
    expect(Object.keys(error?.data ?? {})).toEqual(["messages", "named"]);
  });
});
