import { exactDigits, traitDigits } from "../model/exact-digits.js";
import type { NodeValue, Shape, ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { javaNumber } from "./java-number.js";

/** A value with the digits of its source, if it is a number that a double does not hold exactly. */
export interface ComparedValue {
  readonly value: NodeValue;
  readonly digits?: string | undefined;
}

/** Wraps a whole value, which is not part of a list or object. */
export const wholeValue = (value: NodeValue): ComparedValue => ({ value });

/** The value of a trait, or `undefined` if the shape does not have it. */
export function traitValue(shape: Shape, id: ShapeId): ComparedValue | undefined {
  const value = shape.traits.get(id);
  return value === undefined ? undefined : { value, digits: traitDigits(shape.traits, id) };
}

/** An item of a list or a member of an object; `undefined` if it is absent. */
export function partOf({ value }: ComparedValue, key: string | number): ComparedValue | undefined {
  let part: NodeValue | undefined;
  if (isNodeArray(value)) part = typeof key === "number" ? value[key] : undefined;
  else if (isNodeObject(value)) part = Object.hasOwn(value, key) ? value[key] : undefined;
  return part === undefined ? undefined : { value: part, digits: exactDigits(value, key) };
}

/** The keys of an object, or the indexes of a list. */
export function keysOf({ value }: ComparedValue): readonly (string | number)[] {
  if (isNodeArray(value)) return value.map((_, index) => index);
  return isNodeObject(value) ? Object.keys(value) : [];
}

/** Returns whether two values are equal. The order of keys does not matter; `1` is not `1.0`. */
export function valuesEqual(
  one: ComparedValue | undefined,
  other: ComparedValue | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  const { value: a, digits: digitsOfA } = one;
  const { value: b, digits: digitsOfB } = other;
  if (typeof a === "number" && typeof b === "number") {
    return javaNumber(a, digitsOfA) === javaNumber(b, digitsOfB);
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (a === b) return true;
  if (isNodeArray(a) !== isNodeArray(b)) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every((key) => {
      const part = partOf(other, key);
      return part !== undefined && valuesEqual(partOf(one, key), part);
    })
  );
}
