import { describe, expect, it } from "vitest";
import {
  flatWidth,
  group,
  indent,
  join,
  line,
  printDocument,
  softline,
  verbatim,
} from "../../src/format/document.js";
import type { Document } from "../../src/format/document.js";

const list = (...items: readonly Document[]): Document =>
  group(["[", indent([softline(""), join(softline(", "), items)]), softline(""), "]"]);

describe("printDocument", () => {
  it("keeps a group on one line if it ends at the last column", () => {
    expect(printDocument(list("aa", "bb"), 8)).toBe("[aa, bb]");
    expect(printDocument(list("aa", "bb"), 7)).toBe("[\n    aa\n    bb\n]");
  });

  it("breaks the outer group first, and measures the inner groups separately", () => {
    expect(printDocument(list("a", list("b", "c")), 10)).toBe("[\n    a\n    [b, c]\n]");
  });

  it("keeps a group flat if the content before its line break fits", () => {
    const document = group([softline(" "), "{", indent([line, "a".repeat(30)]), line, "}"]);
    expect(printDocument(["ab", document], 5)).toBe(`ab {\n    ${"a".repeat(30)}\n}`);
    expect(printDocument(["abcd", document], 5)).toBe(`abcd\n{\n    ${"a".repeat(30)}\n}`);
  });

  it("prints no spaces on empty lines", () => {
    expect(printDocument(indent(["a", line, line, "b"]), 80)).toBe("a\n\n    b");
  });

  it("does not indent verbatim text", () => {
    expect(printDocument(indent([line, verbatim("a\nb"), "c"]), 80)).toBe("\n    a\nbc");
  });

  it("measures the flat width up to the first line break", () => {
    expect(flatWidth([list("a", "b"), line, "c"])).toBe(6);
    expect(flatWidth(verbatim("ab\nc"))).toBe(2);
  });
});
