import { describe, expect, test } from "vitest";
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

describe("a document", () => {
  test("stays on one line up to the very last column", () => {
    expect(printDocument(list("aa", "bb"), 8)).toBe("[aa, bb]");
    expect(printDocument(list("aa", "bb"), 7)).toBe("[\n    aa\n    bb\n]");
  });

  test("breaks the outer group first, and asks the inner ones again", () => {
    expect(printDocument(list("a", list("b", "c")), 10)).toBe("[\n    a\n    [b, c]\n]");
  });

  test("has a group fit as soon as what stands before its line break does", () => {
    const document = group([softline(" "), "{", indent([line, "a".repeat(30)]), line, "}"]);
    expect(printDocument(["ab", document], 5)).toBe(`ab {\n    ${"a".repeat(30)}\n}`);
    expect(printDocument(["abcd", document], 5)).toBe(`abcd\n{\n    ${"a".repeat(30)}\n}`);
  });

  test("leaves no blanks on empty lines", () => {
    expect(printDocument(indent(["a", line, line, "b"]), 80)).toBe("a\n\n    b");
  });

  test("does not indent the lines of verbatim text", () => {
    expect(printDocument(indent([line, verbatim("a\nb"), "c"]), 80)).toBe("\n    a\nbc");
  });

  test("knows its width up to the first line break", () => {
    expect(flatWidth([list("a", "b"), line, "c"])).toBe(6);
    expect(flatWidth(verbatim("ab\nc"))).toBe(2);
  });
});
