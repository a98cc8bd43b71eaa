import { describe, expect, it } from "vitest";
import { parseIdl } from "../src/syntax/parse.js";

function hintsFor(statement: string, namespace = "demo"): readonly (string | undefined)[] {
  const text = `$version: "2.0"\nnamespace ${namespace}\n${statement}\n`;
  return parseIdl({ path: "model.smithy", text }).diagnostics.map(({ hint }) => hint);
}

describe("the hint of a syntax error", () => {
  it.each([
    ["structure A { a?: String }", "@required"],
    ["structure A { a: String[] }", "list Names { member: String }"],
    ["structure A { a: Array<String> }", "list Names { member: String }"],
    ["structure A { a: Map<String, String> }", "map Labels"],
    ["structure A { a: String; b: String }", "Remove the semicolon"],
    ["structure A { a: { b: String } }", "structure Detail { … }"],
    ["operation A { input: { b: String } }", "input := { … }"],
    ['structure A { a: "x" | "y" }', "enum Color"],
    ["structure A { a: String | Integer }", "union Choice"],
    ["interface A { a: String }", "`structure`"],
    ["type A = String", "`structure`"],
    ["/* text */\nstructure A {}", "// text"],
    ["@documentation('x')\nstructure A {}", "double quotes"],
    ['enum A { X = "x"; Y = "y" }', "Remove the semicolon"],
  ])("explains the correct notation for %s", (statement, expected) => {
    expect(hintsFor(statement)[0]).toContain(expected);
  });

  it("explains which names a namespace can have", () => {
    expect(hintsFor("", "my-api")[0]).toContain("`my.api`");
  });

  it.each(["structure A { a String }", "structure {", "service A { version: }"])(
    "is omitted for an error that is not a known mistake: %s",
    (statement) => {
      const hints = hintsFor(statement);
      expect(hints.length).toBeGreaterThan(0);
      expect(hints[0]).toBeUndefined();
    },
  );
});
