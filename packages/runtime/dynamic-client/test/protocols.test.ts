import { ServiceException } from "@tinsmith/client-runtime";
import { describe, expect, it } from "vitest";
import { defineClient } from "../src/index.js";
import { planOf } from "./plan-of.js";
import { serviceHandler } from "./round-trip.js";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" };

/** Creates a model whose messages have many kinds of members, a mixin, errors and a resource. */
const gardenModel = (protocol: string) => ({
  smithy: "2.0",
  shapes: {
    "example.garden#Garden": {
      type: "service",
      version: "2026-01-01",
      operations: [{ target: "example.garden#PlantTree" }],
      resources: [{ target: "example.garden#Bed" }],
      errors: [{ target: "example.garden#Frozen" }],
      traits: {
        [protocol]: {},
        "aws.auth#sigv4": { name: "garden" },
        "smithy.api#xmlNamespace": { uri: "https://garden.example/" },
      },
    },
    "example.garden#Bed": { type: "resource", read: { target: "example.garden#GetBed" } },
    "example.garden#GetBed": {
      type: "operation",
      traits: {
        "smithy.api#readonly": {},
        "smithy.api#http": { method: "GET", uri: "/bed", code: 200 },
      },
    },
    "example.garden#PlantTree": {
      type: "operation",
      input: { target: "example.garden#Tree" },
      output: { target: "example.garden#Planted" },
      errors: [{ target: "example.garden#NoRoom" }],
      traits: { "smithy.api#http": { method: "POST", uri: "/trees/{Kind}", code: 200 } },
    },
    "example.garden#Named": {
      type: "structure",
      members: { Kind: { target: "smithy.api#String" } },
      traits: { "smithy.api#mixin": {} },
    },
    "example.garden#Tree": {
      type: "structure",
      mixins: [{ target: "example.garden#Named" }],
      members: {
        Age: { target: "smithy.api#Integer" },
        PlantedAt: { target: "smithy.api#Timestamp" },
        Branches: { target: "example.garden#Branches" },
      },
    },
    "example.garden#Tree$Kind": {
      type: "apply",
      traits: { "smithy.api#required": {}, "smithy.api#httpLabel": {} },
    },
    "example.garden#Branches": { type: "list", member: { target: "example.garden#Branch" } },
    "example.garden#Branch": {
      type: "structure",
      members: {
        Length: { target: "smithy.api#Double" },
        Branches: { target: "example.garden#Branches" },
      },
    },
    "example.garden#Planted": {
      type: "structure",
      members: {
        Id: { target: "smithy.api#String" },
        At: {
          target: "smithy.api#Timestamp",
          traits: { "smithy.api#timestampFormat": "date-time" },
        },
        Leaves: { target: "smithy.api#Blob" },
      },
    },
    "example.garden#NoRoom": {
      type: "structure",
      members: {
        message: { target: "smithy.api#String" },
        Free: { target: "smithy.api#Integer" },
      },
      traits: { "smithy.api#error": "client", "smithy.api#retryable": { throttling: true } },
    },
    "example.garden#Frozen": {
      type: "structure",
      members: {},
      traits: { "smithy.api#error": "server" },
    },
  },
});

const protocols = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
  "smithy.protocols#rpcv2Cbor",
  "smithy.protocols#rpcv2Json",
];

function garden(protocol: string, response: Parameters<typeof serviceHandler>[1]) {
  const Garden = defineClient(gardenModel(protocol));
  const operations = Object.values(Garden.commands).map((Command) => {
    const { schema } = new Command();
    if (schema === undefined) throw new Error("The command has no schema.");
    return { schema, errors: [] };
  });
  const { handler, served, useProtocol } = serviceHandler(operations, response);
  const client = new Garden({
    region: "us-east-1",
    endpoint: "https://garden.example",
    credentials,
    requestHandler: handler,
    maxAttempts: 1,
  });
  useProtocol(client.config.protocol, planOf(gardenModel(protocol)).schema);
  return { Garden, client, served };
}

describe.each(protocols)("a dynamic client of a service with %s", (protocol) => {
  const tree = {
    Kind: "oak",
    Age: 7,
    PlantedAt: new Date("2019-03-01T12:00:00Z"),
    Branches: [{ Length: 1.5, Branches: [{ Length: 0.25 }] }],
  };

  it("sends an input that the service reads, and reads the output of the service", async () => {
    const output = {
      Id: "t-1",
      At: new Date("2026-11-01T05:00:00Z"),
      Leaves: new Uint8Array([1, 2]),
    };
    const { client, served } = garden(protocol, { output });
    const planted = await client["plantTree"]?.(tree);
    expect(planted).toMatchObject({ ...output, $metadata: { httpStatusCode: 200 } });
    expect(served).toMatchObject([{ operation: "PlantTree", input: tree }]);
    expect(served[0]?.headers["authorization"]).toContain("/us-east-1/garden/aws4_request");
  });

  it("calls an operation of a resource without input", async () => {
    const { client, served } = garden(protocol, { output: {} });
    await client["getBed"]?.();
    expect(served[0]?.operation).toBe("GetBed");
  });

  it("throws a modeled error as an instance of its class", async () => {
    const { Garden, client } = garden(protocol, { error: "NoRoom", data: { Free: 0 } });
    const error = await client["plantTree"]?.(tree).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServiceException);
    expect(error).toBeInstanceOf(Garden.exceptions["NoRoom"]);
    expect(error).toMatchObject({
      name: "NoRoom",
      $fault: "client",
      message: "simulated error",
      $retryable: { throttling: true },
    });
  });
});
