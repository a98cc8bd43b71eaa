import { describe, expect, it } from "vitest";
import { xmlProblem } from "../../src/validate/rules/test/xml-problem.js";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`).map(
    ({ severity, code, shapeId, message }) =>
      `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}`,
  );

const protocol = "@trait @protocolDefinition structure p {}\n";
const request = (id: string, rest = "") =>
  `{ id: "${id}", protocol: p, method: "POST", uri: "/" ${rest} }`;

describe("validateModel", () => {
  it("reports each test case with a duplicate id at its own location", () => {
    const text = `${protocol}
    @http(method: "POST", uri: "/")
    @smithy.test#httpRequestTests([${request("aa")}, ${request("aa")}, ${request("bb")}])
    operation A { input := {}, output := {} }`;
    const found = diagnose(`namespace ns\n${text}`).filter(
      ({ code }) => code === "UniqueProtocolTestCaseId",
    );
    expect(found.map(({ shapeId }) => shapeId)).toEqual(["ns#A", "ns#A"]);
  });

  it("reports a missing shape of the vendor parameters of a protocol test", () => {
    const text = `${protocol}
    @http(method: "POST", uri: "/")
    @smithy.test#httpRequestTests([${request("aa", ', vendorParamsShape: "ns#None", vendorParams: { a: 1 }')}])
    operation A { input := {}, output := {} }`;
    expect(lines(text)).toEqual([
      "[ERROR] ns#A: Error validating trait `smithy.test#httpRequestTests`.0.vendorParamsShape: Shape ID `ns#None` was not found in the model | TraitValue",
    ]);
  });
});

const smoke = (rest: string) =>
  `@smithy.test#smokeTests([{ id: "it", expect: { success: {} } ${rest} }])
   operation A { input := { a: String }, output := {} }
   structure Vendor { b: String }`;

describe("validateModel", () => {
  it.each([
    [
      ', vendorParamsShape: "ns#Vendor"',
      "[WARNING] ns#A: Smoke test case with ID `it` defined a `vendorParamsShape` but no `vendorParams` | SmokeTestCase",
    ],
    [
      ", vendorParams: { b: 1 }",
      "[WARNING] ns#A: Smoke test case with ID `it` defined `vendorParams` but no `vendorParamsShape` | SmokeTestCase",
    ],
    [
      ', vendorParamsShape: "ns#Vendor", vendorParams: { b: 1 }',
      "[ERROR] ns#A: smithy.test#smokeTests.it.vendorParams.b: Expected string value for string shape, `smithy.api#String`; found number value, `1` | SmokeTestCase",
    ],
    [
      ", params: { a: true }",
      "[ERROR] ns#A: smithy.test#smokeTests.it.params.a: Expected string value for string shape, `smithy.api#String`; found boolean value, `true` | SmokeTestCase",
    ],
  ])("reports a smoke test with%s", (rest, expected) => {
    expect(lines(smoke(rest))).toContain(expected);
  });
});

const events = (rest: string, output = "out: Out") =>
  `${protocol}
   @smithy.test#eventStreamTests([{ id: "it", protocol: p ${rest} }])
   operation A { input := { in: Out }, output := { ${output} } }
   @streaming union Out { a: E }
   structure E { b: String }`;

describe("validateModel", () => {
  it.each([
    [
      "a response without an output stream",
      events(', events: [{ type: "response", params: { a: {} } }]', "b: String"),
      "[ERROR] ns#A: smithy.test#eventStreamTests.0.events.0: Invalid response event for operation ns#A that has no output stream. | EventStreamTestsTrait.0.events.0",
    ],
    [
      "vendor parameters that do not match their shape",
      events(
        ', events: [{ type: "response", params: { a: {} }, vendorParams: { b: 1 }, vendorParamsShape: "ns#E" }]',
      ),
      "[ERROR] ns#A: smithy.test#eventStreamTests.0.events.0.vendorParams.b: Expected string value for string shape, `smithy.api#String`; found number value, `1` | EventStreamTestsTrait",
    ],
    [
      "an initial response that does not match its shape",
      events(
        ', events: [{ type: "response", params: { a: {} } }], initialResponse: { b: 1 }, initialResponseShape: "ns#E"',
      ),
      "[ERROR] ns#A: smithy.test#eventStreamTests.0.initialResponse.b: Expected string value for string shape, `smithy.api#String`; found number value, `1` | EventStreamTestsTrait",
    ],
  ])("reports an event stream test with %s", (_, text, expected) => {
    expect(lines(text)).toContain(expected);
  });

  it.each([
    '<?xml version="1.0"?>\n<a b="1" c=\'2\'><!-- d --><e:f/>text &amp; &#10;<![CDATA[<]]></a>\n',
    "<a></a >",
  ])("accepts %s as XML", (text) => {
    expect(xmlProblem(text)).toBeUndefined();
  });

  it.each([
    ["", "Premature end of file."],
    ["a", "Content is not allowed in prolog."],
    ["<a/>b", "Content is not allowed in trailing section."],
    ["<a/><b/>", "The markup in the document following the root element must be well-formed."],
    ["<a><b></a>", 'The element type "b" must be terminated by the matching end-tag "</b>".'],
    ["<a>", "XML document structures must start and end within the same entity."],
    ["<a b='1' b='2'/>", 'Attribute "b" was already specified for element "a".'],
    [
      "<a b=1/>",
      'Element type "a" must be followed by either attribute specifications, ">" or "/>".',
    ],
    ["<a>&b</a>", "The reference to entity \"b\" must end with the ';' delimiter."],
    [
      "<!DOCTYPE a><a/>",
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    ],
  ])("explains why %j is not well-formed XML", (text, problem) => {
    expect(xmlProblem(text)).toBe(problem);
  });
});
