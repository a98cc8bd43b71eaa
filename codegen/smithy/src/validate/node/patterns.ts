import { compileMatcher } from "../../patterns/match-pattern.js";
import type { PatternMatcher } from "../../patterns/match-pattern.js";

const compiled = new Map<string, PatternMatcher | undefined>();

/**
 * Returns whether a pattern matches somewhere in a text, as the reference defines it. A pattern
 * that cannot be enforced matches anything, because another rule reports it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
}

/** Returns the matcher of a Java pattern, or `undefined` if there is none for it. */
export function compilePattern(pattern: string): PatternMatcher | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  const matcher = compileMatcher(pattern);
  compiled.set(pattern, matcher);
  return matcher;
}
