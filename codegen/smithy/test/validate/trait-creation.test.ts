import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const about = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`)
    .filter(({ code }) => code === "Model")
    .map(({ message }) => message);

const waiter = (acceptor: string) =>
  `@smithy.waiters#waitable(Done: { acceptors: [${acceptor}] }) operation A {}`;
const path = (comparator: string) =>
  `{ output: { path: "a", expected: "b", comparator: "${comparator}" } }`;

/** A decision diagram of one node. A node is encoded in twelve bytes. */
const diagram = (nodeCount: number, root: number, conditions = "") =>
  `@smithy.rules#endpointBdd({
     version: "1.1", parameters: {}, conditions: []
     results: [{ type: "error", error: "no", conditions: [${conditions}] }]
     root: ${root}, nodeCount: ${nodeCount}, nodes: "/////wAAAAH/////"
   })
   service S { version: "1" }`;

describe("validateModel", () => {
  it.each([
    ["@range integer A", "range", "One of 'min' or 'max' must be provided."],
    ["@length string A", "length", "One of 'min' or 'max' must be provided."],
    ['@range(min: "a") integer A', "range", "Expected number, but found string."],
    ['@length(min: "a") string A', "length", "Expected `min` to be a number; found string"],
    [
      '@http(method: 1, uri: "/a") operation A {}',
      "http",
      "Expected `method` member to be a string, but found number.",
    ],
    ["@cors(maxAge: true) service S {}", "cors", "Expected `maxAge` to be a number; found boolean"],
    [
      '@cors(additionalAllowedHeaders: "a") service S {}',
      "cors",
      "Expected array, but found string.",
    ],
    [
      '@sensitive("yes") string A',
      "sensitive",
      "Annotation traits  must be an object or omitted in the IDL, but found string",
    ],
    [
      'structure A { @httpHeader("") b: String }',
      "httpHeader",
      "httpHeader field name binding must not be empty",
    ],
    [
      '@httpApiKeyAuth(name: "a", in: "cookie") service S {}',
      "httpApiKeyAuth",
      "Invalid location type: cookie",
    ],
    [
      '@trait(selector: "[") structure a {}',
      "trait",
      "Syntax error at line 1 column 2, near ``: Expected a valid identifier character, but found '[EOF]'; expression: [",
    ],
    [
      '@trait(structurallyExclusive: "shape") structure a {}',
      "trait",
      "Expected one of `member`, `target`; got `shape`.",
    ],
    [
      '@aws.api#arn(template: "a", resourceDelimiter: "|") resource R {}',
      "aws.api#arn",
      "Invalid delimiter: |",
    ],
    [
      waiter(`{ state: "done", matcher: ${path("stringEquals")} }`),
      "smithy.waiters#waitable",
      "Expected one of `failure`, `retry`, `success`; got `done`.",
    ],
    [
      waiter('{ state: "success", matcher: { success: true, errorType: "a" } }'),
      "smithy.waiters#waitable",
      "Union value must have exactly one value set",
    ],
    [
      waiter(`{ state: "success", matcher: ${path("equals")} }`),
      "smithy.waiters#waitable",
      "Expected valid path comparator, but found equals",
    ],
    [
      waiter('{ state: "success" }'),
      "smithy.waiters#waitable",
      "Missing expected member `matcher`.",
    ],
    [diagram(2, 1), "smithy.rules#endpointBdd", "Expected 24 bytes for 2 nodes, but got 12"],
    [diagram(1, -2), "smithy.rules#endpointBdd", "Root reference cannot be complemented: -2"],
    [
      diagram(1, 3),
      "smithy.rules#endpointBdd",
      "Root points to invalid BDD node: 2 (node count: 1)",
    ],
    [
      diagram(1, 1, '{ fn: "isSet", argv: [{ ref: "A" }] }'),
      "smithy.rules#endpointBdd",
      "BDD result at index 1 has conditions, but BDD results must not have conditions. All conditions should be hoisted into the BDD decision structure.",
    ],
  ])("rejects the trait value in %s", (text, trait, problem) => {
    expect(about(text)).toEqual([`Error creating trait \`${trait}\`: ${problem}`]);
  });

  it("does not check traits that the model defines", () => {
    expect(about("@trait structure mine { @required a: String }\n@mine(b: 1) string A")).toEqual(
      [],
    );
  });
});
