import { PatternSyntaxError } from "./java-pattern.js";
import { parseJavaPattern } from "./parse-java-pattern.js";
import { printPattern, UntranslatableError } from "./print-pattern.js";

/** A pattern of a model: refused by the reference, without a counterpart in JavaScript, or `source`. */
export type PatternReading =
  | { readonly kind: "invalid"; readonly problem: string }
  | { readonly kind: "untranslatable"; readonly construct: string }
  | { readonly kind: "regExp"; readonly source: string };

/**
 * Reads the value of `@pattern` for the Unicode mode of JavaScript's regular expressions.
 *
 * The specification asks for patterns of ECMA 262, and models are written for Java, with which the
 * reference implementation reads them. A pattern that is valid in both stays as it is, and keeps the
 * meaning of ECMA 262; any other is translated.
 */
export function readPattern(pattern: string): PatternReading {
  const known = readings.get(pattern);
  if (known !== undefined) return known;
  const reading = read(pattern, "ecmascript");
  readings.set(pattern, reading);
  return reading;
}

// Many members share the pattern of their target.
const readings = new Map<string, PatternReading>();

/** Reads a pattern with all that Java means by it, as the reference validates values. */
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
