import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`).map(
    ({ severity, code, shapeId, message }) =>
      `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}`,
  );

const service = (operations: string, traits = "") =>
  `${traits}\n@aws.api#service(sdkId: "Example", arnNamespace: "example")
   service S { version: "1", operations: [${operations}] }`;

const waiter = (name: string, acceptor: string) =>
  `@smithy.waiters#waitable(${name}: { acceptors: [{ state: "success", matcher: ${acceptor} }] })`;

describe("validateModel", () => {
  it.each([
    [
      "an SDK id that contains the company name and a generic suffix",
      '@aws.api#service(sdkId: "Amazon Things Service", arnNamespace: "things")\nservice S { version: "1" }',
      "[DANGER] ns#S: Invalid SDK service ID value, `Amazon Things Service`: Must not contain any of the following company names: [`AWS`, `Amazon`, `Aws`];Must not case-insensitively end with `service` | SdkServiceId",
    ],
    [
      "an event source that does not match the service",
      '@aws.api#service(sdkId: "Example", arnNamespace: "example", cloudTrailEventSource: "other.amazonaws.com")\nservice S { version: "1" }',
      "[WARNING] ns#S: aws.api#service|cloudTrailEventSource does not match the expected value. Expected 'example.amazonaws.com', but found 'other.amazonaws.com'. | EventSource",
    ],
    [
      "an ARN that starts with a slash",
      '@aws.api#arn(template: "/a/{id}")\nresource R { identifiers: { id: String } }',
      "[ERROR] ns#R: Error creating trait `aws.api#arn`: Invalid aws.api#arn trait. The template must not start with '/'. Found `/a/{id}` | Model",
    ],
    [
      "an ARN without an identifier",
      `@aws.api#service(sdkId: "Example")
     service S { version: "1", resources: [R] }
     @aws.api#arn(template: "a/{id}")
     resource R { identifiers: { id: String, other: String } }`,
      "[ERROR] ns#R: Invalid aws.api#arn trait resource, `a/{id}`. The following resource identifier names were missing from the `arn` template: `other` | ArnTemplate",
    ],
    [
      "a waiter that expects a boolean from a value of another type",
      `${waiter("Done", '{ output: { path: "a", comparator: "booleanEquals", expected: "yes" } }')}
     operation A { input := {}, output := { a: Boolean } }`,
      "[ERROR] ns#A: Waiter `Done`, acceptor 0: Waiter acceptors with a booleanEquals comparator must set their `expected` value to 'true' or 'false', but found 'yes'. | WaitableTrait",
    ],
    [
      "two waiters of a service with the same name",
      `service S { version: "1", operations: [A, B] }
     ${waiter("Done", "{ success: true }")} operation A { input := {}, output := {} }
     ${waiter("DONE", "{ success: true }")} operation B { input := {}, output := {} }`,
      "[ERROR] ns#A: `smithy.waiters#waitable` trait waiter name `done` case-insensitively conflicts with waiters on other operations in the closure of service, `ns#S`: [ns#B] | UniqueWaiterNames",
    ],
    [
      "an undefined condition key",
      `${service("A")}\n@aws.iam#conditionKeys(["example:a", "aws:region"]) operation A { input := {}, output := {} }`,
      "[ERROR] ns#A: This operation scoped within the `ns#S` service refers to an undefined condition key `example:a`. Expected one of the following defined condition keys: [] | ConditionKeys",
    ],
    [
      "a member with an undefined condition key",
      `${service("A", '@aws.iam#defineConditionKeys("example:b": { type: "String" })')}
     operation A { input := { @aws.iam#conditionKeyValue("a") x: String }, output := {} }`,
      "[ERROR] ns#AInput$x: This operation `ns#A` scoped within the `ns#S` service with member `ns#AInput$x` refers to an undefined condition key `example:a`. Expected one of the following defined condition keys: [`example:b`] | ConditionKeys",
    ],
    [
      "resources of an action that are both required and optional",
      "@aws.iam#iamAction(resources: { required: { R: {} }, optional: { R: {} } })\noperation A { input := {}, output := {} }",
      "[DANGER] ns#A: Operation has the following resource names defined as both required and optional: [R] | IamAction.Resources.DuplicateEntries",
    ],
    [
      "parameters of endpoint rules that the model does not define",
      `@smithy.rules#endpointRuleSet({ version: "1.0", parameters: { A: { type: "String", documentation: "a" } }, rules: [] })
     @smithy.rules#clientContextParams(B: { type: "string", documentation: "b" })
     service S { version: "1" }`,
      "[ERROR] ns#S: Parameter `A` exists in ruleset but not in service model, existing params: B | RuleSetParameter.RuleSet.UnmatchedName",
    ],
    [
      "parameters that the endpoint rules do not define",
      `@smithy.rules#endpointRuleSet({ version: "1.0", parameters: {}, rules: [] })
     @smithy.rules#clientContextParams(B: { type: "string", documentation: "b" })
     service S { version: "1" }`,
      "[ERROR] ns#S: Parameter `B` exists in service model but not in ruleset, existing params: [] | RuleSetParameter.RuleSet.UnmatchedName",
    ],
    [
      "a parameter that no endpoint test uses",
      `@smithy.rules#endpointRuleSet({ version: "1.0", parameters: { B: { type: "String", documentation: "b" } }, rules: [] })
     @smithy.rules#clientContextParams(B: { type: "string", documentation: "b" })
     @smithy.rules#endpointTests({ version: "1.0", testCases: [{ params: {}, expect: { error: "no" } }] })
     service S { version: "1" }`,
      "[DANGER] ns#S: Parameter `B` is never used in an `EndpointTests` test case | RuleSetParameter.TestCase.Unused",
    ],
  ])("reports %s", (_, text, expected) => {
    expect(lines(text)).toContain(expected);
  });

  it("infers condition keys from the identifiers of resources", () => {
    const text = `@aws.api#service(sdkId: "Example", arnNamespace: "example")
    service S { version: "1", resources: [R] }
    resource R { identifiers: { id: String }, read: A }
    @readonly @aws.iam#conditionKeys(["example:RId"])
    operation A { input := { @required id: String }, output := {} }`;
    expect(lines(text).filter((line) => line.includes("ConditionKeys"))).toEqual([]);
  });
});

const uri = (text: string) =>
  lines(`@http(method: "GET", uri: "${text}")\noperation A { input := {}, output := {} }`);

describe("validateModel", () => {
  it.each([
    ["/a?", "URI patterns must not end with '?'. Found /a?"],
    ["a", "URI pattern must start with '/'. Found a"],
    ["/a#b", "URI pattern must not contain a fragment. Found /a#b"],
    ["/a//b", "Segments must not be empty at index 3"],
    [
      "/a/{",
      "Literal segments must not contain `{` or `}` characters. Found segment `{` at index 3",
    ],
    ["/{}", "Empty label declaration in pattern at index 1."],
    [
      "/{a-b}",
      "Invalid label name in pattern: 'a-b' at index 1. Labels must contain value identifiers.",
    ],
    ["/{a}/{A}", "Label `A` is defined more than once in pattern: /{a}/{A}"],
    ["/?a={b}", "URI labels must not appear in the query string. Found /?a={b}"],
    ["/?a=1&a=2", "Literal query parameters must not be repeated: /?a=1&a=2"],
  ])("rejects the path %s", (text, problem) => {
    expect(uri(text)).toContain(`[ERROR] ns#A: Error creating trait \`http\`: ${problem} | Model`);
  });

  it.each(["/", "/a/", "/{a}", "/a/{b+}/c", "/a?b&c=d"])("accepts the path %s", (text) => {
    expect(uri(text).filter((line) => line.includes("Error creating"))).toEqual([]);
  });

  it.each([
    ["{a}{b}", "Host labels must not be adjacent in a pattern. Found {a}{b}"],
    ["{a", "Unclosed label found in pattern at: .0"],
    ["a}", "Literal segments must not contain `}`. Found at: 1"],
    ["{a+}.", "Pattern must not contain a greedy label. Found {a+}."],
    ["{a}.{a}.", "Label `a` is defined more than once in pattern: {a}.{a}."],
  ])("rejects the host prefix %s", (text, problem) => {
    const found = lines(
      `@endpoint(hostPrefix: "${text}")\noperation A { input := {}, output := {} }`,
    );
    expect(found).toContain(`[ERROR] ns#A: Error creating trait \`endpoint\`: ${problem} | Model`);
  });
});
