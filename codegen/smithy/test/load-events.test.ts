import { describe, expect, it } from "vitest";
import { eventMessage, formatIdl, loadModel } from "../src/index.js";

/**
 * Returns the diagnostics of loading one file: severity, event id and message, and the location of
 * syntax errors.
 */
const lines = (text: string, path = "test.smithy"): readonly string[] =>
  loadModel([{ path, text }]).diagnostics.map(
    (diagnostic) => `${diagnostic.severity} ${diagnostic.code}: ${eventMessage(diagnostic)}`,
  );

const version2 = '$version: "2.0"\nnamespace ns\n';
const stray =
  "WARNING Model.BadDocumentationComment: Found documentation comments ('///') attached to nothing. Documentation comments must appear on their own lines, directly before shapes and members, and before any traits. The invalid comments were: ";

describe("loadModel", () => {
  it.each([
    [
      "an import of an undefined shape",
      `${version2}use a.b#C\n`,
      "WARNING Model: Use statement refers to undefined shape: a.b#C",
    ],
    [
      "an unknown control statement",
      '$version: "2.0"\n$color: { a: [1] }\n',
      'WARNING Model: Unknown control statement `color` with value `{"a":[1]}',
    ],
    ["documentation at the end of a file", `${version2}string A\n/// lost\n`, `${stray}lost`],
    [
      "documentation after the traits",
      `${version2}@sensitive\n/// a\n/// b\nstring A\n`,
      `${stray}a\nb`,
    ],
    [
      "documentation after the last member",
      `${version2}structure A {\n    a: String\n    /// c\n}\n`,
      `${stray}c`,
    ],
    ["documentation on the line of a statement", `${version2}string A /// d\n`, `${stray}d`],
    ["documentation before metadata", "/// e\nmetadata a = 1\n", `${stray}e`],
    ["documentation inside a value", `metadata a = {\n  /// f\n  b: 1\n}\n`, `${stray}f`],
    [
      "documentation of a property of an operation",
      `${version2}operation A {\n    /// g\n    input: B\n}\nstructure B {}\n`,
      `${stray}g`,
    ],
  ])("reports %s", (_, text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  it("does not warn about documentation in a valid position", () => {
    const text = `${version2}/// A\n@sensitive\nstructure A {\n    /// m\n    @required\n    m: String\n}\n/// O\noperation O {\n    input := \n        /// I\n        { /// i\n a: String }\n}\n`;
    expect(lines(text)).toEqual([]);
  });

  it("does not warn about an imported library trait", () => {
    expect(lines(`${version2}use aws.api#arn\nuse smithy.api#String\n`)).toEqual([]);
  });
});

describe("loadModel", () => {
  it.each([
    [
      "@box in version 2.0",
      `${version2}structure A { @box a: Integer }`,
      "ERROR Model: @box is not supported in Smithy IDL 2.0",
    ],
    [
      "properties of resources in version 1.0",
      "namespace ns\nresource A {\n  properties: { a: String }\n}\n",
      "ERROR Model: Syntax error at line 4, column 2: Resource properties can only be used with Smithy version 2 or later. Attempted to use resource properties with version `1.0`.",
    ],
    [
      "a duplicate property in a trait",
      `${version2}@length(min: 1, min: 2)\nstring A\n`,
      "ERROR Model: Duplicate member of trait: 'min'",
    ],
    [
      "a duplicate key in an object",
      `${version2}@length({min: 1, min: 2})\nstring A\n`,
      "ERROR Model: Duplicate member: 'min'",
    ],
    [
      "an unescaped control character in a string",
      'metadata a = "\u0001"\n',
      "ERROR Model: Syntax error at line 1, column 14: Error parsing quoted string: Invalid string character: `\u0001`",
    ],
    [
      "a suffix that is not a string",
      "$operationInputSuffix: 1\n",
      "ERROR Model: Expected string, but found number.",
    ],
  ])("reports %s", (_, text, expected) => {
    expect(lines(text)).toContain(expected);
  });

  it("rejects properties of resources in a JSON AST of version 1.0", () => {
    const resource = { type: "resource", properties: { a: { target: "smithy.api#String" } } };
    const text = JSON.stringify({ smithy: "1.0", shapes: { "ns#A": resource } });
    expect(lines(text, "test.json")).toContain(
      "ERROR Model: Resource properties can only be used with Smithy version 2 or later. Attempted to use resource properties with version `1.0`.",
    );
  });
});

describe("formatIdl", () => {
  it("does not warn about stray documentation that it corrects", () => {
    const { diagnostics } = formatIdl({
      path: "a.smithy",
      text: `${version2}string A\n/// lost\n`,
    });
    expect(diagnostics).toEqual([]);
  });
});

/** Returns the diagnostics of loading one file, with their shapes. */
const placed = (text: string, path = "test.smithy"): readonly string[] =>
  loadModel([{ path, text }]).diagnostics.map(
    ({ severity, code, shapeId, message }) => `${severity} ${code} ${shapeId ?? "-"}: ${message}`,
  );

describe("loadModel of a JSON AST", () => {
  const ast = (shapes: object) => JSON.stringify({ smithy: "2.0", shapes });

  it.each([
    [{ "ns#A": { type: "foo" } }, "ns#A: Invalid shape `type`: foo"],
    [{ "ns#A": {} }, "ns#A: Missing expected member `type`."],
    [{ "ns#A": { type: 1 } }, "ns#A: Expected `type` member to be a string, but found number"],
    [
      { "ns#A": { traits: {}, type: 1 } },
      "ns#A: Expected `type` member to be a string, but found number.",
    ],
    [{ "ns#A": 1 }, "-: Expected object, but found number."],
    [{ A: { type: "string" } }, "-: Invalid shape ID: A"],
    [
      { "ns#A": { type: "structure", members: { a: {} } } },
      "ns#A: Missing expected member `target`.",
    ],
    [
      { "ns#A": { type: "structure", members: { a: { target: 1 } } } },
      "ns#A: Expected `target` member to be a string, but found number",
    ],
    [
      { "ns#A": { type: "structure", members: { a: { target: "b" } } } },
      "ns#A: Invalid shape ID: b",
    ],
    [
      { "ns#A": { type: "set", member: { target: "smithy.api#String" } } },
      "ns#A: set shapes cannot be used in Smithy version 2.0",
    ],
  ])("rejects %j", (shapes, expected) => {
    expect(placed(ast(shapes), "test.json")).toEqual([`ERROR Model ${expected}`]);
  });

  it("reports a type that does not exist in the version of the model", () => {
    expect(placed('$version: "1.0"\nnamespace ns\nenum A {\n    B\n}\n')).toEqual([
      "ERROR Model ns#A: enum shapes cannot be used in Smithy version 1.0",
    ]);
  });

  it("warns about the deprecated enum trait in version 2.0", () => {
    const text = '@enum([{ value: "a" }])\nstring A\n';
    const expected =
      "WARNING ModelDeprecation ns#A: The enum trait is deprecated. Smithy 2.0 models should use the enum shape.";
    expect(placed(`${version2}${text}`)).toEqual([expected]);
    expect(placed(`namespace ns\n${text}`)).toEqual([]);
  });
});
