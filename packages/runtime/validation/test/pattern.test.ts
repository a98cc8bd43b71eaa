import { expect, it } from "vitest";
import { lengthOf, matchWithRegExp } from "../src/index.js";

it.each<[string, string, boolean]>([
  ["b", "abc", true],
  ["^[ -=]+$", "5:4<=", true],
  ["^.$", "😀", true],
])("the pattern %s on %s gives %s", (pattern, text, outcome) => {
  expect(matchWithRegExp(pattern)(text)).toBe(outcome);
});

it("refuses a pattern of another language", () => {
  expect(() => matchWithRegExp("^\\p{Print}+$")).toThrow(SyntaxError);
});

it("counts a character beyond the basic plane once, and a lone surrogate as one", () => {
  expect(lengthOf("😀")).toBe(1);
  expect(lengthOf("\ud83da")).toBe(2);
});
