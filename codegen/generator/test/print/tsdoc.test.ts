import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doc } from "../../src/code/doc.js";
import { documentationToMarkdown } from "../../src/print/markdown.js";
import { writeTsdoc } from "../../src/print/tsdoc.js";

describe("documentation in CommonMark", () => {
  it.each([
    [
      "keeps its lines and emphasis",
      "One **bold**\nline.\n\n- a\n- b",
      "One **bold**\nline.\n\n- a\n- b",
    ],
    ["cannot start a tag", "see @deprecated and a@b.c", "see \\@deprecated and a\\@b.c"],
    ["cannot start an inline tag", "{@link Foo} {x}", "\\{\\@link Foo\\} \\{x\\}"],
    ["cannot end the comment", "a */ b `c */ d`", "a *\\/ b `c *\\/ d`"],
    ["keeps code unchanged", "`{@x} <T>` and ``a ` @b``", "`{@x} <T>` and ``a ` @b``"],
    ["keeps fenced code", "x\n```\n<b> {y}\n```\nz", "x\n```\n<b> {y}\n```\nz"],
    ["shows text that only looks like a tag", "a List<String>", "a List\\<String>"],
    ["keeps an existing escape", "\\{x\\} \\@y", "\\{x\\} \\@y"],
    ["replaces an autolink with its address", "<https://smithy.io/2.0>", "https://smithy.io/2.0"],
    ["removes the indentation of the model", "One\n    two\n    three", "One\ntwo\nthree"],
    ["has Unix line endings", "a\r\nb\rc", "a\nb\nc"],
  ])("%s", (_, text, expected) => {
    expect(documentationToMarkdown(text)).toBe(expected);
  });
});

describe("documentation in CommonMark with inline HTML", () => {
  it.each([
    ["a **b** `c` <b>d</b>", "a **b** `c` **d**"],
    ["one<br/>two", "one\ntwo"],
    ["<code>List&lt;T></code> and `<b>`", "`List<T>` and `<b>`"],
    [
      'see <a href="https://a.b/c" target="_blank">the *guide*</a>',
      "see [the *guide*](https://a.b/c)",
    ],
    ["<a>nowhere</a> <span>x</span> @y", "nowhere x \\@y"],
  ])("becomes Markdown: %s", (text, expected) => {
    expect(documentationToMarkdown(text)).toBe(expected);
  });
});

describe("documentation in HTML", () => {
  it.each([
    ["paragraphs", "<p>One <code>two</code>.</p>\n  <p>Three.</p>", "One `two`.\n\nThree."],
    ["emphasis", "<p><b>bold </b>and <i>slanted</i></p>", "**bold** and *slanted*"],
    [
      "links",
      '<p>See <a href="https://a.b/c(d)">the guide</a>, <a>nowhere</a>.</p>',
      "See [the guide](https://a.b/c%28d%29), nowhere.",
    ],
    ["lists", "<ul><li><p>a</p></li><li>b <code>c</code></li></ul>", "- a\n- b `c`"],
    ["numbered lists", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ["nested lists", "<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n\n  - b"],
    ["definitions", "<dl><dt>t</dt><dd>d</dd></dl>", "- t\n\n  d"],
    ["notes", "<note><p>Mind.</p></note>", "> **Note**\n>\n> Mind."],
    ["preformatted text", "<pre>a\n  b</pre>", "```\na\n  b\n```"],
    ["tables", "<table><tr><td>a</td><td>b</td></tr></table>", "a | b"],
    ["line breaks", "<p>a<br/>b</p>", "a\nb"],
    ["entities", "<p>a &lt;b&gt; &amp; c</p>", "a \\<b> & c"],
    ["Markdown syntax in text", "<p>2 * 3 _x_ `y`</p>", "2 \\* 3 \\_x\\_ \\`y\\`"],
    ["invisible elements", "<p>a</p><script>alert(1)</script><fullname>X</fullname>", "a"],
    ["placeholders", "<p>a <region>b</p>", "a \\<region>b"],
    ["tags that only change the style", "<p>a <big>b</big></p>", "a b"],
  ])("becomes Markdown: %s", (_, html, expected) => {
    expect(documentationToMarkdown(html)).toBe(expected);
  });

  it("is wrapped, except within code", () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
    const lines = documentationToMarkdown(`<p>${words} <code>a b c</code></p>`).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(92);
    expect(lines.at(-1)).toContain("`a b c`");
  });
});

describe("a TSDoc comment", () => {
  it("is one line if it fits", () => {
    expect(writeTsdoc(doc("A tag."))).toBe("/** A tag. */");
  });

  it("adds notes and tags after the model's text", () => {
    const comment = doc("A tag.", {
      notes: ["Length: 1 to 5."],
      tags: ["@defaultValue `1`"],
      deprecated: "Use {other} instead",
    });
    expect(writeTsdoc(comment).split("\n")).toEqual([
      "/**",
      " * A tag.",
      " *",
      " * Length: 1 to 5.",
      " *",
      " * @defaultValue `1`",
      " *",
      " * @deprecated Use \\{other\\} instead",
      " */",
    ]);
  });

  it("is omitted if it has no content", () => {
    expect(writeTsdoc(doc(undefined))).toBe("");
    expect(writeTsdoc(doc("  \n "))).toBe("");
    expect(writeTsdoc(doc("<p></p>"))).toBe("");
  });

  it("cannot be ended by the text that it contains", () => {
    const parts = fc.constantFrom(
      "*/",
      "*",
      "/",
      "`",
      "\n",
      "@x",
      "{",
      "}",
      "<b>",
      "</b>",
      "\\",
      "a ",
      "```",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (text) => {
        const comment = writeTsdoc(doc(text.join(""), { deprecated: text.join("") }));
        expect(comment === "" || comment.indexOf("*/") === comment.length - 2).toBe(true);
      }),
    );
  });
});
