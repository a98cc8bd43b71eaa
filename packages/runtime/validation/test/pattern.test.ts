import { expect, it } from "vitest";
import { lengthOf, matchWithRegExp, toRegExp } from "../src/index.js";

it.each<[string, string, boolean]>([
  ["b", "abc", true],
  ["^[ -=]+$", "5:4<=", true],
  ["^.$", "😀", true],
  ["^[\\w-.]+$", "a.b", true],
  ["^[a-z\\_\\-]+$", "a_-", true],
  ["^[a-z\\_]+$", "A", false],
])("the pattern %s on %s gives %s", (pattern, text, outcome) => {
  expect(matchWithRegExp(pattern)(text)).toBe(outcome);
});

it("lets pass every text where the pattern is of another language", () => {
  expect(toRegExp("^\\p{Print}+$")).toBeUndefined();
  expect(matchWithRegExp("^\\p{Print}+$")("anything")).toBe(true);
  expect(matchWithRegExp("(?i)^a$")("b")).toBe(true);
});

it("counts a character beyond the basic plane once, and a lone surrogate as one", () => {
  expect(lengthOf("😀")).toBe(1);
  expect(lengthOf("\ud83da")).toBe(2);
});
