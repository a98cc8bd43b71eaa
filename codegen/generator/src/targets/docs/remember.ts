/**
 * A function that keeps what it gave, by a key, for the next time and the next run. When it keeps
 * more than `limit` it begins anew: enough for a watch, and no leak.
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
