import { cbor } from "@smithy/core/cbor";
import type { $SchemaRef, StaticUnionSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { awsJson1_0, restJson1, rpcv2Cbor, rpcv2Json } from "./protocols.js";
import type { ProtocolFactory } from "./protocols.js";
import { ns, operation, service, structure } from "./shapes.js";

const union: StaticUnionSchema = [4, ns, "Union", 0, ["text", "unit", "list"], [0, "unit", 64]];
const typed: StaticUnionSchema = [4, ns, "Typed", 0, ["__type", "text"], [0, 0]];
const sparseList: $SchemaRef = [1, ns, "SparseList", { sparse: 1 }, 0];
const sparseMap: $SchemaRef = [2, ns, "SparseMap", { sparse: 1 }, 0, 0];

const documented: StaticUnionSchema = [4, ns, "Documented", 0, ["text", "document"], [0, 15]];
const documentList: $SchemaRef = [1, ns, "DocumentList", 0, 15];
const documents = { d: 15, dl: documentList, dm: 143, du: documented };

const described = operation(
  structure({
    u: union,
    t: typed,
    l: 64,
    m: 128,
    sl: sparseList,
    sm: sparseMap,
    ...documents,
    s: 0,
  }),
);

const protocols: readonly (readonly [string, ProtocolFactory])[] = [
  ["awsJson1_0", awsJson1_0],
  ["restJson1", restJson1],
  ["rpcv2Json", rpcv2Json],
  ["rpcv2Cbor", rpcv2Cbor],
];

describe.each(protocols)("%s", (_, factory) => {
  const protocol = factory(service);
  const isCbor = factory === rpcv2Cbor;
  const bodyOf = (data: unknown) => (isCbor ? cbor.serialize(data) : JSON.stringify(data));
  const dataOf = (body: unknown): unknown =>
    body instanceof Uint8Array ? cbor.deserialize(body) : JSON.parse(String(body));
  const { headers } = protocol.writeResponse(described, {});
  const asClient = async (data: unknown) =>
    (await protocol.readResponse(described, { statusCode: 200, headers, body: bodyOf(data) }))
      .output;
  const asServer = async (data: unknown) =>
    protocol.readRequest(described, {
      ...protocol.writeRequest(described, {}),
      body: bodyOf(data),
    });

  it.each<[what: string, data: object, output: object]>([
    ["a variant", { u: { text: "x" } }, { u: { text: "x" } }],
    ["a variant of the type Unit", { u: { unit: {} } }, { u: { unit: {} } }],
    ["nulls next to the variant", { u: { text: null, unit: null, list: [] } }, { u: { list: [] } }],
    [
      "__type next to the variant",
      { u: { __type: "example#Union", text: "x" } },
      { u: { text: "x" } },
    ],
    ["a variant with the name __type", { t: { __type: "x" } }, { t: { __type: "x" } }],
    ["nulls as absent members", { u: null, l: null, m: null, s: null }, {}],
    ["empty collections", { l: [], m: {}, sl: [], sm: {} }, { l: [], m: {}, sl: [], sm: {} }],
    [
      "nulls in sparse collections",
      { sl: [null, "a"], sm: { a: null, b: "c" } },
      { sl: [null, "a"], sm: { a: null, b: "c" } },
    ],
    ["an empty string and an empty key", { s: "", m: { "": "" } }, { s: "", m: { "": "" } }],
    [
      "a document with values of all types",
      { d: { a: [1, "b", true, null, { c: {} }] } },
      { d: { a: [1, "b", true, null, { c: {} }] } },
    ],
    ["a document that is null", { d: null }, { d: null }],
    [
      "null documents in collections",
      { dl: [1, null], dm: { a: null } },
      { dl: [1, null], dm: { a: null } },
    ],
    [
      "null next to another variant as an absent document",
      { du: { text: "x", document: null } },
      { du: { text: "x" } },
    ],
    [
      "keys from Object.prototype",
      { m: { constructor: "a", toString: "b" } },
      { m: { constructor: "a", toString: "b" } },
    ],
  ])("reads %s on clients and servers", async (_, data, output) => {
    expect(await asClient(data)).toEqual(output);
    expect(await asServer(data)).toEqual(output);
  });

  it.each<[what: string, data: object, output: object]>([
    ["an unknown variant", { u: { other: 1 } }, { u: { $unknown: ["other", 1] } }],
    ["a union without a variant", { u: {} }, { u: {} }],
    [
      "nulls in dense collections as absent items",
      { l: ["a", null], m: { a: null, b: "c" } },
      { l: ["a"], m: { b: "c" } },
    ],
    ["only known members", { other: { s: 1 }, s: "x" }, { s: "x" }],
  ])("reads %s on clients", async (_, data, output) => {
    expect(await asClient(data)).toEqual(output);
  });

  it.each<[what: string, data: object]>([
    ["an unknown variant", { u: { other: 1 } }],
    ["a union without a variant", { u: {} }],
    ["a union of nulls", { u: { text: null } }],
    ["two variants", { u: { text: "x", list: [] } }],
    ["a null in a dense list", { l: [null] }],
    ["a null in a dense map", { m: { a: null } }],
    ["a list instead of a map", { m: [] }],
    ["a map instead of a list", { l: {} }],
    ["a number instead of a string", { s: 1 }],
  ])("rejects %s on servers", async (_, data) => {
    await expect(async () => asServer(data)).rejects.toMatchObject({
      name: "MalformedRequest",
      code: "SerializationException",
      statusCode: 400,
    });
  });

  it("writes null documents on clients and servers", () => {
    const data = { d: null, dl: [null], dm: { a: null } };
    expect(dataOf(protocol.writeRequest(described, data).body)).toEqual(data);
    expect(dataOf(protocol.writeResponse(described, data).body)).toEqual(data);
  });

  it("writes nulls only in sparse collections and documents", () => {
    const { body } = protocol.writeRequest(described, {
      u: { text: "x", unit: undefined },
      l: ["a", null],
      m: { a: null, b: "c" },
      sl: [null],
      sm: { a: null },
      s: null,
    });
    expect(dataOf(body)).toEqual({
      u: { text: "x" },
      l: ["a"],
      m: { b: "c" },
      sl: [null],
      sm: { a: null },
    });
  });

  it("writes an unknown variant in the form in which it was read", async () => {
    const read = await asClient({ u: { other: { a: [1] } } });
    expect(dataOf(protocol.writeRequest(described, read ?? {}).body)).toEqual({
      u: { other: { a: [1] } },
    });
  });
});
