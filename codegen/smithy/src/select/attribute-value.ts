import type { NodeValue, Shape, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import type { AttributePath, PathSegment } from "./selector-syntax.js";

/** The value at a path of a selector. */
export type AttributeValue =
  | { readonly kind: "empty" }
  | { readonly kind: "node"; readonly node: NodeValue }
  | { readonly kind: "id"; readonly id: ShapeId }
  | { readonly kind: "shape"; readonly shape: Shape; readonly variables: Variables }
  | { readonly kind: "traits"; readonly shape: Shape }
  | { readonly kind: "service"; readonly shape: Shape }
  | { readonly kind: "variables"; readonly variables: Variables }
  | { readonly kind: "projection"; readonly values: readonly AttributeValue[] };

/** The shapes that variables hold while a starting shape is matched. */
export type Variables = ReadonlyMap<string, ReadonlySet<Shape>>;

export const emptyValue: AttributeValue = { kind: "empty" };

/** Follows a path; anything that does not exist is empty. */
export function resolvePath(value: AttributeValue, path: AttributePath): AttributeValue {
  let current = value;
  for (const segment of path) current = resolveSegment(current, segment);
  return current;
}

/** True if the value exists; a projection exists if it contains something. */
export function isPresent(value: AttributeValue): boolean {
  if (value.kind === "projection") return value.values.some(isPresent);
  return value.kind !== "empty";
}

/** The value as text; empty if it has no text. */
export function toText(value: AttributeValue): string {
  switch (value.kind) {
    case "id":
      return value.id;
    case "shape":
    case "service":
      return value.shape.id;
    case "node":
      return value.node === null || typeof value.node === "object" ? "" : String(value.node);
    default:
      return "";
  }
}

/** The value as shown in a message: lists and objects as JSON. */
export function toMessageText(value: AttributeValue): string {
  if (value.kind === "projection") return `[${value.values.map(toMessageText).join(", ")}]`;
  if (value.kind === "node" && value.node !== null && typeof value.node === "object") {
    return JSON.stringify(value.node);
  }
  return toText(value);
}

/** The value itself, or all values in a projection, at any depth. */
export function flatten(value: AttributeValue): readonly AttributeValue[] {
  return value.kind === "projection" ? value.values.flatMap(flatten) : [value];
}

function resolveSegment(value: AttributeValue, segment: PathSegment): AttributeValue {
  const { property, isFunction } = segment;
  switch (value.kind) {
    case "projection":
      return isFunction && property === "first"
        ? (flatten(value)[0] ?? emptyValue)
        : project(value.values.map((one) => resolveSegment(one, segment)));
    case "shape":
      return isFunction ? emptyValue : shapeProperty(value.shape, value.variables, property);
    case "service":
      return isFunction ? emptyValue : serviceProperty(value.shape, property);
    case "traits":
      return traitProperty(value.shape, segment);
    case "variables": {
      const shapes = value.variables.get(property);
      if (shapes === undefined || isFunction) return emptyValue;
      const { variables } = value;
      return project([...shapes].map((shape) => ({ kind: "shape", shape, variables })));
    }
    case "id":
      return isFunction && property === "length"
        ? node(value.id.length)
        : idProperty(value.id, segment);
    case "node":
      return nodeProperty(value.node, segment);
    case "empty":
      return value;
  }
}

function shapeProperty(shape: Shape, variables: Variables, property: string): AttributeValue {
  switch (property) {
    case "id":
      return { kind: "id", id: shape.id };
    case "trait":
      return { kind: "traits", shape };
    case "service":
      return shape.type === "service" ? { kind: "service", shape } : emptyValue;
    case "var":
      return { kind: "variables", variables };
    default:
      return emptyValue;
  }
}

function serviceProperty(shape: Shape, property: string): AttributeValue {
  if (property === "id") return { kind: "id", id: shape.id };
  if (property === "version" && shape.type === "service") return node(shape.version);
  return emptyValue;
}

function traitProperty({ traits }: Shape, { property, isFunction }: PathSegment): AttributeValue {
  if (!isFunction) {
    const value = traits.get(property.includes("#") ? property : `smithy.api#${property}`);
    return value === undefined ? emptyValue : node(value);
  }
  switch (property) {
    case "keys":
      return project([...traits.keys()].map((id) => ({ kind: "id", id })));
    case "values":
      return project([...traits.values()].map(node));
    case "length":
      return node(traits.size);
    default:
      return emptyValue;
  }
}

function idProperty(id: ShapeId, { property, isFunction }: PathSegment): AttributeValue {
  if (isFunction) return emptyValue;
  const hash = id.indexOf("#");
  const dollar = id.indexOf("$");
  switch (property) {
    case "namespace":
      return node(id.slice(0, hash));
    case "name":
      return node(id.slice(hash + 1, dollar < 0 ? undefined : dollar));
    case "member":
      return dollar < 0 ? emptyValue : node(id.slice(dollar + 1));
    default:
      return emptyValue;
  }
}

function nodeProperty(value: NodeValue, { property, isFunction }: PathSegment): AttributeValue {
  if (!isFunction) {
    if (!isNodeObject(value) || !Object.hasOwn(value, property)) return emptyValue;
    const child = value[property];
    return child === undefined ? emptyValue : node(child);
  }
  switch (property) {
    case "keys":
      return isNodeObject(value) ? project(Object.keys(value).map(node)) : emptyValue;
    case "values":
      if (isNodeArray(value)) return project(value.map(node));
      return isNodeObject(value) ? project(Object.values(value).map(node)) : emptyValue;
    case "length":
      if (typeof value === "string" || isNodeArray(value)) return node(value.length);
      return isNodeObject(value) ? node(Object.keys(value).length) : emptyValue;
    default:
      return emptyValue;
  }
}

const node = (value: NodeValue): AttributeValue => ({ kind: "node", node: value });
/** Creates a projection of the values that exist. */
const project = (values: readonly AttributeValue[]): AttributeValue => ({
  kind: "projection",
  values: values.filter(({ kind }) => kind !== "empty"),
});
