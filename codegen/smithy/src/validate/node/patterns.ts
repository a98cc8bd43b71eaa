const compiled = new Map<string, RegExp | undefined>();

/**
 * Returns whether a pattern matches somewhere in a text. Smithy's patterns are those of ECMA 262;
 * one that does not compile matches anything, since another rule reports it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compilePattern(pattern)?.test(text) ?? true;
}

/** The expression of a `@pattern`, or `undefined` if it is none. */
export function compilePattern(pattern: string): RegExp | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  const expression = compile(pattern, "u") ?? compile(pattern, "");
  compiled.set(pattern, expression);
  return expression;
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
