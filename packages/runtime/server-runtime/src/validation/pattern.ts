import { matchWithRegExp } from "@tinsmith/validation";
import type { PatternMatcher } from "@tinsmith/validation";
import { RE2JS } from "re2js";

/**
 * The pattern of a model as a test of texts. A pattern that repeats a group can take JavaScript's
 * engine for ever on a text made for it; such a one runs in linear time, on RE2.
 */
export const compilePattern: PatternMatcher = (pattern) => {
  const linear = /\)(?:[*+]|\{\d+,\d*\})/.test(pattern) ? toRe2(pattern) : undefined;
  return linear ? (text) => linear.matcher(text).find() : matchWithRegExp(pattern);
};

/** Nothing for a pattern with look-around or back-references, which linear time does not allow. */
function toRe2(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
