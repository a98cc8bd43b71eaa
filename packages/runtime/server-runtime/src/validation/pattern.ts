import { matchWithRegExp } from "@tinsmith/validation";
import type { PatternMatcher } from "@tinsmith/validation";
import { RE2JS } from "re2js";

/**
 * Compiles the pattern of a model. A pattern that repeats a group can block JavaScript's engine on
 * a crafted string, so such patterns run in linear time, on RE2.
 */
export const compilePattern: PatternMatcher = (pattern) => {
  const linear = /\)(?:[*+]|\{\d+,\d*\})/.test(pattern) ? toRe2(pattern) : undefined;
  return linear ? (text) => linear.matcher(text).find() : matchWithRegExp(pattern);
};

/**
 * Returns undefined for a pattern with look-around or back-references, which linear time excludes.
 */
function toRe2(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
