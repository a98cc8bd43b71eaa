import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIdl, loadModel, serializeAst, serializeIdl } from "../../src/index.js";
import type { Model } from "../../src/index.js";

function loadText(text: string, path = "a.smithy"): Model {
  const { model, diagnostics } = loadModel([{ path, text }]);
  if (!model || diagnostics.some(({ severity }) => severity === "ERROR")) {
    throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  }
  return model;
}

const reload = (files: ReadonlyMap<string, string>): Model | undefined =>
  loadModel([...files].map(([path, text]) => ({ path, text }))).model;

const idlOf = (body: string): string | undefined =>
  serializeIdl(loadText(`$version: "2.0"\nnamespace a\n${body}`)).get("a.smithy");

describe("serializeIdl", () => {
  it.each<[what: string, body: string, written: string]>([
    [
      "documentation as a comment",
      '@documentation("a\\n\\nb")\nstring A',
      "/// a\n/// \n/// b\nstring A",
    ],
    [
      "an assigned default",
      "structure A { a: Integer = 1\n}",
      "structure A {\n    a: Integer = 1\n}",
    ],
    [
      "only the enum values that differ from their names",
      'enum A { B\n C = "d"\n}',
      'enum A {\n    B\n    C = "d"\n}',
    ],
  ])("writes %s", (_, body, written) => {
    expect(idlOf(body)).toBe(`$version: "2.0"\n\nnamespace a\n\n${written}\n`);
  });

  it("writes any texts and values so that they load as the same model", () => {
    const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const traits = fc.record(
      {
        "smithy.api#documentation": text,
        "smithy.api#tags": fc.array(text, { maxLength: 3 }),
        "smithy.api#deprecated": fc.record({ message: text, since: text }, { requiredKeys: [] }),
        "smithy.api#sensitive": fc.constant({}),
        "a#any": value,
      },
      { requiredKeys: [] },
    );
    const name = fc.stringMatching(/^_?[A-Za-z][A-Za-z0-9_]{0,6}$/);
    const members = fc.dictionary(
      name,
      fc.record({ target: fc.constantFrom("smithy.api#String", "a#A", "b#B"), traits }),
      { maxKeys: 4, noNullPrototype: true },
    );
    const model = fc
      .record({ members, other: traits, metadata: fc.dictionary(text, value, { maxKeys: 3 }) })
      .map(({ members: own, other, metadata }) => ({
        smithy: "2.0",
        metadata,
        shapes: {
          "a#any": { type: "document", traits: { "smithy.api#trait": {} } },
          "a#A": { type: "structure", members: own },
          "b#B": { type: "string", traits: other },
        },
      }));
    fc.assert(
      fc.property(model, (ast) => {
        const { model: before } = loadModel([{ path: "a.json", text: JSON.stringify(ast) }]);
        if (!before) return;
        const files = serializeIdl(before);
        const after = reload(files);
        expect(after && serializeAst(after)).toEqual(serializeAst(before));
        const formatted = [...files].map(
          ([path, idl]) => [path, formatIdl({ path, text: idl }).text ?? ""] as const,
        );
        const again = reload(new Map(formatted));
        expect(again && serializeAst(again)).toEqual(serializeAst(before));
      }),
      { seed: 20261123, numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
    );
  }, 60_000);
});
