import { existsSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIdl } from "../../src/format/format-idl.js";
import { loadModel, parseIdl, serializeAst, TokenKind } from "../../src/index.js";
import { corporaFolder, filesBelow, readSource } from "../corpora/corpus.js";

/** Few runs here, the same each time. `FUZZ_RUNS=50000` gives the long run. */
const parameters = { seed: 20261123, numRuns: Number(process.env["FUZZ_RUNS"] ?? 600) };
const timeout = parameters.numRuns * 60 + 30_000;

const small = [
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
  b: Integer = 1, l: L = [], m: T }
list L { member: String } map T { key: String, value: L }
@tags(["a", "b"]) enum E { A, B = "b" @deprecated C } intEnum I { X = 1 }
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
  """) message: String } @mixin structure M {}
apply E @tags([]) apply E$message { @deprecated @since("1") }
@references([{resource: R, ids: {}}]) structure I {}
`,
  `$version: "1.0"
namespace ns.c
set X { member : String }
@enum([{name: "A", value: "a"}, {value: "b"}]) string Y
structure Z { a
 : String }
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

const astOf = (source: { path: string; text: string }) => {
  const { model } = loadModel([source]);
  return model && serializeAst(model);
};

/** What comments say, without slashes, in alphabetical order. */
const commentsOf = (source: { path: string; text: string }): readonly string[] => {
  const { tokens } = parseIdl(source);
  const found: string[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kindAt(index);
    if (kind !== TokenKind.Comment && kind !== TokenKind.DocComment) continue;
    const text = source.text.slice(tokens.startOf(index), tokens.endOf(index));
    found.push(text.replace(/^\/+[ \t]*/, "").trimEnd());
  }
  return found.sort();
};

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

/** A text in which other blanks stand in some places where blanks stood. */
const disturbed = (sources: readonly { path: string; text: string }[]) =>
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
      const places: number[] = [];
      for (let index = 0; index < tokens.count; index++) {
        const kind = tokens.kindAt(index);
        if (kind === TokenKind.Space || kind === TokenKind.NewLine) places.push(index);
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

const check = (source: { path: string; text: string }, width: number) => {
  const { text } = formatIdl(source, { width });
  if (text === undefined) return;
  const formatted = { path: source.path, text };
  expect(formatIdl(formatted, { width })).toEqual({ text, diagnostics: [] });
  // Dividers are not documentation afterwards: that is said of formatIdl.
  if (!source.text.includes("////")) expect(astOf(formatted)).toEqual(astOf(source));
  if (!/^use /m.test(source.text)) expect(commentsOf(formatted)).toEqual(commentsOf(source));
};

describe.each([
  { name: "small models", sources: small },
  { name: "the corpora", sources: large },
])("formatting $name, with blanks and comments anywhere", ({ sources }) => {
  test.skipIf(sources.length === 0)(
    "is idempotent, loses no comment and leaves the model as it is",
    { timeout },
    () => {
      fc.assert(
        fc.property(disturbed(sources), fc.constantFrom(120, 120, 40, 10), check),
        parameters,
      );
    },
  );
});

test.skipIf(large.length === 0)("formatting each file of the corpora is idempotent and safe", () => {
  for (const source of large) check(source, 120);
});
