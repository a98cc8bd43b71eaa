import type { NodeValue, ShapeId, Traits } from "@tinsmith/smithy";

/** A node object, as trait values that are structures have it. */
export type NodeObject = { readonly [key: string]: NodeValue };

export function isNodeObject(value: NodeValue | undefined): value is NodeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isNodeArray(value: NodeValue | undefined): value is readonly NodeValue[] {
  return Array.isArray(value);
}

export function stringOf(value: NodeValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: NodeValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

export function arrayOf(value: NodeValue | undefined): readonly NodeValue[] {
  return isNodeArray(value) ? value : [];
}

export function stringsOf(value: NodeValue | undefined): readonly string[] {
  return arrayOf(value).filter((item) => typeof item === "string");
}

/** The properties of a node object that are its own; never what `Object.prototype` holds. */
export function entriesOf(value: NodeValue | undefined): readonly (readonly [string, NodeValue])[] {
  return isNodeObject(value) ? Object.entries(value) : [];
}

/** A property of a node object, or `undefined`. */
export function propertyOf(value: NodeValue | undefined, key: string): NodeValue | undefined {
  return isNodeObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function stringTrait(traits: Traits, id: ShapeId): string | undefined {
  return stringOf(traits.get(id));
}

export function objectTrait(traits: Traits, id: ShapeId): NodeObject | undefined {
  const value = traits.get(id);
  return isNodeObject(value) ? value : undefined;
}

/** The name after the `#` of an absolute shape id, without a member's name. */
export function shapeName(id: ShapeId): string {
  const afterNamespace = id.slice(id.indexOf("#") + 1);
  const dollar = afterNamespace.indexOf("$");
  return dollar < 0 ? afterNamespace : afterNamespace.slice(0, dollar);
}

export function shapeNamespace(id: ShapeId): string {
  return id.slice(0, Math.max(0, id.indexOf("#")));
}

/** Sorts by UTF-16 code units: the same on every machine, unlike a locale's order. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
