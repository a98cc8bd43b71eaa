import type { StaticOperationSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { restXml } from "./protocols.js";

const schema: StaticOperationSchema = [
  9,
  "example.places",
  "Locate",
  { http: ["GET", "/place", 200] },
  "unit",
  [
    3,
    "example.places",
    "LocateOutput",
    { s3UnwrappedXmlOutput: 1 },
    ["Region"],
    [[0, { xmlName: "Where" }]],
  ],
];
const operation = { schema, errors: [] };
const protocol = restXml({
  namespace: "example.places",
  name: "Places",
  version: "1",
  xmlNamespace: ["", "urn:places"],
});

describe("an output with the trait s3UnwrappedXmlOutput", () => {
  it.each([
    [{ Region: "a&b" }, '<Where xmlns="urn:places">a&amp;b</Where>', { Region: "a&b" }],
    [{}, '<Where xmlns="urn:places"></Where>', { Region: "" }],
  ])("consists of the element of its only member: %j", async (output, body, read) => {
    const response = protocol.writeResponse(operation, output);
    expect(response.body).toBe(body);
    expect((await protocol.readResponse(operation, response)).output).toEqual(read);
  });
});
