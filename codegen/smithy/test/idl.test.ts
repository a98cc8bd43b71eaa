import { describe, expect, it } from "vitest";
import { loadModel, serializeIdl } from "../src/index.js";

/** Loads texts and returns their model as IDL texts by file. */
function rewrite(...texts: readonly string[]) {
  const sources = texts.map((text, index) => ({ path: `${index}.smithy`, text }));
  const { model, diagnostics } = loadModel(sources);
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(model ? serializeIdl(model) : []);
}

describe("serializeIdl", () => {
  it("writes a file with imports for each namespace, and a file for the metadata", () => {
    const files = rewrite(
      '$version: "2.0"\nmetadata a = {b: [1]}\nnamespace x.y\nuse z#Other\nstructure A { a: Other, b: String }\n',
      '$version: "2.0"\nnamespace z\nstring Other\n',
    );
    expect(files).toEqual({
      "metadata.smithy": '$version: "2.0"\n\nmetadata a = {\n    b: [\n        1\n    ]\n}\n',
      "x.y.smithy":
        '$version: "2.0"\n\nnamespace x.y\n\nuse z#Other\n\nstructure A {\n    a: Other\n    b: String\n}\n',
      "z.smithy": '$version: "2.0"\n\nnamespace z\n\nstring Other\n',
    });
  });

  it("writes absolute ids if names conflict", () => {
    const { "x.smithy": text = "" } = rewrite(
      '$version: "2.0"\nnamespace x\nstring String\nstructure A { a: smithy.api#String, b: String, c: z#String }\n',
      '$version: "2.0"\nnamespace z\nstring String\n',
    );
    expect(text).toContain("    a: smithy.api#String\n    b: String\n    c: z#String\n");
  });

  it("keeps mixins, and applies added traits to inherited members", () => {
    const { "x.smithy": text = "" } = rewrite(
      '$version: "2.0"\nnamespace x\n@mixin\nstructure M { a: String, b: String }\nstructure S with [M] {\n    /// Docs\n    $a\n    @required\n    @deprecated\n    $b\n    c: String\n}\n',
    );
    expect(text).toContain(
      'structure S with [M] {\n    c: String\n}\n\napply S$a @documentation("Docs")\n\napply S$b {\n    @deprecated\n    @required\n}\n',
    );
  });

  it("writes inputs and outputs inline, together with their traits", () => {
    const text =
      '$version: "2.0"\n\nnamespace x\n\noperation Do {\n    input :=\n        /// Docs\n        @sensitive\n        {\n            a: String = "b"\n        }\n    output: Unit\n}\n';
    expect(rewrite(text)).toEqual({ "x.smithy": text });
  });
});
