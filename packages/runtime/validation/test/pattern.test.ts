import { describe, expect, it } from "vitest";
import { lengthOf, matchWithRegExp } from "../src/index.js";

describe("matchWithRegExp", () => {
  it.each<[string, string, boolean]>([
    ["b", "abc", true],
    ["^[ -=]+$", "5:4<=", true],
    ["^.$", "😀", true],
  ])("tests the pattern %s on %s: %s", (pattern, text, outcome) => {
    expect(matchWithRegExp(pattern)(text)).toBe(outcome);
  });

  it("rejects a pattern that JavaScript cannot compile", () => {
    expect(() => matchWithRegExp("^\\p{Print}+$")).toThrow(SyntaxError);
  });
});

describe("lengthOf", () => {
  it("counts a supplementary character and a lone surrogate as one character each", () => {
    expect(lengthOf("😀")).toBe(1);
    expect(lengthOf("\ud83da")).toBe(2);
  });
});
