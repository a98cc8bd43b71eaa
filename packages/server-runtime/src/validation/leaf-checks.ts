import { canonical } from "./canonical.js";
import type { Bounds, MemberConstraints } from "./constraints.js";
import {
  badLength,
  duplicateItems,
  notInEnum,
  outOfRange,
  patternMismatch,
  type ValidationProblem,
} from "./messages.js";
import { compilePattern } from "./pattern.js";

/** Appends a problem for each constraint that the value at the path breaks. */
export type LeafCheck = (value: unknown, path: () => string, problems: ValidationProblem[]) => void;

/** The checks of a value itself, compiled; whether it may be absent is its container's matter. */
export const compileLeafChecks = (constraints: MemberConstraints): LeafCheck | undefined => {
  const checks: LeafCheck[] = [];
  if (constraints.enum) checks.push(enumCheck(constraints.enum, constraints.internalValues));
  if (constraints.intEnum) checks.push(enumCheck(constraints.intEnum));
  if (constraints.length) checks.push(lengthCheck(constraints.length));
  if (constraints.range) checks.push(rangeCheck(constraints.range));
  if (constraints.pattern !== undefined) checks.push(patternCheck(constraints.pattern));
  if (constraints.uniqueItems) checks.push(uniqueItemsCheck);
  const [first, second] = checks;
  if (!first || !second) return first;
  return (value, path, problems) => {
    for (const check of checks) check(value, path, problems);
  };
};

/** Smithy's length: characters (code points) of a string, bytes of a blob, items of a list or map. */
export const lengthOf = (value: unknown): number | undefined => {
  if (typeof value === "string") return codePoints(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value === "object" && value !== null) return Object.keys(value).length;
  return undefined;
};

const lengthCheck =
  (bounds: Bounds): LeafCheck =>
  (value, path, problems) => {
    const length = lengthOf(value);
    if (length === undefined || isWithin(length, bounds)) return;
    problems.push(badLength(path(), length, bounds));
  };

const rangeCheck =
  (bounds: Bounds): LeafCheck =>
  (value, path, problems) => {
    const number = typeof value === "number" ? value : Number(value);
    if (!isWithin(number, bounds)) problems.push(outOfRange(path(), bounds));
  };

const patternCheck = (pattern: string): LeafCheck => {
  const matches = compilePattern(pattern);
  return (value, path, problems) => {
    if (typeof value === "string" && !matches(value)) {
      problems.push(patternMismatch(path(), pattern));
    }
  };
};

const enumCheck = (
  values: readonly (string | number)[],
  internal: readonly (string | number)[] = [],
): LeafCheck => {
  const known = new Set<unknown>(values);
  const told = values.filter((value) => !internal.includes(value));
  return (value, path, problems) => {
    if (!known.has(value)) problems.push(notInEnum(path(), told));
  };
};

const uniqueItemsCheck: LeafCheck = (value, path, problems) => {
  if (!Array.isArray(value)) return;
  const seen = new Set(value.map(canonical));
  if (seen.size !== value.length) problems.push(duplicateItems(path()));
};

const isWithin = (value: number, { min, max }: Bounds): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

const codePoints = (text: string): number => {
  let surrogatePairs = 0;
  for (let index = 0; index < text.length - 1; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800) surrogatePairs++;
  }
  return text.length - surrogatePairs;
};
