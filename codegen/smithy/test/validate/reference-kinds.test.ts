import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { diagnoseFile } from "./events.js";

const version2 = '$version: "2.0"\n';

/**
 * Returns the severity, the id and the shape of each event, except for events about documentation.
 */
const about = (text: string): readonly string[] =>
  diagnoseFile(text).map(({ severity, code, shapeId }) => `${severity} ${code} ${shapeId ?? "-"}`);

/** These models once caused other events than in the reference implementation. */
describe("validateModel, like the reference,", () => {
  it.each([
    ["@box on a list", "namespace ns\n@box\nlist A { member: String }\n", "ERROR TraitTarget ns#A"],
    [
      "@box on a member that targets a map",
      "namespace ns\nmap M { key: String, value: String }\nstructure A { @box m: M }\n",
      "ERROR TraitTarget ns#A$m",
    ],
    [
      "a member of a union whose target has a default",
      "namespace ns\nunion U { a: PrimitiveInteger }\n",
      "NOTE Union ns#U$a",
    ],
    [
      "@box on a member of a union",
      "namespace ns\nunion U { @box a: Integer }\n",
      "WARNING Union ns#U$a",
    ],
    [
      "@mixin in version 1.0, on any shape and where it is applied",
      "namespace ns\nstring A\napply A @mixin\n",
      "ERROR Model ns#A",
    ],
    [
      "a reference to a resource with an invalid id",
      `${version2}namespace ns\n@references([{ resource: "a b" }])\nstructure A {}\n`,
      "ERROR Model ns#A",
    ],
    [
      "@box with a value that annotations cannot have",
      "namespace ns\nstructure A { @box(true) a: Integer }\n",
      "ERROR Model ns#A$a",
    ],
    [
      "an unreadable trait of a mixin, for the mixin alone",
      `${version2}namespace ns\n@tags([1])\n@mixin\nstructure M {}\nstructure A with [M] {}\n`,
      "ERROR Model ns#M",
    ],
    [
      "a collection operation with an input, of a resource without identifiers",
      `${version2}namespace ns\nresource R { list: L }\n@readonly\noperation L { input := {}, output := {} }\n`,
      "ERROR ResourceIdentifierBinding ns#L",
    ],
    [
      "a tag that is not a string",
      `${version2}namespace ns\n@tags([1])\nstring A\n`,
      "ERROR Model ns#A",
    ],
    [
      "a severity that is invalid for validators",
      `${version2}metadata validators = [{ name: "EmitEachSelector", severity: "ERROR" }]\nnamespace ns\n`,
      "ERROR Model -",
    ],
    [
      "a validator that is not an object",
      `${version2}metadata validators = [1]\nnamespace ns\n`,
      "ERROR Model -",
    ],
  ])("reports only %s", (_, text, expected) => {
    expect(about(text)).toEqual([expected]);
  });

  it("reports a mixin that lacks the trait mixin only if the model loads", () => {
    const text = `${version2}namespace ns\nstructure M {}\nstructure A with [M] {}\n`;
    expect(about(text)).toEqual(["ERROR Target ns#A"]);
    expect(about(`${text}@tags([1])\nstring B\n`)).toEqual(["ERROR Model ns#B"]);
  });

  it("reports deprecated targets even if errors of other rules end the validation", () => {
    const text = `${version2}namespace ns\n@deprecated\nstring Old\n@required\nstructure A { a: Old }\n`;
    expect(about(text)).toEqual([
      "ERROR TraitTarget ns#A",
      "WARNING DeprecatedShape.ns#Old ns#A$a",
    ]);
  });

  it("does not report the deprecation of sets together with errors", () => {
    const text = "namespace ns\n@required\nset A { member: String }\n";
    expect(about(text)).toEqual(["ERROR TraitTarget ns#A"]);
  });

  it("accepts a shape that is its own mixin", () => {
    expect(about(`${version2}namespace ns\n@mixin\nstructure A with [A] {}\n`)).toEqual([]);
  });

  it("applies the traits of members, even if their structure ends with an error", () => {
    const text = `${version2}namespace ns\nstructure A {\n    @required\n    a: String\n    b !\n}\nstring B\n`;
    expect(diagnoseFile(text).map(({ message }) => message)).toEqual([
      "Trait `required` applied to unknown shape `ns#A$a`",
      "Unexpected character: '!'",
    ]);
  });

  it("reads nothing after a property whose value has the wrong type", () => {
    const text = `${version2}namespace ns\nservice A { version: 1 }\nstring !\n`;
    expect(diagnoseFile(text).map(({ message }) => message)).toEqual([
      "Expected `version` to be a string; found number",
    ]);
  });
});

describe("a JSON AST with an error", () => {
  const load = (text: string) => loadModel([{ path: "test.json", text }]);

  it("defines the shapes before the error, and also reports the error for its shape", () => {
    const { model, diagnostics } = load(
      '{ "smithy": "2.0", "shapes": { "ns#A": { "type": "string" }, "ns#B": { "type" "string" } } }',
    );
    expect(model?.getShape("ns#A")?.type).toBe("string");
    expect(model?.getShape("ns#B")).toBeUndefined();
    expect(diagnostics.map(({ message, shapeId }) => `${shapeId ?? "-"}: ${message}`)).toEqual([
      "-: Error parsing JSON: Expected ':'",
      "ns#B: Error parsing JSON: Expected ':'",
    ]);
  });

  it.each([
    [
      "a missing value",
      '"ns#A": { "type": "string", "traits": { "a#b": , "c#d": 1 } }',
      ["ns#A: Error parsing JSON: Expected value", "-: Error parsing JSON: Expected ':'"],
    ],
    [
      "a missing name",
      '"ns#A": { "type": "string", : {} }',
      ["ns#A: Error parsing JSON: Expected name", "-: Error parsing JSON: Expected ',' or '}'"],
    ],
    [
      "a wrong bracket",
      '"ns#A": { "type": "string", "traits": {} ]',
      [
        "ns#A: Error parsing JSON: Expected ',' or '}'",
        "-: Error parsing JSON: Expected ',' or '}'",
      ],
    ],
  ])(
    "reports %s of a shape, and the resulting error in the rest of the text",
    (_, shapes, expected) => {
      const { diagnostics } = load(`{ "smithy": "2.0", "shapes": { ${shapes} } }`);
      expect(
        diagnostics.map(({ message, shapeId }) => `${shapeId ?? "-"}: ${message}`).sort(),
      ).toEqual([...expected].sort());
    },
  );

  it("applies the traits of a member whose shape ends with an error", () => {
    const { diagnostics } = load(
      '{ "smithy": "2.0", "shapes": { "ns#A": { "type": "structure", "members": { "a": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } }, "bad-name": {} } } } }',
    );
    expect(diagnostics.map(({ message, shapeId }) => `${shapeId ?? "-"}: ${message}`)).toEqual([
      "-: Trait `required` applied to unknown shape `ns#A$a`",
      "ns#A: Invalid shape ID member: bad-name",
    ]);
  });

  it("cannot apply traits to shapes of the prelude", () => {
    const { diagnostics } = load(
      '{ "smithy": "2.0", "shapes": { "smithy.api#String": { "type": "apply", "traits": { "smithy.api#tags": ["a"] } } } }',
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "Trait `tags` applied to unknown shape `smithy.api#String`",
    ]);
  });

  it("defines no shapes without a version", () => {
    const { model, diagnostics } = load('{ "shapes": { "ns#A": { "type": "strin" } } }');
    expect(diagnostics).toEqual([]);
    expect(model?.getShape("ns#A")).toBeUndefined();
  });

  it("can state its version after its shapes", () => {
    const { model } = load(
      '{ "shapes": { "ns#A": { "traits": {}, "type": "string" } }, "smithy": "2.0" }',
    );
    expect(model?.getShape("ns#A")?.type).toBe("string");
  });

  it("ignores text after the model", () => {
    expect(load('{ "smithy": "2.0" } }').diagnostics).toEqual([]);
  });
});
