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

/** An object of a node value: a trait value that is a structure or a map, for one. */
export type NodeObject = { readonly [key: string]: NodeValue };

/** `Array.isArray` that narrows readonly arrays. */
export function isNodeArray(value: NodeValue | undefined): value is readonly NodeValue[] {
  return Array.isArray(value);
}

/** True for objects, not for arrays and `null`. */
export function isNodeObject(value: NodeValue | undefined): value is NodeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value, where it is a string. */
export function stringOf(value: NodeValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value, where it is a number. */
export function numberOf(value: NodeValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The items of an array; none of any other value. */
export function arrayOf(value: NodeValue | undefined): readonly NodeValue[] {
  return isNodeArray(value) ? value : [];
}

/** The strings among the items of an array; none of any other value. */
export function stringsOf(value: NodeValue | undefined): readonly string[] {
  return arrayOf(value).filter((item) => typeof item === "string");
}

/** The own properties of an object; none of any other value. */
export function entriesOf(value: NodeValue | undefined): readonly (readonly [string, NodeValue])[] {
  return isNodeObject(value) ? Object.entries(value) : [];
}

/** An own property of an object; `undefined` for any other value. */
export function propertyOf(value: NodeValue | undefined, key: string): NodeValue | undefined {
  return isNodeObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
