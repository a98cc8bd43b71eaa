/** Pairs of equal values, cached because the parts of a plan are compared for every page. */
const known = new WeakMap<object, WeakRef<object>>();

/**
 * Reports whether two values are equal plain data: primitives, arrays, maps, and objects with the
 * same properties in the same order, because pages show examples and defaults in their order.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (known.get(a)?.deref() === b) return true;
  if (!hasSameParts(a, b)) return false;
  known.set(a, new WeakRef(b));
  return true;
}

function hasSameParts(a: object, b: object): boolean {
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameData(item, b[index]));
  }
  if (a instanceof Map && b instanceof Map) return hasSameEntries([...a], [...b]);
  return hasSameEntries(Object.entries(a), Object.entries(b));
}

function hasSameEntries(
  a: readonly (readonly [unknown, unknown])[],
  b: readonly (readonly [unknown, unknown])[],
): boolean {
  return (
    a.length === b.length &&
    a.every(([key, value], index) => {
      const [otherKey, otherValue] = b[index] ?? [];
      return key === otherKey && isSameData(value, otherValue);
    })
  );
}
