import type { NodeValue } from "./model.js";

/** True when two node values mean the same; the order of keys does not matter. */
export function nodeEquals(a: NodeValue, b: NodeValue): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isNodeArray(a)) {
    return (
      isNodeArray(b) &&
      a.length === b.length &&
      a.every((item, index) => nodeEquals(item, b[index] ?? null))
    );
  }
  if (isNodeArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => {
    const value = b[key];
    return value !== undefined && Object.hasOwn(b, key) && nodeEquals(a[key] ?? null, value);
  });
}

/** `Array.isArray` that narrows readonly arrays. */
export const isNodeArray = (value: NodeValue | undefined): value is readonly NodeValue[] =>
  Array.isArray(value);

/** True for objects, not for arrays and `null`. */
export const isNodeObject = (
  value: NodeValue | undefined,
): value is { readonly [key: string]: NodeValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
