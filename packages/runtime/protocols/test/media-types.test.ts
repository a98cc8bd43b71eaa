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

const form = "application/x-www-form-urlencoded";
const described = operation(structure({ a: 0 }));
async function send(factory: ProtocolFactory, headers: Record<string, string | undefined>) {
  const protocol = factory(service);
  const request = protocol.writeRequest(described, { a: "x" });
  const sent = Object.entries({ ...request.headers, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return protocol.readRequest(described, { ...request, headers: Object.fromEntries(sent) });
}

describe("the media type check of a server", () => {
  it.each<[protocol: string, factory: ProtocolFactory, type: string | undefined]>([
    ["awsJson1_0", awsJson1_0, "application/x-amz-json-1.0"],
    ["awsJson1_0", awsJson1_0, "application/x-amz-json-1.1"],
    ["awsJson1_1", awsJson1_1, "Application/X-Amz-JSON-1.1; charset=utf-8"],
    ["awsJson1_1", awsJson1_1, undefined],
    ["awsQuery", awsQuery, `${form}; charset=utf-8`],
    ["ec2Query", ec2Query, form],
    ["restJson1", restJson1, "application/json; charset=utf-8"],
    ["restXml", restXml, "application/xml"],
    ["restXml", restXml, undefined],
    ["rpcv2Cbor", rpcv2Cbor, "application/cbor"],
    ["rpcv2Json", rpcv2Json, "application/json"],
  ])("accepts a media type of %s (%#)", async (_, factory, type) => {
    expect(await send(factory, { "content-type": type })).toEqual({ a: "x" });
  });

  it.each<[protocol: string, factory: ProtocolFactory, type: string]>([
    ["awsJson1_0", awsJson1_0, "application/json"],
    ["awsJson1_1", awsJson1_1, form],
    ["awsQuery", awsQuery, "application/json"],
    ["ec2Query", ec2Query, "text/xml"],
    ["restJson1", restJson1, "application/xml"],
    ["restXml", restXml, "application/json"],
    ["rpcv2Cbor", rpcv2Cbor, "application/json"],
    ["rpcv2Json", rpcv2Json, "application/cbor"],
  ])("rejects a body whose media type is not that of %s", async (_, factory, type) => {
    await expect(async () => send(factory, { "content-type": type })).rejects.toMatchObject({
      name: "MalformedRequest",
      code: "UnsupportedMediaTypeException",
      statusCode: 415,
    });
  });

  it.each<[protocol: string, factory: ProtocolFactory, own: string]>([
    ["restJson1", restJson1, "application/json"],
    ["restXml", restXml, "application/xml"],
    ["rpcv2Cbor", rpcv2Cbor, "application/cbor"],
    ["rpcv2Json", rpcv2Json, "application/json"],
  ])("rejects a header Accept that excludes the media type of %s", async (_, factory, own) => {
    for (const accept of [undefined, own, "*/*", "application/*", `text/html, ${own};q=0.5`]) {
      expect(await send(factory, { accept })).toEqual({ a: "x" });
    }
    for (const accept of ["text/html", "text/*"]) {
      await expect(async () => send(factory, { accept })).rejects.toMatchObject({
        name: "MalformedRequest",
        code: "NotAcceptableException",
        statusCode: 406,
      });
    }
  });
});
