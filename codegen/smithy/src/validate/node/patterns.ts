import { readJavaPattern } from "../../patterns/read-pattern.js";

const compiled = new Map<string, RegExp | undefined>();

/**
 * Reports whether a pattern matches somewhere in a text, in the meaning of the reference. A pattern
 * without an expression matches anything, since another rule reports it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
}

/** Returns the expression of a pattern of Java, or `undefined` where JavaScript has none for it. */
export function compilePattern(pattern: string): RegExp | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  const reading = readJavaPattern(pattern);
  const expression = reading.kind === "regExp" ? new RegExp(reading.source, "u") : undefined;
  compiled.set(pattern, expression);
  return expression;
}
