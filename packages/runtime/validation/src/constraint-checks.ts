import { isBytes } from "@tinsmith/values";
import { canonical } from "./canonical.js";
import type { Bounds, MemberConstraints } from "./constraints.js";
import type { PatternMatcher } from "./pattern.js";
import type { Problem } from "./problem.js";

/**
 * Checks a value against one constraint. Returns the problem, or undefined if the value is valid.
 */
export type Check = (value: unknown) => Problem | undefined;

/** Compiles the constraints of a value. The caller checks `required`. */
export function constraintChecks(
  constraints: MemberConstraints,
  matcher: PatternMatcher,
): readonly Check[] {
  const { length, range, pattern } = constraints;
  const values = constraints.enum ?? constraints.intEnum;
  return [
    ...(values && !constraints.openEnum ? [enumCheck(values, constraints.internalValues)] : []),
    ...(length ? [lengthCheck(length)] : []),
    ...(range ? [rangeCheck(range)] : []),
    ...(pattern === undefined ? [] : [patternCheck(pattern, matcher)]),
    ...(constraints.uniqueItems ? [uniqueItemsCheck] : []),
  ];
}

/**
 * Returns the length as Smithy defines it: code points of a string, bytes of a blob, or entries of
 * a list or map. The length of a stream is unknown, so the result is `undefined`.
 *
 * @internal
 */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value === "string") return codePoints(value);
  if (Array.isArray(value)) return value.length;
  if (isBytes(value)) return value.byteLength;
  if (typeof value === "object" && value !== null) return Object.keys(value).length;
  return undefined;
}

const lengthCheck =
  (bounds: Bounds): Check =>
  (value) => {
    const length = lengthOf(value);
    if (length === undefined || isWithin(length, bounds)) return undefined;
    return { kind: "length", length, bounds };
  };

const rangeCheck =
  (bounds: Bounds): Check =>
  (value) => {
    const number = typeof value === "number" ? value : Number(value);
    return isWithin(number, bounds) ? undefined : { kind: "range", bounds };
  };

function patternCheck(pattern: string, matcher: PatternMatcher): Check {
  const matches = matcher(pattern);
  return (value) =>
    typeof value === "string" && !matches(value) ? { kind: "pattern", pattern } : undefined;
}

function enumCheck(
  values: readonly (string | number)[],
  internal: readonly (string | number)[] = [],
): Check {
  const known = new Set<unknown>(values);
  const shown = values.filter((value) => !internal.includes(value));
  return (value) => (known.has(value) ? undefined : { kind: "enum", values: shown });
}

const uniqueItemsCheck: Check = (value) => {
  if (!Array.isArray(value)) return undefined;
  const seen = new Set(value.map(canonical));
  return seen.size === value.length ? undefined : { kind: "uniqueItems" };
};

const isWithin = (value: number, { min, max }: Bounds): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

function codePoints(text: string): number {
  let surrogatePairs = 0;
  for (let index = 0; index < text.length - 1; index++) {
    if (
      (text.charCodeAt(index) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    ) {
      surrogatePairs++;
    }
  }
  return text.length - surrogatePairs;
}
