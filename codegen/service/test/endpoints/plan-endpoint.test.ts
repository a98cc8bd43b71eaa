import { describe, expect, it } from "vitest";
import { planOf } from "../load-plan.js";

const rules = {
  version: "1.0",
  parameters: {
    Region: { type: "string", builtIn: "AWS::Region" },
    ForcePathStyle: { type: "boolean" },
    Bucket: { type: "string" },
    Unknown: { type: "string", builtIn: "Other::Thing" },
  },
  rules: [
    {
      type: "endpoint",
      conditions: [],
      endpoint: {
        url: "https://{Bucket}.s3.{Region}.{partition#dnsSuffix}",
        properties: {
          authSchemes: [{ name: "sigv4", signingRegion: "{Region}", depth: 1, none: null }],
        },
      },
    },
  ],
};

const plan = planOf(`$version: "2"
namespace demo
use smithy.rules#contextParam
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams
@smithy.rules#endpointRuleSet(${JSON.stringify(rules)})
@smithy.rules#clientContextParams(ForcePathStyle: { type: "boolean", documentation: "Paths." })
service Demo { version: "1", operations: [Get, List] }
@http(method: "GET", uri: "/{bucket}/{key}")
@staticContextParams(Fixed: { value: true })
@operationContextParams(Names: { path: "a.b" })
operation Get { input := {
  @required @httpLabel @contextParam(name: "Bucket") bucket: String
  @required @httpLabel key: String
  a: A
} }
@http(method: "GET", uri: "/list") operation List {}
structure A { b: String }
`);

describe("the plan of an endpoint", () => {
  it("contains the client options that set parameters", () => {
    expect(plan.endpoint.parameters.map(({ name, source }) => [name, source])).toEqual([
      ["Region", { type: "builtInParams", name: "region" }],
      ["ForcePathStyle", { type: "clientContextParams", name: "forcePathStyle" }],
      ["Bucket", undefined],
      ["Unknown", undefined],
    ]);
    expect(plan.endpoint.clientContextParams).toEqual([
      {
        name: "ForcePathStyle",
        option: "forcePathStyle",
        type: "boolean",
        documentation: "Paths.",
      },
    ]);
  });

  it("contains the rules as a tree, including properties", () => {
    expect(plan.endpoint.rules).toMatchObject({
      rules: [
        {
          outcome: {
            kind: "endpoint",
            endpoint: {
              properties: {
                authSchemes: {
                  kind: "list",
                  items: [
                    {
                      kind: "record",
                      properties: {
                        name: { kind: "template", text: "sigv4" },
                        signingRegion: { kind: "template", text: "{Region}" },
                        depth: { kind: "literal", value: 1 },
                        none: { kind: "null" },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      ],
    });
  });

  it("contains the parameters that an operation sets", () => {
    expect(plan.operations[0]?.endpointParameters).toEqual([
      { type: "contextParams", parameter: "Bucket", member: "bucket" },
      { type: "staticContextParams", parameter: "Fixed", value: true },
      {
        type: "operationContextParams",
        parameter: "Names",
        expression: "a.b",
        path: { kind: "members", names: ["a", "b"] },
      },
    ]);
  });

  it("names the parameter whose path label moves into the host, and the host suffixes after that label", () => {
    expect(plan.operations.map(({ labelInEndpoint }) => labelInEndpoint)).toEqual([
      "Bucket",
      undefined,
    ]);
    expect(plan.endpoint.virtualHosts).toEqual(["s3.{label}.{partition}"]);
  });

  it("has only the endpoint parameter for a service without rules", () => {
    const { endpoint } = planOf('$version: "2"\nnamespace demo\nservice Demo { version: "1" }');
    expect(endpoint.rules).toBeUndefined();
    expect(endpoint.parameters.map(({ name, source }) => [name, source])).toEqual([
      ["Endpoint", { type: "builtInParams", name: "endpoint" }],
    ]);
  });
});

describe("service-specific options", () => {
  const parameters = {
    Region: { type: "string", builtIn: "AWS::Region" },
    UseGlobalEndpoint: { type: "boolean", builtIn: "AWS::STS::UseGlobalEndpoint" },
    DisableMultiRegionAccessPoints: {
      type: "boolean",
      builtIn: "AWS::S3::DisableMultiRegionAccessPoints",
    },
  };
  const { endpoint } = planOf(`$version: "2"
namespace demo
@smithy.rules#endpointRuleSet(${JSON.stringify({ ...rules, parameters })})
@smithy.rules#clientContextParams(
    DisableMultiRegionAccessPoints: { type: "boolean", documentation: "Access points." }
)
service Demo { version: "1" }
`);

  it("include built-in parameters that the trait clientContextParams does not list", () => {
    expect(endpoint.clientContextParams.map(({ name, option }) => [name, option])).toEqual([
      ["DisableMultiRegionAccessPoints", "disableMultiregionAccessPoints"],
      ["UseGlobalEndpoint", "useGlobalEndpoint"],
    ]);
  });

  it("have the names that the endpoint rules use for their values", () => {
    const read = endpoint.parameters.map(({ source }) => source?.name);
    for (const { option } of endpoint.clientContextParams) expect(read).toContain(option);
  });
});
