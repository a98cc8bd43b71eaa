/** The problem of the first value that has one. */
export function firstProblem<Value>(
  values: Iterable<Value>,
  problem: (value: Value) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = problem(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
