import { describe, expect, it } from "vitest";
import { growth } from "../count-steps.js";
import { compileMatcher } from "../../src/patterns/match-pattern.js";

const find = (pattern: string, text: string): boolean | undefined =>
  compileMatcher(pattern)?.test(text);

describe("the matcher of patterns", () => {
  it.each([
    ["^(a+)+$", "a"],
    ["^(a|a)*$", "a"],
    ["^(a|aa)+$", "a"],
    ["^(.*)*$", "x"],
    ["^(?:a*){20}$", "a"],
    ["^(?:[a-z]+[0-9]*)*$", "ab1"],
  ])("takes steps in proportion to the length of the text for %s", (pattern, part) => {
    const match = (count: number): void => {
      expect(find(pattern, `${part.repeat(count)}!\n!`)).toBe(false);
      expect(find(pattern, part.repeat(count))).toBe(true);
    };
    expect(growth(match, 1000)).toBeLessThan(2.5);
  });

  it("accepts a text if a back-reference takes too long to match", () => {
    expect(find("^(a*)*b\\1$", `${"a".repeat(60)}c`)).toBe(true);
  });

  it.each([
    ["^(ab|cd){2,3}$", ["abcd", "cdcdab"], ["ab", "abababab"]],
    ["^(?:a{2}){2,}$", ["aaaa", "aaaaaa"], ["aaa", "aaaaa"]],
    ["(?=.*[0-9])(?=.*[a-z])^[a-z0-9]{4,}$", ["abc1", "1abc"], ["abcd", "1234", "a1"]],
    ["^(?!-)(?:[a-z]-?)+$", ["a-b-", "ab"], ["-ab", "a--b"]],
    ["^(?>a*)a+$", [], ["a", "aaa"]],
    ["^(?>a|ab)c+d*$", ["acd"], ["abcd"]],
    ["^(?:x++)y*z*$", ["xx", "xyz"], ["xyx"]],
    ["^\\w+(?<=ing)\\d*$", ["sing", "ing1"], ["song", "ingo"]],
    ["^\\w+(?<!ing)!*$", ["song!", "ingo"], ["sing"]],
    ["^([a-z]+)-\\1(x*)$", ["ab-ab", "ab-abx"], ["ab-ba", "ab-a"]],
    ["^.{1,65535}\\.(?:com|net)?$", ["a.com", "a."], [".com", "com"]],
    ["\\bfoo\\b.*\\bbar\\b", ["a foo, bar", "foo bar"], ["food bar", "foo barn"]],
    ["^\\p{Lu}+\\p{Ll}*$", ["ÄÖü", "A"], ["äÖ", ""]],
    ["^(?:\u{1f600}|x)+?$", ["\u{1f600}x\u{1f600}"], ["\ud83d", "y"]],
    ["^(?i)(?:true|false)*$", ["TRUEfalse", ""], ["tru"]],
    ["^(a|b*)*$", ["", "abba"], ["abc"]],
    ["^(?:(?:a|b)*?c){0}d*e*$", ["", "de"], ["c"]],
    ["^a*b*\\z", ["aab"], ["aab\n"]],
    ["^a*b*$", ["aab", "aab\n"], ["aab\n\n"]],
  ] as const)("finds the same matches as Java for %s", (pattern, matching, others) => {
    for (const text of matching) expect([text, find(pattern, text)]).toEqual([text, true]);
    for (const text of others) expect([text, find(pattern, text)]).toEqual([text, false]);
  });

  it("finds the same matches as JavaScript for patterns with the same meaning in both languages", () => {
    const parts = [
      "a",
      "b",
      "[ab]",
      "a*",
      "(?:a|b)*",
      "(?:ab)+",
      "a{1,2}",
      "(?=a)",
      "(?!b)",
      "b?",
      "(?:a*b?)*",
    ];
    const texts = ["", "a", "b", "ab", "ba", "aab", "abab", "bbb", "abba", "aaaab", "babab"];
    for (const one of parts) {
      for (const two of parts) {
        for (const three of parts) {
          const pattern = `^${one}(?:${two}|${three})${three}$`;
          const expression = new RegExp(pattern, "u");
          for (const text of texts) {
            expect([pattern, text, find(pattern, text)]).toEqual([
              pattern,
              text,
              expression.test(text),
            ]);
          }
        }
      }
    }
  });
});
