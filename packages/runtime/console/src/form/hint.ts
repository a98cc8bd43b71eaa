import type { Bounds, MemberConstraints } from "@tinsmith/validation";

/** Returns what a value may be, in words. */
export function hintOf(
  { length, range, pattern, uniqueItems }: MemberConstraints,
  unit: string,
): string {
  return [
    ...(length === undefined ? [] : [`${within(length)} ${unit}`]),
    ...(range === undefined ? [] : [within(range)]),
    ...(uniqueItems === true ? ["without duplicates"] : []),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
  ].join(", ");
}

function within({ min, max }: Bounds): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}
