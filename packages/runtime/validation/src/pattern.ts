import { checkArgument } from "./check-argument.js";

/**
 * Compiles a pattern to a function that tests whether a text matches it.
 *
 * @public
 */
export type PatternMatcher = (pattern: string) => (text: string) => boolean;

/**
 * Matches with JavaScript's regular expressions. If a pattern repeats a group, a malicious text can
 * make it run practically forever. To check untrusted texts, pass another matcher.
 *
 * @internal
 */
export const matchWithRegExp: PatternMatcher = (pattern) => {
  const expression = new RegExp(pattern, "u");
  return (text) => expression.test(text);
};

/** @throws TypeError if the value is not a function */
export function checkMatcher(matcher: unknown, name: string): void {
  checkArgument(typeof matcher === "function", `${name} must be a function`, matcher);
}
