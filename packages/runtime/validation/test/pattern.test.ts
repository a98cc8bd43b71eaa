import { describe, expect, it } from "vitest";
import { lengthOf, matchWithRegExp } from "../src/index.js";

describe("matchWithRegExp", () => {
  it.each<[string, string, boolean]>([
    ["b", "abc", true],
    ["^[ -=]+$", "5:4<=", true],
    ["^.$", "😀", true],
  ])("returns $2 for the pattern $0 and the text $1", (pattern, text, matches) => {
    expect(matchWithRegExp(pattern)(text)).toBe(matches);
  });

  it("throws a SyntaxError for a pattern that JavaScript does not support", () => {
    expect(() => matchWithRegExp("^\\p{Print}+$")).toThrow(SyntaxError);
  });
});

describe("lengthOf", () => {
  it("counts a character outside of the basic plane or a lone surrogate as one character", () => {
    expect(lengthOf("😀")).toBe(1);
    expect(lengthOf("\ud83da")).toBe(2);
  });
});
