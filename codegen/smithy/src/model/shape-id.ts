import type { ShapeId } from "./model.js";

/** The unit type: the input or output of an operation that has none. */
export const UNIT: ShapeId = "smithy.api#Unit";

/** The name of a shape without its namespace: `Foo` for `ns#Foo` and for `ns#Foo$bar`. */
export function shapeName(id: ShapeId): string {
  const dollar = id.indexOf("$");
  return id.slice(id.indexOf("#") + 1, dollar < 0 ? undefined : dollar);
}

/** The namespace of a shape: `ns` for `ns#Foo`; empty for an id without one. */
export function shapeNamespace(id: ShapeId): string {
  return id.slice(0, Math.max(0, id.indexOf("#")));
}

/** The name of a member: `bar` for `ns#Foo$bar`; `undefined` for other shapes. */
export function memberName(id: ShapeId): string | undefined {
  const dollar = id.indexOf("$");
  return dollar < 0 ? undefined : id.slice(dollar + 1);
}

/** The shape that a member belongs to: `ns#Foo` for `ns#Foo$bar`. Other ids are returned as is. */
export function containerId(id: ShapeId): ShapeId {
  const dollar = id.indexOf("$");
  return dollar < 0 ? id : id.slice(0, dollar);
}

const identifier = "(?:[A-Za-z]|_+[A-Za-z0-9])[A-Za-z0-9_]*";
const absoluteId = new RegExp(
  `^${identifier}(?:\\.${identifier})*#${identifier}(?:\\$${identifier})?$`,
);

/**
 * Returns whether a text is an absolute id of a shape or a member
 * (https://smithy.io/2.0/spec/model.html#shape-id).
 */
export const isAbsoluteId = (id: string): boolean => absoluteId.test(id);

const identifierPattern = new RegExp(`^${identifier}$`);

/** Returns whether a text is a valid name of a member. */
export const isIdentifier = (name: string): boolean => identifierPattern.test(name);
