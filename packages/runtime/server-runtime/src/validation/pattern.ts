import { matchWithRegExp } from "@tinsmith/validation";
import type { PatternMatcher } from "@tinsmith/validation";
import { RE2JS } from "re2js";

/**
 * Compiles a pattern of a model. If a pattern repeats a group, a crafted string can block the
 * engine of JavaScript. Such patterns run on RE2, in linear time.
 */
export const compilePattern: PatternMatcher = (pattern) => {
  const linear = /\)(?:[*+]|\{\d+,\d*\})/.test(pattern) ? toRe2(pattern) : undefined;
  return linear ? (text) => linear.matcher(text).find() : matchWithRegExp(pattern);
};

/**
 * Returns undefined for a pattern with look-around or back-references. Linear time excludes them.
 */
function toRe2(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
