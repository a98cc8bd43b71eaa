import { existsSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIdl } from "../../src/format/format-idl.js";
import { loadModel, parseIdl, serializeAst, TokenKind } from "../../src/index.js";
import { corporaFolder, filesBelow, readSource } from "../corpora/corpus.js";

/** The default is a few runs with a fixed seed. `FUZZ_RUNS=50000` starts a long run. */
const parameters = { seed: 20261123, numRuns: Number(process.env["FUZZ_RUNS"] ?? 600) };
const timeout = parameters.numRuns * 60 + 30_000;

interface Source {
  readonly path: string;
  readonly text: string;
}

const small: readonly Source[] = [
  `$version: "2.0"
metadata a = [1, {b: "c", "d-e": null}, []]
metadata text = """
    a "quoted"
      b \\
    c"""
namespace ns.a
use smithy.test#smokeTests
use smithy.api#Integer
/// Doc
@mixin @deprecated(message: "m", since: "1")
structure M for R with [N, O] { $id, @required a: String = "x"
  /// Doc
  b: Integer = 1
  l: L = [], 
  m: T }
list L { member: String }
map T { key: String, value: L }
@tags(["a", "b"]) enum E { A, B = "b"
@deprecated C }
intEnum I { X = 1
}
union U { a: String, b: Unit }
`,
  `$version: "2"
namespace ns.b
service S { version: "1", operations: [O], errors: [E], rename: {"a#B": "C"} }
resource R { identifiers: { id: String }, read: G, properties: {}, resources: [] }
operation O { input := @tags(["x"]) for R with [M] { $id }, output := { a: String, b: String }
 errors: [E] }
operation G { input: I, output: Unit, errors: [] }
@error("client") @httpError(400) structure E { @documentation("""
  text
   more
  """) message: String }
@mixin structure M {}
apply E @tags([])
apply E$message { @deprecated @since("1") }
@references([{resource: R, ids: {}}]) structure I {}
`,
  `$version: "1.0"
namespace ns.c
set X { member : String }
@enum([{name: "A", value: "a"}, {value: "b"}]) string Y
structure Z { a : String }
`,
].map((text, index) => ({ path: `small-${index}.smithy`, text }));

const corpora = ["loader/valid", "formatter", "idl-serialization"].map((name) =>
  join(corporaFolder, name),
);
const present = corpora.filter((folder) => existsSync(folder));
if (present.length < corpora.length) {
  console.info("skipped: properties of formatting over the corpora, which are not all there");
}
const large = present.flatMap((folder) =>
  filesBelow(folder, ".smithy").map((name) => readSource(join(folder, name))),
);

function astOf(source: Source) {
  const { model } = loadModel([source]);
  return model && serializeAst(model);
}

/** Returns the texts of the comments, without slashes, in alphabetical order. */
function commentsOf(source: Source): readonly string[] {
  const { tokens } = parseIdl(source);
  const found: string[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kindAt(index);
    if (kind !== TokenKind.Comment && kind !== TokenKind.DocComment) continue;
    const text = source.text.slice(tokens.startOf(index), tokens.endOf(index));
    found.push(text.replace(/^[/ \t]+/, "").trimEnd());
  }
  return found.sort();
}

const blanks = [
  "\n",
  "\n\n",
  ", ",
  "\t",
  "\r\n",
  " // plain\n",
  "\n//plain\n",
  " /// doc\n",
  "\n\n///doc\n",
  "\n// a\n/// b\n\n// c\n",
  "\n///\n",
];

const openings: ReadonlySet<TokenKind> = new Set([
  TokenKind.LeftBrace,
  TokenKind.LeftBracket,
  TokenKind.LeftParen,
  TokenKind.Comma,
  TokenKind.Walrus,
  TokenKind.RightParen,
  TokenKind.String,
]);

/** Generates sources whose whitespace is changed at random places. */
const disturbed = (sources: readonly Source[]) =>
  fc
    .record({
      source: fc.constantFrom(...sources),
      changes: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          blank: fc.constantFrom(...blanks),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ source: { path, text }, changes }) => {
      const { tokens } = parseIdl({ path, text });
      // Most places are those where line breaks are allowed.
      const places: number[] = [];
      for (let index = 0; index < tokens.count; index++) {
        const kind = tokens.kindAt(index);
        const isFree = openings.has(tokens.kindAt(index - 1)) || index % 7 === 0;
        if (kind === TokenKind.NewLine || (kind === TokenKind.Space && isFree)) places.push(index);
      }
      const replaced = new Map(
        changes.map(({ at, blank }) => [places[Math.floor(at * places.length)], blank]),
      );
      let result = "";
      for (let index = 0; index < tokens.count; index++) {
        const token = text.slice(tokens.startOf(index), tokens.endOf(index));
        result += replaced.get(index) ?? token;
      }
      return { path, text: result };
    });

describe("formatIdl", () => {
  it("accepts the small models without errors", () => {
    expect(small.map((source) => formatIdl(source).text !== undefined)).toEqual(
      small.map(() => true),
    );
  });
});

/** Formats a source and describes the properties that the result violates. */
function faultsOf(source: Source, width: number): readonly string[] {
  const { text } = formatIdl(source, { width });
  if (text === undefined) return [];
  const formatted = { path: source.path, text };
  const again = formatIdl(formatted, { width }).text;
  const [ast, astBefore] = [formatted, source].map((one) => JSON.stringify(astOf(one)));
  const [comments, commentsBefore] = [formatted, source].map((one) => commentsOf(one).join("\n"));
  // By design, formatting turns dividers into plain comments, and removes unused imports with their
  // comments.
  const hasDividers = source.text.includes("////");
  const hasImports = /^use /m.test(source.text);
  return [
    ...(again === text ? [] : [`not idempotent: ${again}`]),
    ...(ast === astBefore || hasDividers ? [] : [`another model: ${ast}`]),
    ...(comments === commentsBefore || hasImports ? [] : [`other comments: ${comments}`]),
  ];
}

describe.each([
  { name: "small models", sources: small },
  { name: "the corpora", sources: large },
])("formatting $name with random whitespace and comments", ({ sources }) => {
  it.skipIf(sources.length === 0)(
    "is idempotent, keeps all comments, and does not change the model",
    { timeout },
    () => {
      const property = fc.property(
        disturbed(sources),
        fc.constantFrom(120, 120, 40, 10),
        (source, width) => {
          expect(faultsOf(source, width)).toEqual([]);
        },
      );
      fc.assert(property, parameters);
    },
  );
});

describe("formatIdl", () => {
  it.skipIf(large.length === 0)("does not change the models of the corpora", () => {
    expect(large.flatMap((source) => faultsOf(source, 120))).toEqual([]);
  });
});

/** Pieces of the grammar. Some random sequences of these pieces are valid files. */
const pieces = [
  [
    "string A\n",
    "structure B {}\n",
    "apply A @b\n",
    "service S {version:'1'}\n".replaceAll("'", '"'),
  ],
  ["// a\n", "/// b\n", "//// c\n", "///\n", "\n", "\n\n", ",", " "],
  ["@a ", "@a(", "@a([", "@a({", "@a(b: ", ")", "])", "})", '"c"', "1 ", "[", "]", "{", "}"],
  [
    "structure C {",
    "enum D {",
    "operation E {",
    "input := ",
    "a: String\n",
    "a: String = 1\n",
    "F\n",
  ],
  ['"""\n  g\n """', "for A ", "with [M] ", "errors: [A]", "list L {", "member: A\n", "$a\n"],
].flat();

describe("formatIdl", () => {
  it("reports errors or keeps the model, for any text", { timeout }, () => {
    const rows = fc
      .array(fc.constantFrom(...pieces), { maxLength: 14 })
      .map((row) => ({ path: "row.smithy", text: `$version: "2"\nnamespace a\n${row.join("")}` }));
    const property = fc.property(rows, fc.constantFrom(120, 20), (source, width) => {
      const { text, diagnostics } = formatIdl(source, { width });
      expect(text === undefined).toBe(diagnostics.some(({ severity }) => severity === "ERROR"));
      expect(faultsOf(source, width)).toEqual([]);
    });
    fc.assert(property, parameters);
  });
});
