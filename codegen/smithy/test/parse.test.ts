import { describe, expect, it } from "vitest";
import { growth } from "./count-steps.js";
import { formatDiagnostics, parseIdl } from "../src/index.js";

const header = '$version: "2.0"\nnamespace a.b\n';

/** Returns the diagnostics of a text as `line:column message`. */
const problems = (text: string) =>
  parseIdl({ path: "a.smithy", text }).diagnostics.map(({ message, span }) => {
    const place = span?.file.positionAt(span.start);
    return `${place?.line}:${place?.column} ${message}`;
  });

/** Returns the names of the shapes in a text, including broken shapes. */
const shapeNames = (text: string) =>
  parseIdl({ path: "a.smithy", text }).root.statements.flatMap((statement) =>
    statement.kind === "shape" ? [statement.name.text] : [],
  );

describe("parseIdl", () => {
  it("returns a tree with every token of the text, in order", () => {
    const text = `${header}/// Docs\n@foo( a: 1,, b : [x y] ) // why\nstructure A {\n\n b: C,\t}\n`;
    const { tokens } = parseIdl({ path: "a.smithy", text });
    let rebuilt = "";
    for (let index = 0; index < tokens.count; index++) {
      rebuilt += text.slice(tokens.startOf(index), tokens.endOf(index));
    }
    expect(rebuilt).toBe(text);
  });

  it("returns the range of each node", () => {
    const text = `${header}@tags(["x"])\nstructure A with [B] {\n    b: C = 1\n}\n`;
    const [shape] = parseIdl({ path: "a.smithy", text }).root.statements;
    if (shape?.kind !== "shape" || shape.body?.kind !== "members") throw new Error("no structure");
    const [member] = shape.body.members;
    const slice = (node: { start: number; end: number } | undefined) =>
      node && text.slice(node.start, node.end);
    expect(slice(shape.traits[0])).toBe('@tags(["x"])');
    expect(slice(shape.mixins)).toBe("with [B]");
    expect(slice(member)).toBe("b: C = 1");
    expect(slice(member?.target)).toBe("C");
    expect(slice(shape)).toBe(text.slice(header.length).trimEnd());
  });

  it("distinguishes comments from documentation", () => {
    const text = `${header}/// One\n// no\n/// Two\nstring A\n\n@deprecated\n/// after a trait\nstring B\n`;
    const docs = parseIdl({ path: "a.smithy", text }).root.statements.map((statement) =>
      statement.kind === "shape" ? statement.documentation?.text : undefined,
    );
    expect(docs).toEqual(["One\nTwo", undefined]);
  });
});

describe("error recovery in parseIdl", () => {
  it("reports every broken statement only once", () => {
    const text = `${header}strng A\n\nstructure B {\n    a String\n    b: String\n    c: [Integer]\n}\n\nlist C { member String }\nstring D\n`;
    expect(problems(text)).toEqual([
      "3:1 Unknown shape type: strng",
      "6:7 Expected COLON(':') but found IDENTIFIER('String')",
      "11:17 Expected COLON(':') but found IDENTIFIER('String')",
    ]);
    expect(shapeNames(text)).toEqual(["B", "C", "D"]);
  });

  it("keeps the members before an error, and continues with the next statement", () => {
    const text = `${header}structure A {\n    a: String\n    b !!\n    c: String\n}\nstring B\n`;
    const [shape] = parseIdl({ path: "a.smithy", text }).root.statements;
    const body = shape?.kind === "shape" && shape.body?.kind === "members" ? shape.body : undefined;
    expect(body?.members.map(({ name, broken }) => [name.text, broken])).toEqual([
      ["a", false],
      ["b", true],
    ]);
    expect(shapeNames(text)).toEqual(["A", "B"]);
    expect(problems(text)).toEqual(["5:7 Unexpected character: '!'"]);
  });

  it("continues only at a statement in the first column", () => {
    const text = `${header}structure A {\n    a: Str ing\n\n string C\nstructure B {\n    b: String\n}\n`;
    expect(shapeNames(text)).toEqual(["A", "B"]);
    expect(problems(text)).toHaveLength(1);
  });

  it("continues after a broken control statement and after broken metadata", () => {
    const text = '$version "2.0"\nmetadata = 1\nmetadata a = 1\nnamespace a.b\nstring A\n';
    expect(problems(text)).toEqual([
      "1:10 Expected COLON(':') but found STRING('\"2.0\"')",
      "2:10 Expected one of IDENTIFIER, STRING('\"'); but found EQUAL('=')",
    ]);
    expect(shapeNames(text)).toEqual(["A"]);
  });

  it.each([
    [
      "an invalid use statement",
      "namespace a.b\nuse x\nstring !\n",
      "2:6 Expected POUND('#') but found NEWLINE('\n')",
    ],
    [
      "a duplicate import",
      "namespace a.b\nuse c#D\nuse c#D\nstring !\n",
      "3:5 Cannot use name `c#D` because it conflicts with `c#D`",
    ],
    [
      "a version that is not a string",
      "$version: 1\nnamespace !\n",
      "1:11 The $version control statement must have a string value, but found 1",
    ],
    [
      "a missing namespace",
      "metadata a = 1\nstring A\nstring !\n",
      "2:1 Expected a namespace definition but found IDENTIFIER('string')",
    ],
  ])("reads nothing after %s", (_, text, expected) => {
    expect(problems(text)).toEqual([expected]);
    expect(shapeNames(text)).toEqual([]);
  });

  it("reports an unterminated string only once", () => {
    expect(problems(`${header}@documentation("...\nstring A\n`)).toEqual([
      "3:16 Error parsing quoted string: Syntax error at line 5, column 1: Expected: '\"', but found '[EOF]'",
    ]);
  });
});

describe("limits of parseIdl", () => {
  it("rejects text that is nested too deeply, without overflowing the stack", () => {
    const text = `metadata a = ${"[".repeat(100_000)}`;
    expect(problems(text)).toEqual(["1:78 Parser exceeded maximum allowed depth of 64"]);
  });

  it("accepts text that is nested 64 levels deep", () => {
    expect(problems(`metadata a = ${"[".repeat(64)}${"]".repeat(64)}\n`)).toEqual([]);
  });

  it.each(["structure A { @ \n", "@a({[", '"""\\'])(
    "takes steps in proportion to broken text: %j",
    (part) => {
      const parse = (count: number): void => {
        parseIdl({ path: "a.smithy", text: header + part.repeat(count) });
      };
      expect(growth(parse, 2000)).toBeLessThan(2.5);
    },
  );
});

describe("formatDiagnostics", () => {
  const show = (text: string, color = false) =>
    formatDiagnostics(parseIdl({ path: "model/a.smithy", text }).diagnostics, { color });

  it("shows the line with the error underlined, and a suggestion", () => {
    expect(show(`${header}strcture A {\n}\n`)).toBe(
      [
        "ERROR Model: Unknown shape type: strcture",
        "  at model/a.smithy:3:1",
        "  3 | strcture A {",
        "    | ^^^^^^^^",
        "  hint: Did you mean `structure`?",
        "",
      ].join("\n"),
    );
  });

  it("keeps tabs, so that the underline is aligned with the error", () => {
    expect(show(`${header}structure A {\n\ta\tString\n}\n`)).toContain(
      "  4 | \ta\tString\n    | \t \t^^^^^^\n",
    );
  });

  it("shows only a part of a very long line", () => {
    const frame = show(`${header}structure A { ${"a: B ".repeat(1000)}!}\n`);
    expect(Math.max(...frame.split("\n").map((line) => line.length))).toBeLessThan(180);
    expect(frame).toContain("^");
  });

  it("adds colors only if the option color is set", () => {
    expect(show("strng A", true)).toContain("\u001B[31mERROR\u001B[0m");
    expect(show("strng A")).not.toContain("\u001B");
  });
});
