import { PatternSyntaxError } from "./java-pattern.js";
import { parseJavaPattern } from "./parse-java-pattern.js";
import { printPattern, UntranslatableError } from "./print-pattern.js";

/**
 * The result of reading a pattern: invalid for the reference implementation, without a counterpart
 * in JavaScript, or a regular expression.
 */
export type PatternReading =
  | { readonly kind: "invalid"; readonly problem: string }
  | { readonly kind: "untranslatable"; readonly construct: string }
  | { readonly kind: "regExp"; readonly source: string };

/**
 * Reads the value of `@pattern` as a JavaScript regular expression in Unicode mode.
 *
 * The specification requires patterns of ECMA-262, but models are written for the reference
 * implementation, which uses Java. A pattern that is valid in both languages is unchanged and keeps
 * the meaning of ECMA-262; all others are translated.
 */
export function readPattern(pattern: string): PatternReading {
  const known = readings.get(pattern);
  if (known !== undefined) return known;
  const reading = read(pattern, "ecmascript");
  readings.set(pattern, reading);
  return reading;
}

// Cached, because many members share the pattern of their target.
const readings = new Map<string, PatternReading>();

/**
 * Reads a pattern with Java's meaning, like the reference implementation when it validates values.
 */
export function readJavaPattern(pattern: string): PatternReading {
  return read(pattern, "java");
}

function read(pattern: string, meaning: "ecmascript" | "java"): PatternReading {
  try {
    const { body, misleading } = parseJavaPattern(pattern);
    const printed = printPattern(body, meaning);
    const isKept = meaning === "ecmascript" && !misleading && isRegExp(pattern);
    const source = isKept ? pattern : printed;
    return isRegExp(source)
      ? { kind: "regExp", source }
      : { kind: "untranslatable", construct: pattern };
  } catch (error) {
    if (error instanceof PatternSyntaxError) return { kind: "invalid", problem: error.message };
    if (error instanceof UntranslatableError) {
      return { kind: "untranslatable", construct: error.construct };
    }
    throw error;
  }
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, "u").unicode;
  } catch {
    return false;
  }
}
