import { flatten, isPresent, toText } from "./attribute-value.js";
import type { AttributeValue } from "./attribute-value.js";
import type { Comparator } from "./selector-syntax.js";

type Compare = (left: AttributeValue, right: AttributeValue, ignoreCase: boolean) => boolean;

/** Compares two values as the specification defines each comparator. */
export function compareValues(
  comparator: Comparator,
  left: AttributeValue,
  right: AttributeValue,
  ignoreCase: boolean,
): boolean {
  return compares[comparator](left, right, ignoreCase);
}

/** A comparison of texts: false for absent values, true for any pair of projections. */
const texts =
  (test: (left: string, right: string) => boolean): Compare =>
  (left, right, ignoreCase) =>
    anyPair(left, right, (one, other) => {
      if (!isPresent(one) || !isPresent(other)) return false;
      return ignoreCase
        ? test(toText(one).toLowerCase(), toText(other).toLowerCase())
        : test(toText(one), toText(other));
    });

const numberPattern = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

const numbers =
  (test: (left: number, right: number) => boolean): Compare =>
  (left, right) =>
    anyPair(left, right, (one, other) => {
      const [a, b] = [toText(one), toText(other)];
      return numberPattern.test(a) && numberPattern.test(b) && test(Number(a), Number(b));
    });

const isSubset: Compare = (left, right, ignoreCase) =>
  left.kind === "projection" &&
  right.kind === "projection" &&
  flatten(left).every((one) => flatten(right).some((other) => equal(one, other, ignoreCase)));

const isSame: Compare = (left, right, ignoreCase) =>
  isSubset(left, right, ignoreCase) && isSubset(right, left, ignoreCase);

const equal = texts((left, right) => left === right);

const compares: Readonly<Record<Comparator, Compare>> = {
  "=": equal,
  "!=": texts((left, right) => left !== right),
  "^=": texts((left, right) => left.startsWith(right)),
  "$=": texts((left, right) => left.endsWith(right)),
  "*=": texts((left, right) => left.includes(right)),
  "?=": (left, right) => String(isPresent(left)) === toText(right),
  ">": numbers((left, right) => left > right),
  ">=": numbers((left, right) => left >= right),
  "<": numbers((left, right) => left < right),
  "<=": numbers((left, right) => left <= right),
  "{=}": isSame,
  "{!=}": (left, right, ignoreCase) => !isSame(left, right, ignoreCase),
  "{<}": isSubset,
  "{<<}": (left, right, ignoreCase) =>
    isSubset(left, right, ignoreCase) && !isSame(left, right, ignoreCase),
};

function anyPair(
  left: AttributeValue,
  right: AttributeValue,
  test: (left: AttributeValue, right: AttributeValue) => boolean,
): boolean {
  if (left.kind !== "projection" && right.kind !== "projection") return test(left, right);
  return flatten(left).some((one) => flatten(right).some((other) => test(one, other)));
}
