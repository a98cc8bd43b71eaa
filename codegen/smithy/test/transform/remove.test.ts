import { describe, expect, it } from "vitest";
import { ast, messages, transformed } from "./transformed.js";

describe("removeUnusedShapes", () => {
  const used = `
    service S { version: "1", operations: [O] }
    operation O { input := { @t(ref: "a#Named") a: A } }
    string A
    @trait structure t { @idRef ref: String, of: Inner }
    string Inner
    string Named
    @tags(["keep"]) structure Kept { b: B }
    string B`;

  it("keeps the shapes connected to services, tagged shapes and their traits", () => {
    const unused = "\n@trait structure u {}\n@u structure Unused { c: C }\nstring C";
    expect(transformed(used + unused, "removeUnusedShapes", { exportTagged: ["keep"] })).toEqual(
      ast(used),
    );
  });

  it("removes unused shapes without a list of tags", () => {
    expect(transformed('service S { version: "1" }\nstring A', "removeUnusedShapes")).toEqual(
      ast('service S { version: "1" }'),
    );
  });
});

describe("removeTraitDefinitions", () => {
  it("keeps applied traits, exported definitions, and definitions used as types", () => {
    const result = transformed(
      `@trait structure t { a: Inner, b: Both }
     string Inner
     string Both
     @trait @tags(["keep"]) structure kept {}
     @trait structure typeToo {}
     @t(a: "x") structure S { both: Both, too: typeToo }`,
      "removeTraitDefinitions",
      { exportTagged: ["keep"] },
    );
    expect(result["shapes"]).toMatchObject({
      "a#S": { traits: { "a#t": { a: "x" } } },
      "a#typeToo": { type: "structure", members: {} },
    });
    expect(Object.keys(result["shapes"] ?? {})).toEqual(["a#Both", "a#S", "a#kept", "a#typeToo"]);
  });
});

describe("removeDeprecatedShapes", () => {
  const text = `
    @deprecated(since: "2024-05-01") string A
    @deprecated(since: "1.9.0") string B
    @deprecated string C
    structure S { @deprecated(since: "2025-01-01") a: String }`;

  it("removes shapes that were deprecated before a date", () => {
    expect(transformed(text, "removeDeprecatedShapes", { relativeDate: "20250101" })).toEqual(
      ast(text.replace(/@deprecated.*A$/m, "")),
    );
  });

  it("removes shapes that were deprecated before a version, and compares versions by number", () => {
    expect(transformed(text, "removeDeprecatedShapes", { relativeVersion: "1.10.0" })).toEqual(
      ast(text.replace(/@deprecated.*B$/m, "")),
    );
  });

  it("rejects invalid dates and versions", () => {
    const args = { relativeDate: "yesterday", relativeVersion: "1" };
    expect(messages("", { name: "removeDeprecatedShapes", args })).toEqual([
      "removeDeprecatedShapes: relativeDate: must be a date such as 2025-01-31",
      "removeDeprecatedShapes: relativeVersion: must be a version such as 1.2.0",
    ]);
  });
});
