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
  const expression = new RegExp(pattern, "u");
  return (text) => expression.test(text);
};
