import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { awsQuery } from "../src/aws-query/aws-query-client.js";
import { awsQuery as awsQueryServer } from "../src/aws-query/aws-query-server.js";
import { ec2Query } from "../src/ec2-query/ec2-query-client.js";
import { ec2Query as ec2QueryServer } from "../src/ec2-query/ec2-query-server.js";
import { restJson1 } from "../src/rest-json/rest-json-client.js";
import { restJson1 as restJson1Server } from "../src/rest-json/rest-json-server.js";
import { restXml } from "../src/rest-xml/rest-xml-client.js";
import { restXml as restXmlServer } from "../src/rest-xml/rest-xml-server.js";

const service = { namespace: "demo", name: "Demo", version: "1" };
const n = "demo";
const inner: StaticStructureSchema = [3, n, "Inner", 0, ["Anything", "Text"], [15, 0]];
const listed: StaticStructureSchema = [
  3,
  n,
  "Listed",
  0,
  ["Self", "Inners"],
  [() => listed, () => [1, n, "Inners", 0, () => inner]],
];
const bare: StaticStructureSchema = [3, n, "Bare", 0, ["Documents"], [64 + 15]];
const plain: StaticStructureSchema = [3, n, "Plain", 0, ["Text", "Texts"], [0, 128]];

const operation = (
  input: StaticStructureSchema,
  output: StaticStructureSchema = plain,
): StaticOperationSchema => [9, n, "Do", { http: ["POST", "/", 200] }, input, output];

const protocols = [
  ["aws.protocols#restXml", restXml, restXmlServer],
  ["aws.protocols#awsQuery", awsQuery, awsQueryServer],
  ["aws.protocols#ec2Query", ec2Query, ec2QueryServer],
] as const;

describe.each(protocols)("%s, a protocol without documents", (id, client, server) => {
  it("throws an error that names the member if the input can contain a document", () => {
    const write = (input: StaticStructureSchema, value: object) => () =>
      client(service).writeRequest({ schema: operation(input), errors: [] }, value);
    const rejection = (member: string) => `${member} is a document, which ${id} does not support.`;
    expect(write(inner, { Anything: { a: 1 } })).toThrow(
      new TypeError(rejection("Inner.Anything")),
    );
    expect(write(listed, {})).toThrow(rejection("Inner.Anything"));
    // The second call must also fail, although the first call may have cached the writer.
    expect(write(listed, {})).toThrow(rejection("Inner.Anything"));
    expect(write(bare, {})).toThrow(rejection("Bare.Documents"));
    expect(write(plain, { Text: "t", Texts: { a: "b" } })).not.toThrow();
  });

  it("throws an error on the server if the input or output can contain a document", async () => {
    const description = { schema: operation(inner, inner), errors: [] };
    expect(() => server(service).writeResponse(description, { Anything: {} })).toThrow(
      /^Inner\.Anything is a document/,
    );
    const request = {
      method: "POST",
      path: "/",
      query: {},
      headers: {
        "content-type": id.endsWith("restXml")
          ? "application/xml"
          : "application/x-www-form-urlencoded",
      },
      body: id.endsWith("restXml") ? "<Inner/>" : "Action=Do&Version=1",
    };
    await expect(async () => server(service).readRequest(description, request)).rejects.toThrow(
      /^Inner\.Anything is a document/,
    );
  });
});

describe("a document that is the whole body in restJson1", () => {
  const data: StaticStructureSchema = [3, n, "Data", 0, ["Payload"], [[15, { httpPayload: 1 }]]];
  const description = { schema: operation(data, data), errors: [] };
  const json = { "content-type": "application/json" };

  it.each([
    [null, "null"],
    ["text", '"text"'],
    [false, "false"],
    [[1, null], "[1,null]"],
    [{ a: null }, '{"a":null}'],
  ])("is written and read as %j", async (Payload, body) => {
    const request = restJson1(service).writeRequest(description, { Payload });
    expect(request).toMatchObject({ headers: json, body });
    expect(await restJson1Server(service).readRequest(description, request)).toEqual({ Payload });
    const response = restJson1Server(service).writeResponse(description, { Payload });
    expect(response).toMatchObject({ headers: json, body });
    const { output } = await restJson1(service).readResponse(description, response);
    expect(output).toEqual({ Payload });
  });

  it("is undefined if the body is empty", async () => {
    const request = restJson1(service).writeRequest(description, {});
    expect(request.body).toBeUndefined();
    expect(await restJson1Server(service).readRequest(description, request)).toEqual({});
  });
});
