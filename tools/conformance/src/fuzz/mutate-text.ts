import type { SourceText } from "@tinsmith/smithy";
import type { Random } from "./random.js";

/**
 * Splits a text of IDL or JSON into approximate tokens: whitespace, strings, words, numbers,
 * punctuation.
 */
export const tokensOf = (text: string): readonly string[] =>
  text.match(/\s+|\/\/[^\n]*\n?|"(?:[^"\\\n]|\\.)*"|[A-Za-z_][\w.#$]*|[-+]?\d[\d.eE+-]*|[^]/g) ??
  [];

const insertions: readonly string[] = [
  "{", "}", "[", "]", "(", ")", ":", "=", "@", "$", "#", ",", '"', "'", "///", "//", "\n", " ", ":=", ".", "-", "0", "1e5", "\\", '"""', "\t", "\u0000", "é", "null", "true", "with", "for", "apply", "use", "structure", "metadata",
]; // prettier-ignore

/** Changes one token of one file. */
export function mutateText(files: readonly SourceText[], random: Random): readonly SourceText[] {
  const chosen = random.between(0, files.length - 1);
  return files.map((file, index) =>
    index === chosen ? { ...file, text: mutated(file.text, random) } : file,
  );
}

function mutated(text: string, random: Random): string {
  const tokens = [...tokensOf(text)];
  if (tokens.length === 0) return random.pick(insertions);
  const isBlank = (token: string): boolean => token.trim() === "";
  const solid = tokens.flatMap((token, index) => (isBlank(token) ? [] : [index]));
  const at = random.pick(random.chance(0.9) && solid.length > 0 ? solid : [...tokens.keys()]);
  const other = random.pick(tokens);
  random.weighted<unknown>([
    [3, () => tokens.splice(at, 1)],
    [1, () => tokens.splice(at, 0, tokens[at] ?? "")],
    [2, () => tokens.splice(at, 1, other)],
    [2, () => tokens.splice(at, 0, random.pick(insertions))],
    [1, () => tokens.splice(at, random.between(2, 8))],
    [2, () => tokens.splice(at, 1, misspelled(tokens[at] ?? "", random))],
  ]);
  return tokens.join("");
}

/** Changes one character of a token. */
function misspelled(token: string, random: Random): string {
  const at = random.between(0, Math.max(0, token.length - 1));
  const with_ = random.pick(["", "x", "A", "0", "_", "$", "-", "a.b", "#", token]);
  return token.slice(0, at) + with_ + token.slice(at + 1);
}
