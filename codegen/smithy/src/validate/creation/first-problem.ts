/** The problem of the first value that has one. */
export function firstProblem<Value, Problem>(
  values: Iterable<Value>,
  problem: (value: Value) => Problem | undefined,
): Problem | undefined {
  for (const value of values) {
    const found = problem(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
