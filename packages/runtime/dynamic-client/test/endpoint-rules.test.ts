import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EndpointParameters } from "@smithy/types";
import { EndpointError } from "@tinsmith/client-runtime";
import type { EndpointProvider } from "@tinsmith/client-runtime";
import { entriesOf, propertyOf, stringOf } from "@tinsmith/smithy";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { clientParametersOf, endpointProviderOf } from "../src/endpoint-rules.js";
import { planOf } from "./plan-of.js";

const RESULT = 100_000_000;

/** Encodes nodes as the trait does: as big-endian integers of four bytes. */
function encode(nodes: readonly (readonly number[])[]): string {
  const bytes = Buffer.alloc(nodes.length * 12);
  for (const [index, value] of nodes.flat().entries()) bytes.writeInt32BE(value, index * 4);
  return bytes.toString("base64");
}

const nodes = [
  [-1, 1, -1],
  // Continues with the custom endpoint if it is set, otherwise with the region.
  [0, -5, 3],
  [3, 4, -1],
  [1, RESULT + 2, -1],
  // The reference to this node is negated: without FIPS, the result is the custom endpoint.
  [2, RESULT + 1, RESULT + 3],
];

const diagram = {
  version: "1.1",
  parameters: {
    Region: { type: "string", builtIn: "AWS::Region" },
    UseFIPS: { type: "boolean", builtIn: "AWS::UseFIPS", required: true, default: false },
    Endpoint: { type: "string", builtIn: "SDK::Endpoint" },
  },
  conditions: [
    { fn: "isSet", argv: [{ ref: "Endpoint" }] },
    { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "Where" },
    { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] },
    { fn: "isSet", argv: [{ ref: "Region" }] },
  ],
  results: [
    { type: "endpoint", conditions: [], endpoint: { url: { ref: "Endpoint" } } },
    {
      type: "endpoint",
      conditions: [],
      endpoint: {
        url: "https://depot.{Region}.{Where#dnsSuffix}",
        headers: { "x-where": ["{Where#name}"] },
        properties: { authSchemes: [{ name: "sigv4", signingName: "depot" }] },
      },
    },
    { type: "error", conditions: [], error: "FIPS in {Region} does not allow a custom endpoint." },
  ],
  root: 2,
  nodeCount: nodes.length,
  nodes: encode(nodes),
};

function outcomeOf(provider: EndpointProvider, parameters: EndpointParameters): object {
  try {
    const { url, headers, properties } = provider(parameters);
    return { url: url.href.replace(/\/$/, ""), headers, properties };
  } catch (error) {
    if (error instanceof EndpointError) return { error: error.message };
    throw error;
  }
}

describe("a decision diagram of endpoint rules", () => {
  const { model } = loadModel([
    {
      path: "depot.json",
      text: JSON.stringify({
        smithy: "2.0",
        shapes: {
          "example.depot#Depot": {
            type: "service",
            version: "1",
            traits: { "smithy.rules#endpointBdd": diagram },
          },
        },
      }),
    },
  ]);
  if (!model) throw new Error("The model does not load.");
  const { endpoint } = planOf(model);
  const provider = endpointProviderOf(endpoint);

  it.each([
    [
      { Region: "eu-west-1" },
      {
        url: "https://depot.eu-west-1.amazonaws.com",
        headers: { "x-where": ["aws"] },
        properties: { authSchemes: [{ name: "sigv4", signingName: "depot" }] },
      },
    ],
    [
      { Endpoint: "https://depot.example" },
      { url: "https://depot.example", headers: {}, properties: {} },
    ],
    [
      { Endpoint: "https://depot.example", UseFIPS: true, Region: "eu-west-1" },
      { error: "FIPS in eu-west-1 does not allow a custom endpoint." },
    ],
    [{}, { error: "No matching endpoint." }],
  ])("resolves %j to %j", (given, outcome) => {
    expect(outcomeOf(provider, given)).toMatchObject(outcome);
  });

  it("maps its parameters to options of the client", () => {
    expect(clientParametersOf(endpoint)).toEqual({
      Region: { type: "builtInParams", name: "region" },
      UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
      Endpoint: { type: "builtInParams", name: "endpoint" },
    });
  });
});

const corpus = fileURLToPath(
  new URL("../../../../../shared/corpora/endpoints/models", import.meta.url),
);
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.info(`Skipped: the models of endpoint rules are missing in ${corpus}.`);
const names = hasCorpus ? readdirSync(corpus).filter((name) => name.endsWith(".smithy")) : [];

describe.runIf(hasCorpus)("interpreted endpoint rules", () => {
  it.each(names)("pass the endpoint tests of %s", (name) => {
    const { model } = loadModel([{ path: name, text: readFileSync(join(corpus, name), "utf8") }]);
    if (!model) throw new Error(`${name} does not load.`);
    const { id, endpoint: rules } = planOf(model);
    const provider = endpointProviderOf(rules);
    const { traits } = model.expectShape(id, "service");
    const tests = propertyOf(traits.get("smithy.rules#endpointTests"), "testCases");
    const cases = Array.isArray(tests) ? tests : [];
    expect(cases.length).toBeGreaterThan(0);
    for (const test of cases) {
      const parameters: EndpointParameters = {};
      for (const [parameter, value] of entriesOf(propertyOf(test, "params"))) {
        if (typeof value === "string" || typeof value === "boolean") parameters[parameter] = value;
        else if (Array.isArray(value)) {
          parameters[parameter] = value.filter((item) => typeof item === "string");
        }
      }
      const expected = propertyOf(test, "expect");
      const endpoint = propertyOf(expected, "endpoint");
      const url = stringOf(propertyOf(endpoint, "url"));
      const documentation = stringOf(propertyOf(test, "documentation"));
      expect({ documentation, ...outcomeOf(provider, parameters) }).toMatchObject({
        documentation,
        ...(url === undefined
          ? { error: stringOf(propertyOf(expected, "error")) }
          : { url: new URL(url).href.replace(/\/$/, "") }),
      });
    }
  });
});
