import {
  arnReferenceTrait,
  authTrait,
  endpointBddTrait,
  endpointRuleSetTrait,
  endpointTestsTrait,
  endpointTrait,
  enumTrait,
  examplesTrait,
  eventStreamTestsTrait,
  externalDocumentationTrait,
  httpMalformedRequestTestsTrait,
  httpRequestTestsTrait,
  httpResponseTestsTrait,
  idRefTrait,
  lengthTrait,
  patternTrait,
  rangeTrait,
  referencesTrait,
  requestCompressionTrait,
  restJson1Trait,
  smokeTestsTrait,
  timestampFormatTrait,
  traitTrait,
  traitValidatorsTrait,
  waitableTrait,
  xmlNamespaceTrait,
} from "@tinsmith/smithy/traits";
import type { Random } from "../random.js";
import type { AstShape, Json } from "./ast.js";

/**
 * Returns a value of a trait whose definition does not describe its valid values; `undefined` for
 * other traits.
 */
export function writtenValue(
  id: string,
  shapes: Readonly<Record<string, AstShape>>,
  random: Random,
): Json | undefined {
  const resource = Object.keys(shapes).find((other) => shapes[other]?.type === "resource");
  if (id === referencesTrait.id) return resource === undefined ? [] : [{ resource }];
  if (id === arnReferenceTrait.id && resource !== undefined && random.chance(0.5))
    return { resource };
  const values = writtenValues.get(id);
  return values === undefined ? undefined : structuredClone(random.pick(values));
}

const parameters = {
  Region: { type: "String", builtIn: "AWS::Region", documentation: "The region" },
  UseDualStack: { type: "Boolean", required: true, default: false, documentation: "Dual" },
};

const conditions = [{ fn: "isSet", argv: [{ ref: "Region" }] }];

const ruleSets: readonly Json[] = [
  {
    version: "1.0",
    parameters,
    rules: [
      { conditions, type: "endpoint", endpoint: { url: "https://{Region}.example.com" } },
      { conditions: [], type: "error", error: "A region is required" },
    ],
  },
  {
    version: "1.3",
    parameters,
    rules: [
      {
        conditions: [{ fn: "booleanEquals", argv: [{ ref: "UseDualStack" }, true] }],
        type: "tree",
        rules: [{ conditions: [], type: "error", error: "Not supported" }],
      },
      { conditions: [], type: "endpoint", endpoint: { url: "https://example.com" } },
    ],
  },
  {
    version: "1.0",
    parameters: { Endpoint: { type: "String", builtIn: "SDK::Endpoint", documentation: "Url" } },
    rules: [
      {
        conditions: [
          { fn: "isSet", argv: [{ ref: "Endpoint" }] },
          { fn: "parseURL", argv: [{ ref: "Endpoint" }], assign: "url" },
          {
            fn: "stringEquals",
            argv: [{ fn: "getAttr", argv: [{ ref: "url" }, "scheme"] }, "https"],
          },
        ],
        type: "endpoint",
        endpoint: {
          url: { ref: "Endpoint" },
          headers: { "x-a": ["{url#authority}"] },
          properties: { authSchemes: [{ name: "sigv4", signingName: "example" }] },
        },
      },
      { conditions: [], type: "error", error: "None" },
    ],
  },
];

const acceptor = (matcher: Json): Json => ({ acceptors: [{ state: "success", matcher }] });

const writtenValues: ReadonlyMap<string, readonly Json[]> = new Map<string, readonly Json[]>([
  [arnReferenceTrait.id, [{}, { type: "AWS::S3::Bucket" }]],
  [authTrait.id, [[]]],
  [endpointTrait.id, [{ hostPrefix: "data." }, { hostPrefix: "{name}." }]],
  [endpointRuleSetTrait.id, ruleSets],
  [
    endpointBddTrait.id,
    [
      {
        version: "1.1",
        parameters,
        conditions,
        results: [{ type: "error", error: "no", conditions: [] }],
        root: 1,
        nodeCount: 1,
        nodes: "/////wAAAAH/////",
      },
    ],
  ],
  [
    endpointTestsTrait.id,
    [
      { version: "1.0", testCases: [] },
      {
        version: "1.0",
        testCases: [
          {
            params: { Region: "a", UseDualStack: false },
            expect: { endpoint: { url: "https://a.example.com" } },
          },
          { params: { UseDualStack: true }, expect: { error: "A region is required" } },
        ],
      },
    ],
  ],
  [
    enumTrait.id,
    [
      [
        { value: "a", name: "A" },
        { value: "b", name: "B" },
      ],
      [{ value: "a" }],
    ],
  ],
  [examplesTrait.id, [[{ title: "One" }], [{ title: "Two", input: {}, output: {} }]]],
  [eventStreamTestsTrait.id, [[{ id: "Stream1", protocol: restJson1Trait.id, events: [] }]]],
  [externalDocumentationTrait.id, [{ Home: "https://example.com/" }]],
  [
    httpRequestTestsTrait.id,
    [
      [{ id: "Request1", protocol: restJson1Trait.id, method: "GET", uri: "/" }],
      [
        {
          id: "Same",
          protocol: restJson1Trait.id,
          method: "POST",
          uri: "/a",
          body: "{}",
          bodyMediaType: "application/json",
          params: {},
        },
        {
          id: "Same2",
          protocol: restJson1Trait.id,
          method: "POST",
          uri: "/a",
          headers: { "X-A": "b" },
        },
      ],
    ],
  ],
  [
    httpResponseTestsTrait.id,
    [[{ id: "Response1", protocol: restJson1Trait.id, code: 200, params: {} }]],
  ],
  [
    httpMalformedRequestTestsTrait.id,
    [
      [
        {
          id: "Malformed1",
          protocol: restJson1Trait.id,
          request: { method: "GET", uri: "/" },
          response: { code: 400 },
        },
      ],
    ],
  ],
  [idRefTrait.id, [{}, { selector: "structure" }, { failWhenMissing: true }]],
  [lengthTrait.id, [{ min: 1 }, { min: 0, max: 10 }, { max: 3 }]],
  [patternTrait.id, ["^[a-z]*$", "a", "^\\d+$"]],
  [rangeTrait.id, [{ min: 1 }, { min: 0, max: 10 }, { max: 3 }]],
  [requestCompressionTrait.id, [{ encodings: ["gzip"] }, { encodings: ["br"] }, { encodings: [] }]],
  [
    smokeTestsTrait.id,
    [
      [{ id: "Smoke1", expect: { success: {} } }],
      [{ id: "Smoke2", params: {}, expect: { failure: {} }, tags: ["x"] }],
    ],
  ],
  [timestampFormatTrait.id, ["date-time", "http-date", "epoch-seconds"]],
  [traitTrait.id, [{}, { selector: "structure" }]],
  [traitValidatorsTrait.id, [{ "My.Rule": { selector: "string", message: "Not here" } }]],
  [
    waitableTrait.id,
    [
      { Done: acceptor({ success: true }) },
      { Exists: acceptor({ output: { path: "name", comparator: "stringEquals", expected: "a" } }) },
    ],
  ],
  [xmlNamespaceTrait.id, [{ uri: "https://example.com/" }, { uri: "urn:a", prefix: "p" }]],
]);
