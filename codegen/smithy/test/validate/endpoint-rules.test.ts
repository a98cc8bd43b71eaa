import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";
import { corpora } from "./error-files.js";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`)
    .map(({ severity, code, message }) => `[${severity}] ${message} | ${code}`)
    .filter((line) => !line.includes("UnstableTrait"));

/**
 * Returns the IDL of a service with one endpoint rule that has these conditions, and one endpoint
 * test.
 */
const rules = (conditions: string, expected: string, params = "{}") =>
  `@suppress(["RuleSetParameter"])
   @smithy.rules#endpointRuleSet({
     version: "1.1"
     parameters: {
       Region: { type: "String", builtIn: "AWS::Region", documentation: "r" }
       Size: { type: "String", default: "small", required: true, builtIn: "SDK::Endpoint", documentation: "s" }
     }
     rules: [
       { type: "error", conditions: [${conditions}], error: "Found {found}" }
       { type: "endpoint", conditions: [], endpoint: {
           url: "https://{Size}.example.com", headers: { "x-size": ["{Size}"] } } }
     ]
   })
   @smithy.rules#endpointTests({ version: "1.0", testCases: [
     { documentation: "it", params: ${params}, expect: ${expected} }
   ] })
   service S { version: "1" }`;

const failures = (...given: Parameters<typeof rules>) =>
  lines(rules(...given)).filter((line) => line.includes("RuleSetTestCase"));

const condition = (fn: string, ...argv: unknown[]) => JSON.stringify({ fn, argv, assign: "found" });
const ref = (name: string) => ({ ref: name });
const attribute = (fn: object, path: string) => condition("getAttr", fn, path);

describe("validateModel", () => {
  it.each([
    [condition("substring", "abcd", 0, 2, false), "ab"],
    [condition("substring", "abcd", 0, 2, true), "cd"],
    [condition("uriEncode", "a b/c"), "a%20b%2Fc"],
    [condition("coalesce", ref("Region"), "none"), "none"],
    [condition("ite", true, "yes", "no"), "yes"],
    [attribute({ fn: "parseURL", argv: ["https://h:8443/p"] }, "normalizedPath"), "/p/"],
    [attribute({ fn: "aws.parseArn", argv: ["arn:aws:s3:::b/k"] }, "resourceId[1]"), "k"],
    [attribute({ fn: "aws.partition", argv: ["cn-north-1"] }, "dnsSuffix"), "amazonaws.com.cn"],
    [attribute({ fn: "split", argv: ["a-b-c", "-", 0] }, "[-1]"), "c"],
    [condition("coalesce", "{Size}: {{ok}}"), "small: {ok}"],
  ])("evaluates %s", (given, expected) => {
    expect(failures(given, `{ error: "Found ${expected}" }`)).toEqual([]);
  });

  it.each([
    [condition("parseURL", "https://h?query"), "a function that returns no value"],
    [condition("isValidHostLabel", "-a", false), "a condition that is false"],
    [condition("isSet", ref("Region")), "an absent parameter"],
  ])("continues with the next rule after %s", (given) => {
    const endpoint =
      '{ endpoint: { url: "https://small.example.com", headers: { "x-size": ["small"] } } }';
    expect(failures(given, endpoint)).toEqual([]);
  });

  it("prefers the parameters of a test to their defaults", () => {
    const endpoint =
      '{ endpoint: { url: "https://big.example.com", headers: { "x-size": ["big"] } } }';
    expect(failures(condition("isSet", ref("Region")), endpoint, '{ Size: "big" }')).toEqual([]);
  });

  it.each([
    ["split", ["hi", "", 0], "Split delimiter cannot be empty"],
    [
      "aws.partition",
      [ref("Region")],
      "Expected `StringType` but was `EmptyType` with value: `<empty>`",
    ],
    ["not", ["true"], "Expected `BooleanType` but was `StringType` with value: `true`"],
    [
      "uriEncode",
      [["a", "b"]],
      "Expected `StringType` but was `[OptionalType[StringType]]` with value: `[a, b]`",
    ],
    ["toString", [1], "`toString` is not a valid function"],
    ["coalesce", ["{Size"], "unmatched `{` in template"],
  ])("reports why %s%j cannot be evaluated", (fn, argv, problem) => {
    expect(failures(condition(fn, ...argv), '{ error: "Found it" }')).toEqual([
      `[ERROR] ${problem} | RuleSetTestCase`,
    ]);
  });

  it.each([
    ['{ error: "Found 2" }', "Expected error `Found 2` but got `Found 1`"],
    [
      '{ endpoint: { url: "https://a" } }',
      'Expected endpoint `{"properties":{},"headers":{},"url":"https://a"}` but got `Found 1`',
    ],
    ["{}", "Unhandled endpoint test case expectation."],
  ])("reports the actual result if a test expects %s", (expected, problem) => {
    expect(failures(condition("coalesce", "1"), expected)).toEqual([
      `[ERROR] In the test case "it": ${problem} | RuleSetTestCase`,
    ]);
  });

  it("accepts tests that were written before a partition had dual-stack endpoints", () => {
    const isDual = {
      fn: "getAttr",
      argv: [{ fn: "aws.partition", argv: ["us-iso-east-1"] }, "supportsDualStack"],
    };
    const given = `${JSON.stringify(isDual)}, ${condition("coalesce", "it")}`;
    const before =
      '{ endpoint: { url: "https://small.example.com", headers: { "x-size": ["small"] } } }';
    expect(failures(given, before)).toEqual([]);
    expect(failures(given, '{ error: "Found it" }')).toEqual([]);
    expect(failures(given, '{ error: "Found that" }')).toHaveLength(1);
  });
});

/** Returns a decision diagram with one node: the index of its condition, then two references. */
function diagram(root: number, ...node: readonly [number, number, number]) {
  const nodes = Buffer.alloc(24);
  [-1, 1, -1, ...node].forEach((value, index) => nodes.writeInt32BE(value, index * 4));
  return `@suppress(["RuleSetParameter"])
    @smithy.rules#endpointBdd({
      version: "1.1", nodeCount: 2, root: ${root}, nodes: "${nodes.toString("base64")}"
      parameters: { Big: { type: "boolean", builtIn: "AWS::UseFIPS", documentation: "b" } }
      conditions: [{ fn: "isSet", argv: [{ ref: "Big" }] }]
      results: [
        { type: "error", conditions: [], error: "big" }
        { type: "error", conditions: [], error: "small" }
      ]
    })
    @smithy.rules#endpointTests({ version: "1.0", testCases: [
      { params: { Big: true }, expect: { error: "big" } }
      { params: {}, expect: { error: "small" } }
    ] })
    service S { version: "1" }`;
}
const result = (index: number) => 100_000_000 + index;

describe("validateModel", () => {
  it("evaluates a decision diagram with and without a negated reference", () => {
    expect(lines(diagram(2, 0, result(1), result(2)))).toEqual([]);
    expect(lines(diagram(2, 0, result(2), result(1)))).toHaveLength(2);
  });

  it.each([
    [diagram(2, 0, result(1), -1), "[ERROR] No rules in ruleset matched | RuleSetTestCase"],
    [
      diagram(2, 7, 1, 1),
      "[ERROR] Node 1 has invalid variable index 7 (condition count: 1) | BddTrait",
    ],
    [diagram(2, 0, 0, 1), "[ERROR] Node 1 high has invalid reference: 0 | BddTrait"],
    [
      diagram(2, 0, 1, result(3)),
      "[ERROR] Node 1 low reference 100000003 points to non-existent result 3 (result count: 3) | BddTrait",
    ],
  ])("reports an invalid diagram", (text, expected) => {
    expect(lines(text)).toContain(expected);
  });
});

const endpoint = (parts: string, parameters = "") =>
  `@smithy.rules#endpointRuleSet({ version: "1.0", parameters: {${parameters}}, rules: [
     { type: "endpoint", conditions: [], endpoint: { ${parts} } }
   ] })
   service S { version: "1" }`;
const scheme = (text: string) => endpoint(`url: "https://a", properties: { authSchemes: ${text} }`);

describe("validateModel", () => {
  it.each([
    [
      "a URL without a scheme",
      endpoint('url: "a.b"'),
      "[ERROR] URI should start with `http://` or `https://` but the URI started with a.b | RuleSetUri",
    ],
    [
      "schemes that are not a list",
      scheme('"sigv4"'),
      '[ERROR] Expected `authSchemes` to be a list, found: `"sigv4"` | RuleSetAuthSchemes',
    ],
    [
      "a scheme that is not an object",
      scheme("[1]"),
      "[ERROR] Expected `authSchemes` to be a list of objects, but found: `1` | RuleSetAuthSchemes",
    ],
    [
      "a duplicate scheme",
      scheme('[{ name: "sigv4" }, { name: "sigv4" }]'),
      "[ERROR] Found duplicate `name` of `sigv4` in the `authSchemes` list | RuleSetAuthSchemes",
    ],
    [
      "an unknown scheme",
      scheme('[{ name: "magic" }]'),
      "[WARNING] Did not find a validator for the `magic` auth scheme | RuleSetAuthSchemes",
    ],
    [
      "a scheme with an unknown property",
      scheme('[{ name: "sigv4", extra: 1 }]'),
      "[ERROR] Unexpected key: `extra` (valid keys: [name, signingName, signingRegion, disableDoubleEncoding, disableNormalizePath]) | RuleSetAuthSchemes",
    ],
    [
      "sigv4a without regions",
      scheme('[{ name: "sigv4a" }]'),
      "[ERROR] Expected auth property `signingRegionSet` of an array<string> type but didn't find one | RuleSetAuthSchemes",
    ],
    [
      "sigv4a with an empty list",
      scheme('[{ name: "sigv4a", signingRegionSet: [] }]'),
      "[ERROR] The `signingRegionSet` property must not be an empty list. | RuleSetAuthSchemes",
    ],
    [
      "a name that is not a string",
      scheme('[{ name: "sigv4", signingName: true }]'),
      "[ERROR] Unexpected type for auth property `signingName`, found `true` but expected a string value | RuleSetAuthSchemes",
    ],
    [
      "an unknown built-in parameter",
      endpoint(
        'url: "https://a"',
        'A: { type: "String", builtIn: "AWS::Magic", documentation: "a" }',
      ),
      "[ERROR] The `AWS::Magic` built-in used is not registered, valid built-ins: ",
    ],
    [
      "a built-in parameter that requires additional care",
      endpoint(
        'url: "https://a"',
        'A: { type: "String", builtIn: "AWS::Auth::AccountId", documentation: "a" }',
      ),
      "[DANGER] The `AWS::Auth::AccountId` built-in used requires additional consideration of the rules that use it. | RuleSetAwsBuiltIn.AWS::Auth::AccountId",
    ],
    [
      "an endpoint of a region with an unknown pattern",
      `@aws.endpoints#standardRegionalEndpoints(regionSpecialCases: { "us-east-1": [{ endpoint: "{service}.{dns}" }] })
     service S { version: "1" }`,
      "[DANGER] Endpoint `{service}.{dns}` contains unsupported patterns: {dns} | AwsSpecialCaseEndpoint.UnsupportedEndpointPattern",
    ],
    [
      "an endpoint of a partition that is not a URL",
      `@aws.endpoints#standardPartitionalEndpoints(endpointPatternType: "service_dnsSuffix"
       partitionEndpointSpecialCases: { aws: [{ endpoint: "https://a b", region: "us-east-1" }] })
     service S { version: "1" }`,
      "[ERROR] Endpoint `https://a b` should be a valid URL. | AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl",
    ],
    [
      "an endpoint of a partition without a scheme",
      `@aws.endpoints#standardPartitionalEndpoints(endpointPatternType: "service_dnsSuffix"
       partitionEndpointSpecialCases: { aws: [{ endpoint: "a.b", region: "us-east-1" }] })
     service S { version: "1" }`,
      "[DANGER] Endpoint `a.b` should start with scheme `http://` or `https://` | AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme",
    ],
  ])("reports %s", (_, text, expected) => {
    expect(lines(text).filter((line) => line.startsWith(expected))).toHaveLength(1);
  });
});

/**
 * Returns the IDL of a test that calls the operation `A`. The rules have a region and a boolean
 * parameter.
 */
const call = (input: string, expected = '{ error: "no" }') =>
  `@suppress(["RuleSetParameter"])
   @smithy.rules#endpointRuleSet({
     version: "1.0"
     parameters: {
       Region: { type: "String", builtIn: "AWS::Region", documentation: "r" }
       Fips: { type: "Boolean", builtIn: "AWS::UseFIPS", default: false, required: true, documentation: "f" }
     }
     rules: [{ type: "error", conditions: [], error: "no" }]
   })
   @smithy.rules#endpointTests({ version: "1.0", testCases: [
     { params: { Region: "here", Fips: true }, expect: ${expected}, operationInputs: [${input}] }
   ] })
   service S { version: "1", operations: [A] }
   operation A { input := { @required a: String }, output := {} }`;

describe("validateModel", () => {
  it.each([
    [
      "an operation of another service",
      '{ operationName: "B" }',
      "[ERROR] Test case operation `B` does not exist in service `ns#S` | EndpointTestsTrait",
    ],
    [
      "a built-in value that has no default",
      '{ operationName: "A" }',
      "[ERROR] Operation input does not supply a value for the `AWS::Region` built-in parameter and the `Region` parameter does not set a default. | EndpointTestsTrait",
    ],
    [
      "a built-in value that is not the default",
      '{ operationName: "A" }',
      "[ERROR] Test case does not supply the `true` value for the `Fips` parameter's `AWS::UseFIPS` built-in. | EndpointTestsTrait",
    ],
    [
      "a built-in value that differs from its default",
      '{ operationName: "A", builtInParams: { "AWS::Region": "there" } }',
      "[ERROR] Inconsistent testcase parameters: here and there | EndpointTestsTrait",
    ],
    [
      "an unknown built-in value",
      '{ operationName: "A", builtInParams: { "AWS::Magic": 1 } }',
      "[ERROR] The `AWS::Magic` built-in used is not registered, valid built-ins: ",
    ],
    [
      "an input that may cause the expected error",
      '{ operationName: "A", operationParams: {} }',
      "[DANGER] The operationInput value for an endpoint test does not match the operation's input shape: Missing required structure member `a` for `ns#AInput` | EndpointTestsTrait",
    ],
  ])("reports an endpoint test with %s", (_, input, expected) => {
    expect(lines(call(input)).filter((line) => line.startsWith(expected))).toHaveLength(1);
  });
});

const models = ["endpoints/models", "aws-models"].flatMap((folder) => {
  const path = join(corpora, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => /\.(?:smithy|json)$/.test(file))
    .map((file) => join(path, file));
});
if (models.length === 0) console.log("skipped: the endpoint tests of the corpora are not here");

describe("validateModel", () => {
  it.each(models)("accepts the endpoint tests of %s", (path) => {
    const { model, diagnostics } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
    const found = model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
    expect(found.filter(({ severity }) => severity === "ERROR" || severity === "DANGER")).toEqual(
      [],
    );
  });
});

const contextParam = (path: string) =>
  `service S { version: "1", operations: [A] }
   @smithy.rules#operationContextParams(P: { path: "${path}" })
   operation A { input := { names: Names, key: String }, output := {} }
   list Names { member: String }`;

const markedWith =
  "[ERROR] The operation `ns#A` is marked with `smithy.rules#operationContextParams` which contains a";
const unsupported = (path: string, ...expressions: readonly string[]) =>
  `${markedWith} key \`P\` with a JMESPath path \`${path}\` with unsupported expressions: '${expressions.join("', '")}'. | OperationContextParamsTrait`;

describe("validateModel", () => {
  it.each([
    ["names[?@ == 'a']", unsupported("names[?@ == 'a']", "filter projection")],
    ["{a: key}", unsupported("{a: key}", "multiselect hash")],
    ["key == 'a'", unsupported("key == 'a'", "comparator")],
    ["keys({a: key})", unsupported("keys({a: key})", "multiselect hash")],
    ["names[0] | [1:2]", unsupported("names[0] | [1:2]", "index", "slice")],
    [
      "[nope, key.nope]",
      `${markedWith} path \`P\` with an invalid JMESPath path \`[nope, key.nope]\`: 'Object field 'nope' does not exist in object with properties [names, key]', 'Object field 'nope' extraction performed on string'. | OperationContextParamsTrait`,
    ],
    [
      "names.",
      `${markedWith} key \`P\` with an unparseable JMESPath path \`names.\`: Syntax error at line 1 column 7: Expected ['[', '{', '*', 'A-Z|a-z|_'], but found EOF. | OperationContextParamsTrait`,
    ],
  ])("reports unsupported parts of the input path %s", (path, expected) => {
    expect(lines(contextParam(path))).toContain(expected);
  });
});
