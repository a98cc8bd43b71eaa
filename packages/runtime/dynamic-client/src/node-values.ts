import type { NodeValue, ShapeId } from "@tinsmith/smithy";

/** A node object, as trait values that are structures have it. */
export type NodeObject = { readonly [key: string]: NodeValue };

export const isNodeObject = (value: NodeValue | undefined): value is NodeObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A property of a node object, never what `Object.prototype` holds. */
export const propertyOf = (value: NodeValue | undefined, key: string): NodeValue | undefined =>
  isNodeObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export const entriesOf = (
  value: NodeValue | undefined,
): readonly (readonly [string, NodeValue])[] => (isNodeObject(value) ? Object.entries(value) : []);

export const stringOf = (value: NodeValue | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export const numberOf = (value: NodeValue | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

export const stringsOf = (value: NodeValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** The name after the `#` of an absolute shape id. */
export const nameOf = (id: ShapeId): string => id.slice(id.indexOf("#") + 1);

export const namespaceOf = (id: ShapeId): string => id.slice(0, id.indexOf("#"));
