import { describe, expect, it } from "vitest";
import { writeHtml } from "../../../src/targets/docs/output/html.js";
import { writeMarkdown } from "../../../src/targets/docs/output/markdown.js";
import {
  firstSentence,
  plainText,
  renderText,
} from "../../../src/targets/docs/text/render-text.js";

const html = (text: string): string =>
  writeHtml({ type: "root", children: renderText(text) }).trim();
const markdown = (text: string): string => writeMarkdown(renderText(text)).trim();

describe("renderText", () => {
  it.each([
    // CommonMark
    ["a *b* `c`", "<p>a <em>b</em> <code>c</code></p>", "a *b* `c`"],
    ["- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "- one\n- two"],
    ["~~old~~", "<p><del>old</del></p>", "~~old~~"],
    [
      "[x](https://example.com/a)",
      '<p><a href="https://example.com/a" rel="noreferrer">x</a></p>',
      "[x](https://example.com/a)",
    ],
    // The text is HTML, because it starts with a block tag
    ["<p>a <b>b</b></p>\n  <p>c</p>", "<p>a <b>b</b></p>\n<p>c</p>", "a **b**\n\nc"],
    ["<P>upper</P>", "<p>upper</p>", "upper"],
    [
      "<fullname>Name</fullname><p>x</p>",
      "<p><strong>Name</strong></p>\n<p>x</p>",
      "**Name**\n\nx",
    ],
    ["<div>a</div>", "<p>a</p>", "a"],
    // A text with an inline tag is still Markdown
    ["<b>a</b> *b*", "<p><b>a</b> <em>b</em></p>", "**a** *b*"],
    // Text whose lines are indented to align them in the model file
    ["One.\n\n        Two.", "<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."],
    ["    One.\n    Two.", "<p>One.\nTwo.</p>", "One. Two."],
    // An indented code block is still a code block
    [
      "One:\n\n    code\n\nTwo.",
      '<p>One:</p>\n<pre tabindex="0"><code>code\n</code></pre>\n<p>Two.</p>',
      "One:\n\n```\ncode\n```\n\nTwo.",
    ],
    // An image becomes its description, because pages load nothing from other hosts
    ["![a chart](https://example.com/c.png)", "<p>a chart</p>", "a chart"],
    // Braces of template languages have no meaning
    ["{{ 1 + 1 }} <%= x %>", "<p>{{ 1 + 1 }} &lt;%= x %></p>", "{{ 1 + 1 }} <%= x %>"],
  ])("converts %j to HTML and Markdown", (text, expectedHtml, expectedMarkdown) => {
    expect(html(text)).toBe(expectedHtml);
    expect(markdown(text)).toBe(expectedMarkdown);
  });
});

describe("text that only looks like a tag", () => {
  it.each([
    ["arn:aws:s3:<region>:<account-id>"],
    ["List<String>"],
    ["Map<String, List<Integer>>"],
    ["<p>arn:aws:s3:<region>:<account-id></p>"],
    ["<p>a List<String> of <code>Map<K,V></code></p>"],
    ["<p><?php echo 1 ?></p>"],
    ["a <!DOCTYPE html> b"],
    ["1 < 2 and 3 > 2"],
  ])("stays readable: %j", (text) => {
    const inner = text.replace(/^<p>|<\/p>$|<\/?code>/g, "");
    expect(plainText(text)).toBe(inner);
    const again = plainText(markdown(text));
    expect(again.replace(/[`\\]/g, "")).toBe(inner);
  });

  it("is escaped only once in code", () => {
    expect(html("`List<String>`")).toBe("<p><code>List&lt;String></code></p>");
  });
});

describe("hostile text", () => {
  const payloads = [
    "<script>alert(1)</script>",
    "<p><script>alert(1)</script></p>",
    "<p>x</p><iframe src=https://evil.example></iframe>",
    "<p><img src=x onerror=alert(1)></p>",
    '<p onclick="alert(1)" style="position:fixed" id="content" class="top">x</p>',
    '<p><a href="javascript:alert(1)">x</a></p>',
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    '<a href=" jAvAsCrIpT:alert(1)">x</a>',
    "![x](https://evil.example/pixel.png)",
    "<p><svg onload=alert(1)><math><mi xlink:href=javascript:alert(1)></p>",
    "<p><style>body{display:none}</style></p>",
    "<p><form action=https://evil.example><input autofocus onfocus=alert(1)></form></p>",
    "<p><object data=x></object><embed src=x><base href=https://evil.example><meta http-equiv=refresh content=0></p>",
    "<!--@include: ../../secret--><p>x</p>",
    "<details open ontoggle=alert(1)>x</details>",
  ];

  it.each(payloads)("has no effect in HTML or Markdown: %j", (payload) => {
    const rendered = html(`${payload}`);
    const tags = [...rendered.matchAll(/<([a-z0-9]+)([^>]*)>/g)];
    for (const [, name, attributes] of tags) {
      expect(["a", "p", "code", "pre", "strong"]).toContain(name);
      expect(attributes).not.toMatch(/\b(on\w+|style|id|class|src|srcset|action)\s*=/i);
      expect(attributes).not.toMatch(/javascript:|data:/i);
    }
    // Other tools render the Markdown. Text must not become a tag in these tools.
    const reread = html(markdown(payload));
    expect(reread).not.toMatch(/<(script|iframe|img|svg|style|form|object|embed|base|meta)\b/i);
  });

  it("cannot link to pages of the site", () => {
    expect(html("[x](../secret.html) [y](#content) [z](//evil.example)")).toBe("<p>x y z</p>");
  });
});

describe("renderText for notes and headings", () => {
  it("converts a note to an aside with a label", () => {
    expect(html("<note><p>Mind the gap.</p></note>")).toBe(
      '<aside class="note" role="note">\n<p class="label">Note</p>\n<p>Mind the gap.</p>\n</aside>',
    );
    expect(markdown("<important>Mind.</important>")).toBe("> **Important**\n>\n> Mind.");
  });

  it("converts headings in the text of a member to bold text", () => {
    expect(html("# Big\n\ntext")).toBe("<p><strong>Big</strong></p>\n<p>text</p>");
  });

  it("shifts headings in the text of a page to the level of the page", () => {
    const nodes = renderText("# A\n\n### B", { headingLevel: 2 });
    expect(nodes.map((node) => node.type === "element" && node.tagName)).toEqual(["h2", "h4"]);
  });
});

describe("renderText with links to shapes", () => {
  it("links inline code that names a shape, except within links", () => {
    const linkTo = (name: string): string | undefined =>
      name === "Tag" ? "shapes/tag.html" : undefined;
    const render = (text: string): string =>
      writeHtml({ type: "root", children: renderText(text, { linkTo }) }).trim();
    expect(render("a `Tag`, a `Cat`")).toBe(
      '<p>a <a href="shapes/tag.html"><code>Tag</code></a>, a <code>Cat</code></p>',
    );
    expect(render("[`Tag`](https://example.com)")).toBe(
      '<p><a href="https://example.com" rel="noreferrer"><code>Tag</code></a></p>',
    );
  });
});

describe("firstSentence", () => {
  it.each([
    ["One. Two.", "One."],
    ["Version 1.2 of `x`. More.", "Version 1.2 of x."],
    ["<p>One.</p><p>Two.</p>", "One."],
    ["No end", "No end"],
    ["", ""],
  ])("shortens %j to %j", (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
