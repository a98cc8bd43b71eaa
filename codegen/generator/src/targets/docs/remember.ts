/**
 * Returns a memoized function. Its results are cached by a key across runs of the process. The
 * cache is cleared when it exceeds `limit`, so that a watch does not leak memory.
 */
export function remember<Args extends readonly unknown[], Result extends object | string>(
  limit: number,
  keyOf: (...args: Args) => string,
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  const known = new Map<string, Result>();
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(...args);
    if (known.size >= limit) known.clear();
    known.set(key, made);
    return made;
  };
}
