import type { NodeValue } from "./model.js";

/** Returns whether two node values are equal; the order of keys does not matter. */
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

/** An object node value, such as the value of a structure or map trait. */
export type NodeObject = { readonly [key: string]: NodeValue };

/** `Array.isArray` that narrows readonly arrays. */
export function isNodeArray(value: NodeValue | undefined): value is readonly NodeValue[] {
  return Array.isArray(value);
}

/** True for objects, not for arrays and `null`. */
export function isNodeObject(value: NodeValue | undefined): value is NodeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the value if it is a string. */
export function stringOf(value: NodeValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Returns the value if it is a number. */
export function numberOf(value: NodeValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** Returns the items of an array; empty for any other value. */
export function arrayOf(value: NodeValue | undefined): readonly NodeValue[] {
  return isNodeArray(value) ? value : [];
}

/** Returns the strings among the items of an array; empty for any other value. */
export function stringsOf(value: NodeValue | undefined): readonly string[] {
  return arrayOf(value).filter((item) => typeof item === "string");
}

/** Returns the own properties of an object; empty for any other value. */
export function entriesOf(value: NodeValue | undefined): readonly (readonly [string, NodeValue])[] {
  return isNodeObject(value) ? Object.entries(value) : [];
}

/** Returns an own property of an object; `undefined` for any other value. */
export function propertyOf(value: NodeValue | undefined, key: string): NodeValue | undefined {
  return isNodeObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
