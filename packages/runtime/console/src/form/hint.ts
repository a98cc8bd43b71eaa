import type { Bounds, MemberConstraints } from "@tinsmith/validation";

/** Describes the allowed values: "1 to 9 characters, matches ^a". */
export function hintOf(
  { length, range, pattern, uniqueItems }: MemberConstraints,
  unit: string,
): string {
  return [
    ...(length === undefined ? [] : [inUnit(length, unit)]),
    ...(range === undefined ? [] : [within(range)]),
    ...(uniqueItems === true ? ["without duplicates"] : []),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
  ].join(", ");
}

/** Returns bounds with their unit: "1 to 9 characters", "at least 1 character". */
function inUnit(bounds: Bounds, unit: string): string {
  const isOne = (bounds.max ?? bounds.min) === 1;
  return `${within(bounds)} ${isOne ? unit.replace(/ies$/, "y").replace(/s$/, "") : unit}`;
}

function within({ min, max }: Bounds): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}
