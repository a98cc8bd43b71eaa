import { describe, expect, it } from "vitest";
import { loadModel, migrateSources, serializeAst } from "../../src/index.js";

/** Migrates one file. Verifies that the file loads before and after the migration. */
function migrated(text: string): string {
  const { changed, diagnostics } = migrateSources([{ path: "a.smithy", text }]);
  expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  return changed[0]?.text ?? text;
}

const old = (text: string): string => `$version: "1.0"\n\nnamespace a\n\n${text}\n`;
const next = (text: string): string => `$version: "2.0"\n\nnamespace a\n\n${text}\n`;

/** Returns the AST of a text, without locations. */
function astOf(text: string) {
  const { model } = loadModel([{ path: "a.smithy", text }]);
  return model && serializeAst(model);
}

describe("migrateSources", () => {
  it("writes zero values as default traits, both above members and within a line", () => {
    const text = old(`integer Count

structure S {
    // kept
    @required
    count: PrimitiveInteger, // kept too
    flag: PrimitiveBoolean,
    own: Count,
    boxed: Integer,
}
structure T { a: Count, b: String }`);
    expect(migrated(text)).toBe(
      next(`@default(0)
integer Count

structure S {
    // kept
    @required
    @default(0)
    count: PrimitiveInteger, // kept too
    @default(false)
    flag: PrimitiveBoolean,
    @default(0)
    own: Count,
    boxed: Integer,
}
structure T { @default(0) a: Count, b: String }`),
    );
  });

  it("removes box traits, and adds the default null to boxed members", () => {
    const text = old(`@box
integer Boxed

structure S {
    a: Boxed,
    @box
    b: PrimitiveLong,
    @required @box c: PrimitiveLong
}`);
    expect(migrated(text)).toBe(
      next(`integer Boxed

structure S {
    a: Boxed,
    @default(null)
    b: PrimitiveLong,
    @required @default(null) c: PrimitiveLong
}`),
    );
  });

  it("converts sets to lists and named enums to enum shapes, and keeps other traits", () => {
    const text = old(`/// Colors.
@enum([
    { value: "red", name: "RED", documentation: "Warm." },
    { value: "BLUE", name: "BLUE", tags: ["cold"] }
])
@tags(["paint"])
string Color

@enum([{ value: "x" }])
string Unnamed

set Colors { member: Color }`);
    expect(migrated(text)).toBe(
      next(`/// Colors.
@tags(["paint"])
enum Color {
    /// Warm.
    RED = "red"
    @tags([
        "cold"
    ])
    BLUE
}

@enum([{ value: "x" }])
string Unnamed

@uniqueItems
list Colors { member: Color }`),
    );
  });

  it("adds a version to a file without one, and keeps Windows line breaks", () => {
    expect(migrated("namespace a\r\n\r\nstructure S {\r\n    a: PrimitiveInteger\r\n}\r\n")).toBe(
      '$version: "2.0"\r\n\r\nnamespace a\r\n\r\nstructure S {\r\n    @default(0)\r\n    a: PrimitiveInteger\r\n}\r\n',
    );
  });

  it("keeps the meaning of a model, except for enums", () => {
    const text = old(`@streaming
blob Data

structure S {
    data: Data,
    big: BigInteger,
    list: Ints
}
apply S$big @documentation("d")
list Ints { @box member: PrimitiveInteger }
set Strings { member: String }
map M { key: String, value: PrimitiveInteger }
union U { a: PrimitiveInteger, b: Integer }
operation O { input: S }`);
    expect(astOf(migrated(text))).toEqual(astOf(text));
  });

  it("leaves files of version 2.0 and JSON unchanged", () => {
    const sources = [
      { path: "a.smithy", text: next("structure S { a: b#T }") },
      { path: "b.json", text: '{ "smithy": "1.0", "shapes": { "b#T": { "type": "string" } } }' },
    ];
    expect(migrateSources(sources).changed).toEqual([]);
  });

  it("changes nothing if the model is invalid, and reports why", () => {
    const sources = [
      { path: "a.smithy", text: old("structure S { a: PrimitiveInteger }") },
      { path: "b.smithy", text: old("structure T { a: Missing }") },
    ];
    const { changed, diagnostics } = migrateSources(sources);
    expect(changed).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain("Target.UnresolvedShape");
  });
});
