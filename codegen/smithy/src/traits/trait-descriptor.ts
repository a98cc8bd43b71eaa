import type { NodeValue, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";

/** A trait that this package ships: its id, and a check of the structure of its values. */
export interface TraitDescriptor<Value> {
  readonly id: ShapeId;
  /**
   * True if the value has the structure of the trait's shape: members have their types and required
   * ones are present. Constraints such as `@length` and unknown members are not checked.
   *
   * The argument is a node value. Its type is wider because the types of some values are node
   * values only under `exactOptionalPropertyTypes`.
   */
  readonly isValue: (value: unknown) => value is Value;
}

/**
 * The structure of values, as generated descriptors express it. `timestamp` and `float` values are
 * numbers or strings.
 */
export type ValueShape =
  | "boolean"
  | "document"
  | "float"
  | "number"
  | "object"
  | "string"
  | "timestamp"
  | { readonly enum: readonly string[] }
  | { readonly list: ValueShape; readonly sparse?: true }
  | { readonly map: ValueShape; readonly sparse?: true }
  | {
      readonly structure: { readonly [member: string]: ValueShape };
      readonly required: readonly string[];
    }
  | { readonly union: { readonly [member: string]: ValueShape } };

type Check = (value: NodeValue) => boolean;

/** Creates the descriptor of a trait. The check is compiled on first use. */
export function defineTrait<Value>(id: ShapeId, shape: ValueShape): TraitDescriptor<Value> {
  let check: Check | undefined;
  return {
    id,
    isValue: (value): value is Value => {
      check ??= compile(shape);
      // Only node values are passed: see TraitDescriptor.
      return check(value as NodeValue);
    },
  };
}

const isFloat: Check = (value) => typeof value === "number" || typeof value === "string";

const simpleChecks: Readonly<Record<Extract<ValueShape, string>, Check>> = {
  boolean: (value) => typeof value === "boolean",
  document: () => true,
  float: isFloat,
  number: (value) => typeof value === "number",
  object: isNodeObject,
  string: (value) => typeof value === "string",
  timestamp: isFloat,
};

function compile(shape: ValueShape): Check {
  if (typeof shape === "string") return simpleChecks[shape];
  if ("enum" in shape) {
    const values: ReadonlySet<NodeValue> = new Set(shape.enum);
    return (value) => values.has(value);
  }
  if ("list" in shape) {
    const check = compileItem(shape.list, shape.sparse);
    return (value) => isNodeArray(value) && value.every(check);
  }
  if ("map" in shape) {
    const check = compileItem(shape.map, shape.sparse);
    return (value) => isNodeObject(value) && Object.values(value).every(check);
  }
  return "union" in shape ? compileUnion(shape.union) : compileStructure(shape);
}

function compileItem(shape: ValueShape, isSparse = false): Check {
  const check = compile(shape);
  return isSparse ? (value) => value === null || check(value) : check;
}

function compileStructure({
  structure,
  required,
}: Extract<ValueShape, { readonly structure: unknown }>): Check {
  const checks = Object.entries(structure).map(([name, member]) => ({
    name,
    check: compile(member),
    isRequired: required.includes(name),
  }));
  return (value) =>
    isNodeObject(value) &&
    checks.every(({ name, check, isRequired }) => {
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      return member === undefined ? !isRequired : check(member);
    });
}

function compileUnion(union: { readonly [member: string]: ValueShape }): Check {
  const checks = new Map(Object.entries(union).map(([name, member]) => [name, compile(member)]));
  return (value) => {
    if (!isNodeObject(value)) return false;
    const [first, ...others] = Object.entries(value);
    if (first === undefined) return true;
    return others.length === 0 && checks.get(first[0])?.(first[1]) === true;
  };
}
