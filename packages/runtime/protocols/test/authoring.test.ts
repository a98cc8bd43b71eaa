import type { StaticErrorSchema, StaticStructureSchema, StaticUnionSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { createJsonCodec, expected, isRecord } from "../src/authoring/json.js";
import type { JsonForms, JsonStyle } from "../src/authoring/json.js";
import { strictJsonReaders } from "../src/authoring/json-server.js";
import { createRestClient } from "../src/authoring/rest.js";
import { createRestServer } from "../src/authoring/rest-server.js";
import { membersOf, nameOf, Sentinel, traitsOf } from "../src/authoring/schema.js";
import type { OperationDescription } from "../src/protocol.js";

const Pair$: StaticStructureSchema = [3, "a", "Pair", { "a#array": {} }, ["x", "y"], [1, [0, 0]]];
const Plain$: StaticStructureSchema = [3, "a", "Plain", 0, ["pair"], [() => Pair$]];
const Shape$: StaticUnionSchema = [4, "a", "Shape", 0, ["pair", "text"], [() => Pair$, 0]];

/** Writes each structure with the trait `array` as an array of its members. */
const forms: JsonForms = {
  write: (usual, compile) => ({
    ...usual,
    structure: (schema) => {
      if (traitsOf(schema)["a#array"] === undefined) return usual.structure(schema);
      const members = membersOf(schema);
      return (value) => {
        if (!isRecord(value)) throw new TypeError(`Expected ${nameOf(schema)}.`);
        return `[${members.map(([name, member]) => compile(member)(value[name])).join()}]`;
      };
    },
  }),
  read: (usual, compile) => ({
    ...usual,
    structure: (schema) => {
      if (traitsOf(schema)["a#array"] === undefined) return usual.structure(schema);
      const members = membersOf(schema);
      return (value, depth) => {
        if (!Array.isArray(value)) throw expected("an array", value);
        return Object.fromEntries(
          members.map(([name, member], at) => [name, compile(member)(value[at], depth + 1)]),
        );
      };
    },
  }),
};
const style: JsonStyle = {
  jsonName: true,
  timestamps: Sentinel.epochSeconds,
  bigNumbersAsStrings: false,
  forms,
};

describe("a JSON codec with custom forms", () => {
  const codec = createJsonCodec(style);
  const strict = strictJsonReaders(style)({});
  const value = { pair: { x: 1, y: "b" } };

  it.each([
    { where: "a structure", schema: Plain$ },
    { where: "a union", schema: Shape$ },
  ])("writes and reads a custom form inside of $where that has no custom form", ({ schema }) => {
    expect(codec.writer(schema)(value)).toBe('{"pair":[1,"b"]}');
    expect(codec.reader(schema)('{"pair":[1,"b"]}')).toEqual(value);
    expect(strict(schema)('{"pair":[1,"b"]}')).toEqual(value);
  });

  it("rejects an invalid value like the standard readers", () => {
    expect(() => strict(Plain$)('{"pair":{"x":1}}')).toThrow("Expected an array, found an object.");
  });

  it("does not change codecs with another style", () => {
    const { forms: _, ...usual } = style;
    expect(createJsonCodec(usual).writer(Plain$)(value)).toBe('{"pair":{"x":1,"y":"b"}}');
  });
});

describe("a client with HTTP bindings that identifies errors by status", () => {
  const Teapot$: StaticErrorSchema = [-3, "a", "Teapot", { httpError: 418 }, ["size"], [1]];
  const operation: OperationDescription = {
    schema: [9, "a", "Brew", { http: ["POST", "/brew", 200] }, "unit", "unit"],
    errors: [Teapot$],
  };
  const codec = createJsonCodec(style);
  const client = createRestClient(
    {
      id: "a#brew",
      contentType: "application/json",
      codec,
      emptyDocuments: false,
      findError: ({ statusCode }, body, { errors }) => ({
        code: errors.map(nameOf).find(() => statusCode === 418),
        message: undefined,
        data: {},
        read: (members) => {
          const value = codec.reader(members)(body);
          return isRecord(value) ? value : {};
        },
      }),
    },
    {},
  );

  it("reads the members of the identified error", () => {
    const response = { statusCode: 418, headers: {}, body: '{"size":3}' };
    expect(client.readResponse(operation, response)).toMatchObject({
      error: { code: "Teapot", schema: Teapot$, data: { size: 3 }, fault: "client" },
    });
  });
});

describe("HTTP bindings whose payloads are all documents", () => {
  const payload = (schema: number): StaticStructureSchema => [
    3,
    "a",
    "Message",
    0,
    ["content"],
    [[schema, { httpPayload: 1 }]],
  ];
  const operationOf = (schema: number): OperationDescription => ({
    schema: [9, "a", "Send", { http: ["POST", "/", 200] }, payload(schema), payload(schema)],
    errors: [],
  });
  const format = {
    id: "a#documents",
    contentType: "application/json",
    codec: createJsonCodec(style),
    emptyDocuments: true,
    documentPayloads: true,
  };
  const client = createRestClient(
    {
      ...format,
      isSuccess: (statusCode) => statusCode < 400,
      findError: () => ({ code: "Oops", message: undefined, data: {}, read: () => ({}) }),
    },
    {},
  );
  const server = createRestServer(
    {
      ...format,
      strictReaders: strictJsonReaders(style),
      untypedBodies: false,
      errorHeaders: () => ({}),
      errorWriter: () => () => "{}",
    },
    { namespace: "a", name: "Service", version: "1" },
    {},
  );
  const bytes = new TextEncoder().encode("hi");

  it.each([
    { what: "a string", schema: Sentinel.string, content: 'a"b', body: '"a\\"b"' },
    { what: "a blob", schema: Sentinel.blob, content: bytes, body: '"aGk="' },
  ])("write and read $what as JSON", async ({ schema, content, body }) => {
    const operation = operationOf(schema);
    const request = client.writeRequest(operation, { content });
    expect(request).toMatchObject({ body, headers: { "content-type": "application/json" } });
    expect(await server.readRequest(operation, request)).toEqual({ content });
    const response = server.writeResponse(operation, { content });
    expect(response).toMatchObject({ body, headers: { "content-type": "application/json" } });
    expect(await client.readResponse(operation, response)).toEqual({ output: { content } });
  });

  it("read the output of a response with any status below 400", async () => {
    const response = { statusCode: 399, headers: {}, body: '"x"' };
    const read = (statusCode: number) =>
      client.readResponse(operationOf(Sentinel.string), { ...response, statusCode });
    expect(await read(399)).toEqual({ output: { content: "x" } });
    expect(await read(400)).toMatchObject({ error: { code: "Oops" } });
  });
});
