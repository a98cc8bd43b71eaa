import {
  isValidHostLabel,
  parseURL,
  partition,
  substring,
} from "@tinsmith/client-runtime/generated/v1";
import type { NodeValue } from "@tinsmith/smithy";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFile } from "../../../src/print/print-file.js";
import { emitEndpointParameters } from "../../../src/targets/client/emit-endpoint-parameters.js";
import { emitEndpointResolver } from "../../../src/targets/client/emit-endpoint-resolver.js";
import { diagramOf, RESULT } from "../../../../service/test/endpoints/build-diagram.js";
import { modelOf, planOfModel } from "../../../../service/test/load-plan.js";
import { checkModules, withModules } from "./run-generated.js";

const parameters = {
  Region: { type: "string", builtIn: "AWS::Region" },
  UseFIPS: { type: "boolean", builtIn: "AWS::UseFIPS", required: true, default: false },
  Endpoint: { type: "string", builtIn: "SDK::Endpoint" },
};

const ref = (name: string) => ({ ref: name });
const call = (fn: string, ...argv: readonly NodeValue[]) => ({ fn, argv });
const endpoint = (url: NodeValue) => ({ type: "endpoint", conditions: [], endpoint: { url } });
const error = (message: string) => ({ type: "error", conditions: [], error: message });

const conditions = {
  hasEndpoint: call("isSet", ref("Endpoint")),
  hasRegion: call("isSet", ref("Region")),
  region: { ...call("aws.partition", ref("Region")), assign: "Where" },
  fips: call("booleanEquals", ref("UseFIPS"), true),
  china: call("stringEquals", call("getAttr", ref("Where"), "name"), "aws-cn"),
  label: call("isValidHostLabel", ref("Region"), false),
};

const results = {
  fipsAndEndpoint: error("FIPS is not supported with a custom endpoint."),
  custom: endpoint(ref("Endpoint")),
  fips: endpoint("https://depot-fips.{Region}.{Where#dnsSuffix}"),
  china: endpoint("https://depot.{Region}.{Where#dualStackDnsSuffix}"),
  usual: endpoint("https://depot.{Region}.{Where#dnsSuffix}"),
  noRegion: error("The region is missing."),
};

const tree = (conditionsOf: readonly unknown[], ...rules: readonly unknown[]) => ({
  type: "tree",
  conditions: conditionsOf,
  rules,
});
const under = (conditionsOf: readonly unknown[], result: object) => ({
  ...result,
  conditions: conditionsOf,
});

const ruleSet = {
  version: "1.0",
  parameters,
  rules: [
    tree(
      [conditions.hasEndpoint],
      under([conditions.fips], results.fipsAndEndpoint),
      results.custom,
    ),
    tree(
      [conditions.hasRegion],
      tree(
        [conditions.label, conditions.region],
        under([conditions.fips], results.fips),
        under([conditions.china], results.china),
        results.usual,
      ),
    ),
    results.noRegion,
  ],
};

/**
 * The rules above as a decision diagram. The node for FIPS with a custom endpoint is negated. No
 * rule matches without a label or a partition.
 */
const diagram = diagramOf(
  [
    [-1, 1, -1],
    [0, -7, 3],
    [1, 8, RESULT + 6],
    [2, 5, -1],
    [3, RESULT + 3, 6],
    [4, RESULT + 4, RESULT + 5],
    [3, RESULT + 2, RESULT + 1],
    [5, 4, -1],
  ],
  2,
  { parameters, conditions, results },
);

const testCases = [
  {
    params: { Region: "cn-north-1" },
    expect: { endpoint: { url: "https://depot.cn-north-1.api.amazonwebservices.com.cn" } },
  },
  { params: {}, expect: { error: "The region is missing." } },
];

const model = (trait: string, rules: object) =>
  modelOf(`$version: "2"
namespace example.depot
@smithy.rules#${trait}(${JSON.stringify(rules)})
@smithy.rules#endpointTests({ version: "1.0", testCases: ${JSON.stringify(testCases)} })
service Depot { version: "1" }
`);

async function filesOf(trait: string, rules: object): Promise<Record<string, string>> {
  const plan = planOfModel(model(trait, rules));
  const source = { source: "model" };
  const parametersFile = emitEndpointParameters(plan);
  return {
    "endpoint-parameters.ts": await printFile("endpoint-parameters.ts", parametersFile, source),
    "endpoint-resolver.ts": await printFile(
      "endpoint-resolver.ts",
      emitEndpointResolver(plan.endpoint.rules),
      source,
    ),
  };
}

type Params = Readonly<Record<string, string | boolean | undefined>>;

/** Returns the result of the emitted resolver: an address, or the message of an error. */
const resultsOf = (
  files: Readonly<Record<string, string>>,
  all: readonly Params[],
): Promise<readonly string[]> =>
  withModules(files, async (importModule) => {
    const { resolveEndpoint } = await importModule("endpoint-resolver.js");
    if (typeof resolveEndpoint !== "function") throw new TypeError("The module has no resolver.");
    return all.map((params) => {
      try {
        return String(resolveEndpoint(params).url);
      } catch (thrown) {
        if (thrown instanceof Error && thrown.name === "EndpointError") return thrown.message;
        throw thrown;
      }
    });
  });

const grid: readonly Params[] = [undefined, "us-east-1", "cn-north-1", "not a label", "x"].flatMap(
  (Region) =>
    [undefined, true, false].flatMap((UseFIPS) =>
      [undefined, "https://own.example/a"].map((Endpoint) => ({ Region, UseFIPS, Endpoint })),
    ),
);

const noMatch = "No endpoint rule matches the parameters.";

describe("the code of a decision diagram", () => {
  it("returns the same results as the equivalent rule set", async () => {
    const ofDiagram = await resultsOf(await filesOf("endpointBdd", diagram), grid);
    expect(ofDiagram).toEqual(await resultsOf(await filesOf("endpointRuleSet", ruleSet), grid));
    expect(new Set(ofDiagram).size).toBeGreaterThan(8);
  }, 60_000);

  it("returns the results that the tests of the model expect", async () => {
    const found = await resultsOf(
      await filesOf("endpointBdd", diagram),
      testCases.map(({ params }) => params),
    );
    expect(found).toEqual(
      testCases.map(({ expect: { endpoint: to, error: message } }) =>
        to ? new URL(to.url).href : message,
      ),
    );
  }, 60_000);

  it("consists of nested if statements, with a function for each shared node", async () => {
    const text = (await filesOf("endpointBdd", diagram))["endpoint-resolver.ts"] ?? "";
    await expect(text).toMatchFileSnapshot("golden/endpoint-diagram.ts.txt");
  }, 60_000);
});

/** Conditions of every kind. Their values may be absent. */
const anyConditions = [
  call("isSet", ref("Endpoint")),
  { ...call("parseURL", ref("Endpoint")), assign: "Address" },
  call("booleanEquals", call("getAttr", ref("Address"), "isIp"), true),
  { ...call("substring", ref("Region"), 0, 2, false), assign: "Start" },
  call("not", call("isSet", ref("Region"))),
  call("stringEquals", ref("Start"), "us"),
  { ...call("aws.partition", ref("Start")), assign: "Where" },
  call("booleanEquals", ref("UseFIPS"), false),
  call("isValidHostLabel", ref("Region"), true),
  { ...call("coalesce", ref("Start"), ref("Region")), assign: "Either" },
  call("stringEquals", "{Region}-{Start}", "us-east-1-us"),
];

const anyResults = [
  endpoint("https://one.example"),
  error("no {Region}"),
  endpoint("https://{Either}.example"),
  endpoint("https://{Start}.{Where#dnsSuffix}/{Region}"),
  endpoint("{Address#scheme}://two.example"),
];

/** Evaluates the diagram node by node, with a handwritten evaluation of the conditions above. */
function walk(nodes: readonly (readonly number[])[], root: number, params: Params): string {
  const { Region, Endpoint, UseFIPS = false } = params;
  const region = typeof Region === "string" ? Region : undefined;
  const own = typeof Endpoint === "string" ? Endpoint : undefined;
  let address: ReturnType<typeof parseURL>;
  let start: string | undefined;
  let where: ReturnType<typeof partition>;
  let either: string | undefined;
  const holds = [
    () => own !== undefined,
    () => (address = parseURL(own)) !== undefined,
    () => address?.isIp === true,
    () => (start = substring(region, 0, 2, false)) !== undefined,
    () => region === undefined,
    () => start === "us",
    () => (where = partition(start)) !== undefined,
    () => UseFIPS === false,
    () => isValidHostLabel(region, true),
    () => (either = start ?? region) !== undefined,
    () => start !== undefined && `${region}-${start}` === "us-east-1-us",
  ];
  let at = root;
  while (Math.abs(at) > 1 && at < RESULT) {
    const [condition = 0, high = 1, low = 1] = nodes[Math.abs(at) - 1] ?? [];
    at = holds[condition]?.() === at > 0 ? high : low;
  }
  switch (at - RESULT) {
    case 1:
      return "https://one.example/";
    case 2:
      return region === undefined ? noMatch : `no ${region}`;
    case 3:
      return either === undefined ? noMatch : `https://${either}.example/`;
    case 4:
      return start === undefined || where === undefined || region === undefined
        ? noMatch
        : `https://${start}.${where.dnsSuffix}/${region}`;
    case 5:
      return address === undefined ? noMatch : `${address.scheme}://two.example/`;
    default:
      return noMatch;
  }
}

/** Generates diagrams whose nodes test the conditions in order. Some references are negated. */
const anyDiagram = fc
  .array(
    fc.record({
      condition: fc.nat(anyConditions.length - 1),
      ways: fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(99), fc.boolean()),
      others: fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(99), fc.boolean()),
    }),
    { minLength: 3, maxLength: 24 },
  )
  .map((drawn) => {
    const ordered = [...drawn].sort((a, b) => a.condition - b.condition);
    const reference = (after: number, [leaf, at, negated]: [number, number, boolean]): number => {
      const later = ordered.length - after;
      if (later <= 0 || leaf < 0.35) return at % 6 === 0 ? -1 : RESULT + (at % 6);
      return (after + 2 + (at % later)) * (negated ? -1 : 1);
    };
    const isLater = (index: number): number => {
      const next = ordered.findIndex(
        ({ condition }) => condition > (ordered[index]?.condition ?? 0),
      );
      return next < 0 ? ordered.length : next;
    };
    return [
      [-1, 1, -1],
      ...ordered.map(({ condition, ways, others }, index) => [
        condition,
        reference(isLater(index), ways),
        reference(isLater(index), others),
      ]),
    ];
  });

describe("a random decision diagram", () => {
  it("compiles to code that returns the same results as an evaluation node by node", async () => {
    const diagrams = fc.sample(anyDiagram, { numRuns: 60, seed: 4 });
    const packages: Record<string, Record<string, string>> = {};
    const params = [...grid, { Endpoint: "https://127.0.0.1" }, { Region: "us" }];
    for (const [index, nodes] of diagrams.entries()) {
      const rest = { parameters, conditions: anyConditions, results: anyResults };
      const files = await filesOf("endpointBdd", diagramOf(nodes, 2, rest));
      const name = `${"abcdefghij"[Math.floor(index / 10)]}${"abcdefghij"[index % 10]}`;
      packages[`@example/diagram-${name}`] = files;
      const expected = params.map((one) => walk(nodes, 2, one));
      const valid = params.filter((_, at) => isValidHost(expected[at] ?? ""));
      expect({ nodes, found: await resultsOf(files, valid) }).toEqual({
        nodes,
        found: expected.filter(isValidHost),
      });
    }
    expect(checkModules(packages)).toEqual([]);
  }, 240_000);
});

/** Returns false for an invalid host name. Some parameters result in such names. */
const isValidHost = (text: string): boolean => !text.startsWith("https://not");
