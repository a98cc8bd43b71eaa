import { existsSync, readFileSync } from "node:fs";
import type { HttpHandler } from "@tinsmith/client-runtime";
import { describe, expect, it, vi } from "vitest";
import { defineClient } from "../src/index.js";

const dynamodb = new URL(
  "../../../../../shared/corpora/aws-models/dynamodb-2012-08-10.json",
  import.meta.url,
);

if (!existsSync(dynamodb)) console.info(`Skipped: ${dynamodb.pathname} is missing.`);

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" };

/** Creates a handler that responds to endpoint discovery and records the host of each call. */
function discoveryHandler(address: string) {
  const places: string[] = [];
  const requestHandler: HttpHandler = {
    handle: async ({ headers, hostname }) => {
      const operation = String(headers["x-amz-target"]).split(".")[1];
      places.push(`${operation} ${hostname}`);
      const output =
        operation === "DescribeEndpoints"
          ? { Endpoints: [{ Address: address, CachePeriodInMinutes: 1440 }] }
          : {};
      const body = new TextEncoder().encode(JSON.stringify(output));
      return { response: { statusCode: 200, headers: {}, body } };
    },
  };
  return { places, requestHandler };
}

describe("a dynamic client of a service with endpoint discovery", () => {
  it.skipIf(!existsSync(dynamodb))(
    "discovers the endpoint of DynamoDB in the background if discovery is enabled",
    async () => {
      const DynamoDb = defineClient(readFileSync(dynamodb, "utf8"));
      const { places, requestHandler } = discoveryHandler("cell.dynamodb.example");
      const common = { region: "us-east-1", credentials, requestHandler };
      const client = new DynamoDb({ ...common, endpointDiscoveryEnabled: true });
      const regional = "ListTables dynamodb.us-east-1.amazonaws.com";
      await client["listTables"]?.();
      await vi.waitFor(() => expect(places).toHaveLength(2));
      expect(places).toContain(regional);
      expect(places).toContain("DescribeEndpoints dynamodb.us-east-1.amazonaws.com");
      await new Promise((resolve) => setTimeout(resolve, 20));
      await client["listTables"]?.();
      expect(places.at(-1)).toBe("ListTables cell.dynamodb.example");

      places.length = 0;
      await new DynamoDb(common)["listTables"]?.();
      expect(places).toEqual([regional]);
    },
  );

  it("waits for the endpoint if an operation requires discovery", async () => {
    const Stream = defineClient(timestreams);
    const { places, requestHandler } = discoveryHandler("cell-2.streams.example");
    const client = new Stream({ region: "us-east-1", credentials, requestHandler });
    await client["write"]?.();
    expect(places).toEqual([
      "DescribeEndpoints streams.us-east-1.example",
      "Write cell-2.streams.example",
    ]);
  });
});

const rules = {
  version: "1.0",
  parameters: { Region: { type: "string", builtIn: "AWS::Region" } },
  rules: [
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }],
      endpoint: { url: "https://streams.{Region}.example" },
      type: "endpoint",
    },
  ],
};

const timestreams = {
  smithy: "2.0",
  shapes: {
    "demo#Streams": {
      type: "service",
      version: "1",
      operations: [{ target: "demo#DescribeEndpoints" }, { target: "demo#Write" }],
      traits: {
        "aws.protocols#awsJson1_0": {},
        "aws.auth#sigv4": { name: "streams" },
        "aws.api#clientEndpointDiscovery": { operation: "demo#DescribeEndpoints" },
        "smithy.rules#endpointRuleSet": rules,
      },
    },
    "demo#Write": {
      type: "operation",
      input: { target: "smithy.api#Unit" },
      output: { target: "smithy.api#Unit" },
      traits: { "aws.api#clientDiscoveredEndpoint": { required: true } },
    },
    "demo#DescribeEndpoints": {
      type: "operation",
      input: { target: "smithy.api#Unit" },
      output: { target: "demo#DescribeEndpointsOutput" },
    },
    "demo#DescribeEndpointsOutput": {
      type: "structure",
      members: { Endpoints: { target: "demo#Endpoints" } },
    },
    "demo#Endpoints": { type: "list", member: { target: "demo#Endpoint" } },
    "demo#Endpoint": {
      type: "structure",
      members: {
        Address: { target: "smithy.api#String" },
        CachePeriodInMinutes: { target: "smithy.api#Long" },
      },
    },
  },
};
