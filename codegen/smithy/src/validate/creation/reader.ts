import type { NodeValue, ShapeId } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { isAbsoluteId, shapeNamespace } from "../../model/shape-id.js";
import type { ValuePath } from "../../model/trait-origins.js";
import { typeName } from "../node/type-name.js";

/** The reason why the value of a trait cannot be read. */
export interface ReadFault {
  readonly text: string;
  /** The path to the faulty part. Absent if it is the whole trait. */
  readonly path?: ValuePath;
  /**
   * The path to a part whose place is appended to the message. The reference wraps one exception in
   * another in this case.
   */
  readonly placeOf?: ValuePath;
}

/**
 * Reads a part of the value of a trait on `target`, as the reference implementation does: part by
 * part in an order that is not always the order of the definition, up to the first fault.
 */
export type Reader = (value: NodeValue, path: ValuePath, target: ShapeId) => ReadFault | undefined;

/** The kinds of nodes, as messages name them. */
export type NodeKind = "string" | "number" | "boolean" | "array" | "object";

const fault = (text: string, path: ValuePath): ReadFault => ({ text, path });

/** Accepts nodes of one kind. */
export const node =
  (kind: NodeKind): Reader =>
  (value, path) =>
    typeName(value) === kind
      ? undefined
      : fault(`Expected ${kind}, but found ${typeName(value)}.`, path);

export const text = node("string");
export const anything: Reader = () => undefined;

/** Runs readers on the same value, up to the first fault. */
export const inOrder =
  (...readers: readonly Reader[]): Reader =>
  (value, path, target) => {
    for (const read of readers) {
      const found = read(value, path, target);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** Returns a reader that requires an object and then runs the given readers in order. */
export const object = (...steps: readonly Reader[]): Reader => inOrder(node("object"), ...steps);

const memberOf = (owner: NodeValue, name: string): NodeValue | undefined =>
  isNodeObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined;

/** Reads a member with the given reader, if the member is present. */
export const member =
  (name: string, read: Reader): Reader =>
  (owner, path, target) => {
    const value = memberOf(owner, name);
    return value === undefined ? undefined : read(value, [...path, name], target);
  };

/** Reads a member that must be present. */
export const requiredMember =
  (name: string, read: Reader): Reader =>
  (owner, path, target) => {
    const value = memberOf(owner, name);
    return value === undefined
      ? fault(`Missing expected member \`${name}\`.`, path)
      : read(value, [...path, name], target);
  };

const articleOf = (kind: NodeKind): string => (/^[ao]/.test(kind) ? "an" : "a");

/** Reads a member of one kind, if it is present. */
export const optional = (name: string, kind: NodeKind, then: Reader = anything): Reader =>
  member(name, (value, path, target) =>
    typeName(value) === kind
      ? then(value, path, target)
      : fault(
          `Expected \`${name}\` to be ${articleOf(kind)} ${kind}; found ${typeName(value)}`,
          path,
        ),
  );

/** Reads a member of one kind that must be present. */
export const required = (name: string, kind: NodeKind, then: Reader = anything): Reader =>
  requiredMember(name, ofMember(name, kind, then));

/**
 * Reads a member of one kind, if it is present. The message is worded like that for a required
 * member.
 */
export const expected = (name: string, kind: NodeKind, then: Reader = anything): Reader =>
  member(name, ofMember(name, kind, then));

const ofMember =
  (name: string, kind: NodeKind, then: Reader): Reader =>
  (value, path, target) =>
    typeName(value) === kind
      ? then(value, path, target)
      : fault(
          `Expected \`${name}\` member to be ${articleOf(kind)} ${kind}, but found ${typeName(value)}.`,
          path,
        );

/** Reads each item of a list, or each value of an object. */
export const each =
  (read: Reader): Reader =>
  (value, path, target) => {
    const entries = isNodeArray(value)
      ? value.entries()
      : isNodeObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, item] of entries) {
      const found = read(item, [...path, key], target);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** Reads each item of a list. The items must be of one kind. */
export const items = (kind: NodeKind, then: Reader = anything): Reader =>
  each((item, path, target) =>
    typeName(item) === kind
      ? then(item, path, target)
      : fault(
          `Expected array element ${String(path.at(-1))} to be a ${kind} but found ${typeName(item)}.`,
          path,
        ),
  );

export const texts = items("string");

/**
 * Reads a list of strings. Messages name the list by `name`, or by the target of the trait if
 * `name` is omitted.
 */
export const textList =
  (name?: string): Reader =>
  (value, path, target) =>
    isNodeArray(value)
      ? texts(value, path, target)
      : fault(
          `Expected \`${name ?? target}\` to be an array of strings. Found ${typeName(value)}.`,
          path,
        );

const idFault = (id: string): string | undefined =>
  isAbsoluteId(id) ? undefined : `Invalid shape ID: ${id}`;

/**
 * Accepts strings for which a function finds no problem, and reports other strings at their place.
 */
export const checked =
  (problem: (text: string) => string | undefined): Reader =>
  (value, path) => {
    const found = typeof value === "string" ? problem(value) : undefined;
    return found === undefined ? undefined : fault(found, path);
  };

/** Like `checked`, but reports the whole trait, because the reference loses the place. */
export const checkedWithoutPlace =
  (problem: (text: string) => string | undefined): Reader =>
  (value) => {
    const found = typeof value === "string" ? problem(value) : undefined;
    return found === undefined ? undefined : { text: found };
  };

export const isId = checked(idFault);
export const isIdWithoutPlace = checkedWithoutPlace(idFault);
export const shapeId = inOrder(text, isId);

/** Accepts a shape id. An id without a namespace is in the namespace of the trait's target. */
export const isRelativeId: Reader = (value, path, target) =>
  typeof value !== "string" || value.includes("#")
    ? isId(value, path, target)
    : isId(`${shapeNamespace(target)}#${value}`, path, target);

/** Accepts one of the given strings. */
export const oneOf = (...allowed: readonly string[]): Reader =>
  inOrder(
    text,
    checked((value) =>
      allowed.includes(value)
        ? undefined
        : `Expected one of ${[...allowed]
            .sort()
            .map((one) => `\`${one}\``)
            .join(", ")}; got \`${value}\`.`,
    ),
  );
