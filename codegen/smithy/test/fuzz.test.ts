import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDiagnostics,
  loadModel,
  parseIdl,
  serializeAst,
  serializeIdl,
} from "../src/index.js";
import type { Diagnostic } from "../src/index.js";

/** The default is a few runs with a fixed seed. `FUZZ_RUNS=200000` starts a long run. */
const parameters = { seed: 20261101, numRuns: Number(process.env["FUZZ_RUNS"] ?? 400) };
const timeout = parameters.numRuns * 60 + 30_000;

/** Pieces of the grammar. Random sequences of these pieces are often close to valid text. */
const pieces = [
  '$version: "2.0"\n',
  '$version: "1.0"\n',
  'metadata a = [1, "b", {c: d}]\n',
  "namespace a.b\n",
  "use c.d#E\n",
  "/// Documentation\n",
  "// comment\n",
  "@required ",
  "@documentation(",
  "@length(min: 1)",
  "@mixin\n",
  "structure Foo ",
  "structure Bar with [Foo] ",
  "union U ",
  "list L ",
  "map M ",
  "enum E ",
  "intEnum I ",
  "service S ",
  "resource R ",
  "operation O ",
  "string Str\n",
  "apply Foo$a @deprecated\n",
  "for R ",
  "with [Foo, Bar] ",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  ":",
  ":=",
  "=",
  "$a",
  "a: String\n",
  "member: Foo ",
  "key: String value: Bar\n",
  'A = "x"\n',
  "B = 1\n",
  "input: Foo\n",
  "input := {}\n",
  "errors: [Foo]\n",
  "identifiers: {a: String}\n",
  '"',
  '"""\n',
  "\\",
  "\\u00",
  ",",
  "\n",
  "\r\n",
  "\t",
  "#",
  ".",
  "1.5e3",
  "-",
  "😀",
  "\u0000",
];

const rubble = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

const name = fc.constantFrom("Foo", "Bar", "Baz", "a.b#Foo", "String", "Missing");
const node = fc.oneof(
  fc.constantFrom("{}", "[]", "null", '"x"', "1", "Foo", "{a: [1]}"),
  fc.json(),
);
const trait = fc.oneof(
  fc.constantFrom("@mixin\n", "@required\n", "@trait\n", "/// Docs\n", "@input\n", "@Foo\n"),
  node.map((value) => `@tags(${value})\n`),
);
const traits = fc.array(trait, { maxLength: 2 }).map((list) => list.join(""));
const member = fc
  .tuple(traits, fc.constantFrom("a", "b", "$a", "member", "key", "value", "A"), name, node)
  .chain(([before, key, target, value]) =>
    fc.constantFrom(
      `${before}${key}: ${target}\n`,
      `${before}${key}\n`,
      `${before}${key}: ${target} = ${value}\n`,
      `${before}${key} = ${value}\n`,
      `${key}: ${value}\n`,
      `${key}: [${target}]\n`,
      `input := ${before} { ${key}: ${target} }\n`,
    ),
  );
const statement = fc
  .tuple(
    traits,
    fc.constantFrom("structure", "union", "list", "map", "enum", "intEnum", "service", "resource"),
    name,
    fc.constantFrom("", " with [Foo]", " with [Bar, Baz]", " for Bar"),
    fc.array(member, { maxLength: 4 }),
  )
  .chain(([before, type, id, extra, members]) =>
    fc.constantFrom(
      `${before}${type} ${id}${extra} {\n${members.join("")}}\n`,
      `${before}operation ${id} {\n${members.join("")}}\n`,
      `${before}string ${id}${extra}\n`,
      `apply ${id} {\n${before}}\n`,
      `apply ${id}$a ${before}`,
    ),
  );

/** Generates text that mostly follows the grammar, with some invalid pieces. */
const text = fc
  .tuple(
    fc.constantFrom('$version: "2.0"\n', '$version: "1.0"\n', ""),
    fc.array(fc.oneof({ weight: 8, arbitrary: statement }, rubble), { maxLength: 6 }),
  )
  .map(([version, statements]) => `${version}namespace a.b\n${statements.join("")}`)
  .chain((valid) => fc.oneof({ weight: 4, arbitrary: fc.constant(valid) }, rubble));

const json = fc.oneof(
  fc.json(),
  fc
    .record({
      smithy: fc.constantFrom("1.0", "2.0", "3", 2),
      metadata: fc.jsonValue(),
      shapes: fc.dictionary(
        fc.constantFrom("a#A", "a#B", "a#C", "a#A$x", "A", ""),
        fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              type: fc.constantFrom("structure", "list", "service", "apply", "set", "enum", "nope"),
              members: fc.dictionary(fc.constantFrom("x", "y", "__proto__"), reference()),
              member: reference(),
              mixins: fc.array(reference(), { maxLength: 2 }),
              traits: fc.dictionary(
                fc.constantFrom("smithy.api#mixin", "smithy.api#required", "a#A"),
                fc.jsonValue(),
              ),
              operations: fc.jsonValue(),
            },
            { requiredKeys: [] },
          ),
        ),
      ),
    })
    .map((value) => JSON.stringify(value)),
);

function reference() {
  return fc.oneof(
    fc.record({ target: fc.constantFrom("a#A", "a#B", "smithy.api#String", "a#Missing") }),
    fc.jsonValue(),
  );
}

/** Returns diagnostics without a message or with a location outside of their file. */
const unsound = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ span, message }) => {
    if (message === "") return true;
    if (!span) return false;
    return span.start < 0 || span.end < span.start || span.end > span.file.text.length;
  });

describe("random text", () => {
  it("is parsed into a tree with all its tokens, with valid diagnostics", { timeout }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const { tokens, diagnostics } = parseIdl({ path: "a.smithy", text: source });
        let end = 0;
        for (let index = 0; index < tokens.count; index++) {
          expect(tokens.startOf(index)).toBe(end);
          end = tokens.endOf(index);
        }
        expect(end).toBe(source.length);
        expect(unsound(diagnostics)).toEqual([]);
      }),
      parameters,
    );
  });

  it(
    "is loaded without an exception, and all locations are inside of their files",
    { timeout },
    () => {
      fc.assert(
        fc.property(fc.array(text, { maxLength: 3 }), json, (sources, ast) => {
          const files = sources.map((source, index) => ({ path: `${index}.smithy`, text: source }));
          const { model, diagnostics } = loadModel([...files, { path: "x.json", text: ast }]);
          expect(unsound(diagnostics)).toEqual([]);
          expect(formatDiagnostics(diagnostics, { color: true })).not.toContain("undefined:");
          expect(JSON.stringify(model && serializeAst(model))).not.toBe("");
        }),
        parameters,
      );
    },
  );

  it("is loaded into the same model regardless of the order of files", { timeout }, () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), json, (sources, ast) => {
        const files = sources.map((source, index) => ({ path: `${index}.smithy`, text: source }));
        files.push({ path: "x.json", text: ast });
        const describeLoad = (list: readonly { path: string; text: string }[]) => {
          const { model, diagnostics } = loadModel(list);
          return [model && serializeAst(model), formatDiagnostics(diagnostics)];
        };
        expect(describeLoad([...files].reverse())).toEqual(describeLoad(files));
      }),
      parameters,
    );
  });

  it("loads as the same model after a round trip through JSON AST and IDL", { timeout }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const { model, diagnostics } = loadModel([{ path: "a.smithy", text: source }]);
        if (!model || diagnostics.some(({ severity }) => severity === "ERROR")) return;
        const ast = JSON.stringify(serializeAst(model));
        const idl = [...serializeIdl(model)].map(([path, written]) => ({ path, text: written }));
        for (const written of [[{ path: "a.json", text: ast }], idl]) {
          const again = loadModel(written);
          expect(again.model && JSON.stringify(serializeAst(again.model))).toBe(ast);
        }
      }),
      parameters,
    );
  });
});
