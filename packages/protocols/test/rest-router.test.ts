import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import type { OperationDescription } from "../src/index.js";
import { restJson1 } from "./protocols.js";

const label = [0, { httpLabel: 1 }] as const;
const structure = (name: string, members: readonly string[]): StaticStructureSchema => [
  3,
  "example",
  name,
  0,
  [...members],
  members.map(() => [...label]),
];
const operation = (name: string, uri: string, members: readonly string[]): OperationDescription => {
  const input = structure(`${name}Input`, members);
  const http: [string, string, number] = ["GET", uri, 200];
  const schema: StaticOperationSchema = [
    9,
    "example",
    name,
    { http },
    input,
    structure(`${name}Output`, []),
  ];
  return { schema, errors: [] };
};

const operations = [
  operation("List", "/", []),
  operation("Box", "/{box}", ["box"]),
  operation("Item", "/{box}/{key+}", ["box", "key"]),
  operation("Literal", "/fixed/last", []),
];
const protocol = restJson1({ namespace: "example", name: "Boxes", version: "1" });

const read = async (path: string) => {
  const request = { method: "GET", path, query: {}, headers: {}, body: undefined };
  const found = protocol.router(operations)(request);
  return found && [found.schema[2], await protocol.readRequest(found, request)];
};

describe("a slash at the end of a path", () => {
  it("belongs to a greedy label", async () => {
    expect(await read("/mine/folder/")).toEqual(["Item", { box: "mine", key: "folder/" }]);
  });

  it("is left out where no pattern takes it", async () => {
    expect(await read("/mine/")).toEqual(["Box", { box: "mine" }]);
    expect(await read("/")).toEqual(["List", {}]);
  });
});

describe("the status in an output", () => {
  const Coded$: StaticStructureSchema = [
    3,
    "example",
    "Coded",
    0,
    ["status"],
    [[1, { httpResponseCode: 1 }]],
  ];
  it("has to be one that ends a request", () => {
    const { schema } = operation("Coded", "/coded", []);
    const [kind, namespace, name, traits, input] = schema;
    const described: OperationDescription = {
      schema: [kind, namespace, name, traits, input, Coded$],
      errors: [],
    };
    const statusOf = (status: number) => protocol.writeResponse(described, { status }).statusCode;
    expect(statusOf(204)).toBe(204);
    expect(() => statusOf(61)).toThrow(new RangeError("status is no status of a response: 61"));
    expect(() => statusOf(100)).toThrow(RangeError);
    expect(() => statusOf(200.5)).toThrow(RangeError);
  });
});
