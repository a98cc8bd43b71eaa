/**
 * Makes of a pattern a test of texts.
 *
 * @public
 */
export type PatternMatcher = (pattern: string) => (text: string) => boolean;

/**
 * Matches with the regular expressions of JavaScript. A pattern that repeats a group can take them
 * for ever on a text made for it: whoever checks texts of strangers passes another matcher.
 *
 * @internal
 */
export const matchWithRegExp: PatternMatcher = (pattern) => {
  const expression = toRegExp(pattern);
  return expression ? (text) => expression.test(text) : () => true;
};

/**
 * The pattern as a regular expression; those that Unicode mode refuses run without it. Nothing for
 * a pattern in the syntax of another language, of which no text can be said to break it.
 *
 * @internal
 */
export const toRegExp = (pattern: string): RegExp | undefined => {
  const unicode = unicodePattern(pattern);
  if (unicode !== undefined) return new RegExp(unicode, "u");
  // Without Unicode mode `\p{Print}` is the letter p with something in braces.
  if (/\\p\{/i.test(pattern)) return undefined;
  return isRegExp(pattern) ? new RegExp(pattern) : undefined;
};

/**
 * The pattern as Unicode mode takes it: without backslashes before characters that need none.
 * Nothing where that is not all that is in the way.
 */
export const unicodePattern = (pattern: string): string | undefined =>
  [
    pattern,
    pattern.replace(/\\(.)/gs, (escape, character: string) =>
      needlesslyEscaped.includes(character) ? character : escape,
    ),
  ].find((candidate) => isRegExp(candidate, "u"));

const needlesslyEscaped = "_:@#%&~`'\"<>=!,; ";

const isRegExp = (pattern: string, flags = ""): boolean => {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
};
