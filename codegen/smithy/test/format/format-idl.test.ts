import { describe, expect, it } from "vitest";
import { formatIdl } from "../../src/format/format-idl.js";

const head = '$version: "2.0"\n\nnamespace a\n\n';
function formatted(body: string, width = 120): string | undefined {
  const { text } = formatIdl({ path: "a.smithy", text: head + body }, { width });
  return text?.startsWith(head) ? text.slice(head.length) : text;
}

describe("formatIdl", () => {
  it.each<[what: string, input: string, output: string]>([
    [
      "separates statements by one blank line",
      "string A\n\n\n\nstring B",
      "string A\n\nstring B\n",
    ],
    [
      "removes commas and extra spaces",
      "structure  A { ,a : String, }",
      "structure A {\n    a: String\n}\n",
    ],
    [
      "keeps empty bodies on one line",
      "structure A {\n\n}\nservice S {\n}",
      "structure A {}\n\nservice S {}\n",
    ],
    [
      "prints plain members without blank lines",
      "structure A {\n  a: String\n\n  b: String\n}",
      "structure A {\n    a: String\n    b: String\n}\n",
    ],
    [
      "separates members by blank lines if one has a trait",
      "structure A {\n  a: String\n  @required b: String\n  c: String\n}",
      "structure A {\n    a: String\n\n    @required\n    b: String\n\n    c: String\n}\n",
    ],
    [
      "keeps a comment at the end of a member's line",
      "structure A {\n  a: String // note\n  b: String // last\n}",
      "structure A {\n    a: String // note\n    b: String // last\n}\n",
    ],
    [
      "moves the trailing comment of the last member down if members are separated by blank lines",
      "structure A {\n  @required a: String // first\n  b: String // last\n}",
      "structure A {\n    @required\n    a: String // first\n\n    b: String\n\n    // last\n}\n",
    ],
    [
      "keeps a comment after an assigned value",
      'structure A {\n  @required a: String = "" /// note\n}',
      'structure A {\n    @required\n    a: String = "" // note\n}\n',
    ],
    [
      "keeps documentation with its member, even on the line of the previous one",
      "structure A {\n  a: String /// of b\n  b: String\n}",
      "structure A {\n    a: String\n\n    /// of b\n    b: String\n}\n",
    ],
    [
      "moves comments from the head of a shape above the shape",
      "structure A // c\n{}\n",
      "// c\nstructure A {}\n",
    ],
    [
      "keeps comments directly below a shape",
      "string A\n// of A\n\n// of B\nstring B",
      "string A\n// of A\n\n// of B\nstring B\n",
    ],
    ["removes empty parentheses", "@required() string A", "@required\nstring A\n"],
    ["keeps a comment in empty parentheses", "@a(// c\n) string A", "@a(\n    // c\n)\nstring A\n"],
    [
      "removes unnecessary quotes of keys",
      '@a("b": 1, "c-d": 2) string A',
      '@a(b: 1, "c-d": 2)\nstring A\n',
    ],
    [
      "prints arrays and objects directly inside parentheses",
      "@a([1,2]) @b({c:1}) string A",
      "@a([1, 2])\n@b({ c: 1 })\nstring A\n",
    ],
    [
      "prints nested containers on several lines",
      "@a([[1]]) string A",
      "@a([\n    [1]\n])\nstring A\n",
    ],
    [
      "prints objects in arrays on several lines",
      "@a(b: [{c: 1}]) string A",
      "@a(\n    b: [\n        {\n            c: 1\n        }\n    ]\n)\nstring A\n",
    ],
    [
      "moves comments around a colon above the entry",
      "@a(b // 1\n : // 2\n 3) string A",
      "@a(\n    // 1\n    // 2\n    b: 3\n)\nstring A\n",
    ],
    [
      "prints each shape of a service on its own line",
      'service S { version: "1", operations: [A, B], errors: [] }',
      'service S {\n    version: "1"\n    operations: [\n        A\n        B\n    ]\n    errors: []\n}\n',
    ],
    [
      "prints each error of an operation on its own line",
      "operation O { input: A, errors: [E] }",
      "operation O {\n    input: A\n    errors: [\n        E\n    ]\n}\n",
    ],
    [
      "prints the traits of an inline shape below its name",
      "operation O { input := @a { b: String } }",
      "operation O {\n    input :=\n        @a\n         {\n            b: String\n        }\n}\n",
    ],
    [
      "indents the traits of an apply block",
      "apply A { @b @c // d\n }",
      "apply A {\n    @b\n    @c\n    // d\n}\n",
    ],
    ["turns documentation before apply into a comment", "/// d\napply A @b", "// d\napply A @b\n"],
    [
      "indents a text block in an object below its key",
      '@a(b: """\n  c\n   d""") string A',
      '@a(\n    b: """\n        c\n         d"""\n)\nstring A\n',
    ],
    [
      "separates a final quote from the closing quotes",
      '@a("""\n  "b" """) string A',
      '@a(\n    """\n    "b" """\n)\nstring A\n',
    ],
    [
      "does not change the lines of quoted strings",
      '@a("b  \n  c") string A',
      '@a(\n    "b  \n  c"\n)\nstring A\n',
    ],
    [
      "ends lines with a line feed",
      "string A\r\n// b\r\nstring B\r\n",
      "string A\n// b\n\nstring B\n",
    ],
    [
      "removes trailing spaces of documentation, as `smithy format` does",
      "/// a  \nstring A",
      "/// a\nstring A\n",
    ],
  ])("%s", (_, input, output) => {
    expect(formatted(input)).toBe(output);
    expect(formatted(output)).toBe(output);
  });

  it("breaks lines that exceed the width", () => {
    const input = "@a([10, 20, 30])\nstring A with [Bbbb, Cccc]\n";
    expect(formatted(input, 30)).toBe(input);
    expect(formatted(input, 15)).toBe(
      "@a([\n    10\n    20\n    30\n])\nstring A with [\n    Bbbb\n    Cccc\n]\n",
    );
  });

  it("sorts imports with their comments and removes unused imports", () => {
    const imports = "// b\nuse x#b // B\nuse x#unused\n// a\nuse x#a\n\n";
    expect(formatted(`${imports}@a\nstring S\n\napply T$m @b\n`)).toBe(
      "// a\nuse x#a\n\n// b\nuse x#b // B\n\n@a\nstring S\n\napply T$m @b\n",
    );
  });

  it("keeps imports that only a member, a mixin, a value or metadata uses", () => {
    const text = `$version: "2.0"

metadata a = E

namespace a

use x#A
use x#B
use x#C
use x#D
use x#E

structure S for D with [B] {
    @c(C)
    a: A
}
`;
    expect(formatIdl({ path: "a.smithy", text }).text).toBe(text);
  });

  it("does not change an empty file or a file that contains only comments", () => {
    expect(formatIdl({ path: "a.smithy", text: "\n \n" }).text).toBe("");
    expect(formatIdl({ path: "a.smithy", text: "\n//a\n\n/// b" }).text).toBe("// a\n// b\n");
  });

  it("formats syntax of version 2.0 in a file of version 1.0", () => {
    const text = '$version: "1.0"\n\nnamespace ns\n\nstructure A with [B] {}\n';
    expect(formatIdl({ path: "a.smithy", text }).text).toBe(text);
  });

  it("keeps Unicode spaces at the end of documentation", () => {
    const text = '$version: "2"\n\nnamespace ns\n\n/// a\u2028\nstring A\n';
    expect(formatIdl({ path: "a.smithy", text }).text).toBe(text);
  });

  it("rejects text with syntax errors and reports them", () => {
    const { text, diagnostics } = formatIdl({ path: "a.smithy", text: `${head}structure A {` });
    expect(text).toBeUndefined();
    expect(diagnostics.map(({ severity }) => severity)).toContain("ERROR");
  });
});
