import { describeValue } from "../../checks/describe-value.js";
import { contains, isAsymmetricMatcher, isPlain } from "./contains.js";

/** A path at which a value differs from the expected value. */
export interface Difference {
  /** A JSON pointer into the value; empty for the value itself. */
  readonly path: string;
  readonly expected: unknown;
  /** `undefined` if the value is absent. */
  readonly actual: unknown;
}

/**
 * Returns the paths at which a value does not match a partial value; empty if `contains` returns
 * true.
 */
export function differencesOf(value: unknown, partial: unknown, path = ""): readonly Difference[] {
  if (!isAsymmetricMatcher(partial)) {
    if (Array.isArray(partial) && Array.isArray(value) && partial.length === value.length) {
      return partial.flatMap((item, index) =>
        differencesOf(value[index], item, `${path}/${index}`),
      );
    }
    if (isPlain(partial) && isPlain(value)) {
      return Object.entries(partial).flatMap(([name, member]) =>
        differencesOf(value[name], member, `${path}/${name}`),
      );
    }
  }
  return contains(value, partial) ? [] : [{ path, expected: partial, actual: value }];
}

/** Describes a difference: `/Quantity is 3, expected 4`. */
export function describeDifference({ path, expected, actual }: Difference): string {
  const place = path === "" ? "it" : path;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return `${place} has ${actual.length} items, expected ${expected.length}`;
  }
  const found = actual === undefined ? "is absent" : `is ${describeValue(actual)}`;
  return `${place} ${found}, expected ${describeValue(expected)}`;
}
