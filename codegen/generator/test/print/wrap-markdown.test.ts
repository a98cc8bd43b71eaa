import { describe, expect, it } from "vitest";
import { wrapMarkdown } from "../../src/print/markdown-text.js";

const wrap = (...lines: readonly string[]) => wrapMarkdown(lines.join("\n"), 20).split("\n");

describe("wrapping Markdown", () => {
  it("breaks long lines and keeps short lines", () => {
    expect(wrap("one two three four five six seven", "one two three four five")).toEqual([
      "one two three four",
      "five six seven",
      "one two three four five",
    ]);
  });

  it("aligns the continuation lines of a list item with its text", () => {
    expect(wrap("- one two three four five six seven", "  1. one two three four five six")).toEqual(
      ["- one two three four", "  five six seven", "  1. one two three", "     four five six"],
    );
  });

  it("does not change code, tables and headings", () => {
    const fixed = [
      "```ts",
      "const value = one + two + three;",
      "```",
      "| one | two | three | four |",
      "# A heading that is long enough",
      "    code that is indented by four",
    ];
    expect(wrap(...fixed)).toEqual(fixed);
    expect(wrap("text with `a span of code` here")).toEqual([
      "text with",
      "`a span of code`",
      "here",
    ]);
  });
});
