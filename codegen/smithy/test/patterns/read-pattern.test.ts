import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readJavaPattern, readPattern } from "../../src/patterns/read-pattern.js";

/** A pattern, its translation to JavaScript, texts that match, and texts that do not match. */
type Row = readonly [
  pattern: string,
  source: string,
  matches: readonly string[],
  fails: readonly string[],
];

const kept: readonly Row[] = [
  ["^[a-z]+$", "^[a-z]+$", ["abc"], ["", "A", "1"]],
  ["^[\\w+=,.@-]{1,4}$", "^[\\w+=,.@-]{1,4}$", ["a@b-"], ["", "a b"]],
  ["^\\p{L}\\p{Nd}$", "^\\p{L}\\p{Nd}$", ["é1", "α२"], ["11"]],
  ["^(?<a>x)\\k<a>$", "^(?<a>x)\\k<a>$", ["xx"], ["x"]],
  ["^(?!aws:)(?=a).+$", "^(?!aws:)(?=a).+$", ["abc"], ["aws:x", "b"]],
  ["^\\uD83D\\uDE00$", "^\\uD83D\\uDE00$", ["😀"], ["a"]],
  ["^.$", "^.$", ["a", "😀"], ["", "ab"]],
];

const translated: readonly Row[] = [
  [
    "^(?i)(true|false)$",
    "^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$",
    ["true", "TRUE", "fAlse"],
    ["x"],
  ],
  ["^(?i)all|[0-9]{12}$", "^[aA][lL][lL]|[0-9]{12}$", ["ALL", "123456789012"], ["al", "1"]],
  ["^a(?i:b)c$", "^a(?:[bB])c$", ["abc", "aBc"], ["Abc", "abC"]],
  ["^((?i)a)b$", "^([aA])b$", ["Ab", "ab"], ["AB"]],
  ["^(?i)[a-c_]$", "^[a-cA-C_]$", ["B", "_"], ["d"]],
  ["^(?i)é$", "^é$", ["é"], ["É"]],
  ["^(?iu)é$", "^[éÉ]$", ["é", "É"], ["e"]],
  ["^(?i)a(?-i)b$", "^[aA]b$", ["Ab"], ["AB"]],
  ["^(?s).+$", "^[\\s\\S]+$", ["a\nb", "\r"], [""]],
  [
    "(?m)^b$",
    "(?:(?:^|(?<=[\\n\\r\\x85\\u2028\\u2029])(?<!\\r(?=\\n)))(?!$))b(?:$|(?=[\\n\\r\\x85\\u2028\\u2029])(?<!\\r(?=\\n)))",
    ["a\nb\nc", "b", "a\r\nb"],
    ["ab"],
  ],
  ["(?x) ^ a # first\n b $", "^ab$", ["ab"], ["a b"]],
  ["^[0-9A-Z]{2}+$", "^[0-9A-Z]{2}$", ["A1"], ["A", "A12"]],
  ["^a*+b$", "^(?:(?=(a*))\\1)b$", ["aab", "b"], ["aa"]],
  ["^a*+a$", "^(?:(?=(a*))\\1)a$", [], ["a", "aa"]],
  ["^(x)(?>a|ab)(c)\\2$", "^(x)(?:(?=(a|ab))\\2)(c)\\3$", ["xacc"], ["xabcc", "xac"]],
  ["\\A[a-z]+\\z", "^[a-z]+$", ["abc"], ["abc\n", "1a"]],
  [
    "\\Aa\\Z",
    "^a(?=(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])?$)(?<!\\r(?=\\n))",
    ["a", "a\n", "a\r\n"],
    ["a\n\n", "ab"],
  ],
  ["^\\Qa.b\\E$", "^a\\.b$", ["a.b"], ["axb"]],
  ["^\\Qa[\\E+$", "^a\\[+$", ["a[", "a[["], ["a"]],
  ["\\Ga", "^a", ["ab"], ["ba"]],
  [
    "^\\h+$",
    "^[ \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]+$",
    [" \t", "\u00a0"],
    ["a", "\n"],
  ],
  ["^a\\Rb$", "^a(?:\\r\\n|[\\v\\f\\n\\r\\x85\\u2028\\u2029])b$", ["a\r\nb", "a\nb"], ["a\n\nb"]],
  ["^\\p{Print}+$", "^[ -~]+$", ["a ~"], ["\t", "é"]],
  ["^\\p{Alpha}+$", "^[A-Za-z]+$", ["aZ"], ["é", "1"]],
  ["^\\P{Punct}$", "^[^!-/:-@\\[-`{-~]$", ["a", "é"], ["-", "~"]],
  ["^\\p{IsAlphabetic}+$", "^\\p{Alphabetic}+$", ["é"], ["1"]],
  ["^\\p{IsLatin}+$", "^\\p{Script=Latin}+$", ["é"], ["α"]],
  ["^\\p{IsL}$", "^\\p{L}$", ["é"], ["1"]],
  ["^\\p{InGreek}$", "^[Ͱ-Ͽ]$", ["α"], ["a"]],
  ["^\\pL\\PL$", "^\\p{L}\\P{L}$", ["a1"], ["aa"]],
  ["^\\p{javaLowerCase}$", "^\\p{Lowercase}$", ["é"], ["É"]],
  ["^[\\p{Alpha}&&[^a]]+$", "^[A-Zb-z]+$", ["bZ"], ["a", "1"]],
  ["^[a-z&&[def]]$", "^[d-f]$", ["d"], ["a"]],
  ["^[a-z&&[^m-p]&&[^a]]$", "^[b-lq-z]$", ["b", "q"], ["a", "m"]],
  ["^[\\p{L}&&[^a-z]]$", "^(?:(?=\\p{L})[^a-z])$", ["É"], ["a", "1"]],
  ["^[a-c[x-z]]$", "^[a-cx-z]$", ["b", "y"], ["m"]],
  ["^[^a-c[x-z]]$", "^[^a-cx-z]$", ["m"], ["b", "y"]],
  ["^[[:alpha:]]$", "^[:alpha:]$", ["l", ":"], ["b"]],
  ["^\\x{1F600}\\x{41}$", "^😀A$", ["😀A"], ["A"]],
  ["^\\061\\0141$", "^1a$", ["1a"], ["1"]],
  ["^\\a\\e$", "^\\x07\\x1b$", ["\u0007\u001b"], ["ae"]],
  ["^[\\w-_]*$", "^[\\w\\-_]*$", ["a-_"], ["a b"]],
  ["^[a-zA-Z0-9\\_\\-]+$", "^[a-zA-Z0-9_\\-]+$", ["a_-"], [" "]],
  ["^https\\://\\S+$", "^https:\\/\\/\\S+$", ["https://a"], ["https:/a"]],
  ["^a]b}$", "^a\\]b\\}$", ["a]b}"], ["ab"]],
  ["^[]a]$", "^[\\]a]$", ["]", "a"], ["b"]],
  ["^[^-A]|=[^=]|={3,}${1,4}$", "^[^\\-A]|=[^=]|={3,}(?:$){1,4}$", ["b", "A==="], ["A=="]],
  ["^(?=a)*b$", "^(?:(?=a))*b$", ["b"], ["ab"]],
  ["^(a)\\10$", "^(a)\\1(?:)0$", ["aa0"], ["a0"]],
];

/** Patterns that Java rejects, with Java's messages. */
const invalid: readonly (readonly [pattern: string, problem: string])[] = [
  ["^[a-z$", "Unclosed character class near index 5"],
  ["^\\p{Foo}$", "Unknown character property name {Foo} near index 7"],
  ["^{a$", "Illegal repetition near index 2"],
  ["a**", "Dangling meta character '*' near index 2"],
  ["a)", "Unmatched closing ')' near index 0"],
  ["(a", "Unclosed group near index 2"],
  ["(?y)a", "Unknown inline modifier near index 2"],
  ["[z-a]", "Illegal character range near index 3"],
  ["[a-\\d]", "Illegal character range near index 4"],
  ["(?<a_b>x)", "named capturing group is missing trailing '>' near index 4"],
  ["(?<a>x)(?<a>y)", "Named capturing group <a> is already defined near index 11"],
  ["\\k<b>", "named capturing group <b> does not exist near index 4"],
  ["\\u{61}", "Illegal Unicode escape sequence near index 2"],
  ["\\0", "Illegal octal escape sequence near index 2"],
  ["\\y", "Illegal/unsupported escape sequence near index 1"],
  ["a{3,2}", "Illegal repetition range near index 5"],
  ["a{3", "Unclosed counted closure near index 3"],
  ["\\p{}", "Empty character family near index 3"],
  ["[&&]", "Bad class syntax near index 2"],
  ["(?<=\\d[a-z]*?)b", "Look-behind group does not have an obvious maximum length near index 12"],
  ["\\", "Unexpected internal error near index 1"],
];

describe("readPattern", () => {
  it.each(kept)(
    "keeps %s unchanged, because it is valid in both languages",
    (pattern, source, matches, fails) => {
      expect(readPattern(pattern)).toEqual({ kind: "regExp", source });
      expect(outcomes(source, [...matches, ...fails])).toEqual(wanted(matches, fails));
    },
  );

  it.each(translated)("translates %s to %s", (pattern, source, matches, fails) => {
    expect(readPattern(pattern)).toEqual({ kind: "regExp", source });
    expect(outcomes(source, [...matches, ...fails])).toEqual(wanted(matches, fails));
    const java = readJavaPattern(pattern);
    expect(java.kind === "regExp" && outcomes(java.source, [...matches, ...fails])).toEqual(
      wanted(matches, fails),
    );
  });

  it.each(invalid)("rejects %s", (pattern, problem) => {
    const reading = readPattern(pattern);
    expect(reading.kind === "invalid" && reading.problem.split("\n")[0]).toBe(problem);
  });

  it("describes the location of an error like the reference implementation", () => {
    expect(readPattern("^{a$")).toEqual({
      kind: "invalid",
      problem: "Illegal repetition near index 2\n^{a$\n  ^",
    });
  });

  it.each([
    ["^\\X$", "\\X"],
    ["a\\b{g}", "\\b{g}"],
    ["\\N{DIGIT ONE}", "\\N{DIGIT ONE}"],
    ["\\p{InTibetan}", "\\p{InTibetan}"],
    ["(?i)(a)\\1", "a case-insensitive back-reference"],
    ["(?<=a{1,2}+)\\_", "an atomic group in a look-behind"],
    ["^\\2?a$", "a reference to a group that is not complete"],
    ["\\1(a)\\_", "a reference to a group that is not complete"],
  ])("reports %s as untranslatable", (pattern, construct) => {
    expect(readPattern(pattern)).toEqual({ kind: "untranslatable", construct });
  });

  it.each([
    ["^a$", "a\n", true],
    ["^.$", "\u0085", false],
    ["^\\s$", "\u00a0", false],
    ["^\\S$", "\u00a0", true],
    ["^\\v$", "\n", true],
    ["^[^\\s]$", "\u2003", true],
    ["é\\b", "é", true],
  ])("makes validation use Java's meaning of %s", (pattern, text, outcome) => {
    const reading = readJavaPattern(pattern);
    expect(reading.kind === "regExp" && new RegExp(reading.source, "u").test(text)).toBe(outcome);
  });
});

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.info("Skipped: Java is missing, which confirms the tables of patterns.");

describe.runIf(hasJava)("Java", () => {
  it("matches every pattern in the tables as stated", () => {
    const rows = [...kept, ...translated];
    const input = [
      ...rows.map(([pattern, , matches, fails]) => [pattern, ...matches, ...fails]),
      ...invalid.map(([pattern]) => [pattern]),
    ].map((texts) => texts.map((text) => Buffer.from(text).toString("base64")).join("\t"));
    const program = fileURLToPath(new URL("Matches.java", import.meta.url));
    const { stdout } = spawnSync("java", [program], {
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
    });
    expect(stdout.trimEnd().split("\n")).toEqual([
      ...rows.map(([, , matches, fails]) => wanted(matches, fails).map(Number).join("")),
      ...invalid.map(([, problem]) => problem),
    ]);
  }, 60_000);
});

function outcomes(source: string, texts: readonly string[]): readonly boolean[] {
  return texts.map((text) => new RegExp(source, "u").test(text));
}

function wanted(matches: readonly string[], fails: readonly string[]): readonly boolean[] {
  return [...matches.map(() => true), ...fails.map(() => false)];
}
