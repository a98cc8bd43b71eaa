import { canonical } from "@tinsmith/validation";
import { isBytes, isDate } from "@tinsmith/values";

/**
 * Returns true if a value contains a partial value. Lists must have the same length, and each item
 * must contain the expected item. Asymmetric matchers of a test framework (`expect.any(Number)`)
 * match the values that they accept.
 */
export function contains(value: unknown, partial: unknown): boolean {
  if (isAsymmetricMatcher(partial)) return partial.asymmetricMatch(value);
  if (Array.isArray(partial)) {
    return (
      Array.isArray(value) &&
      partial.length === value.length &&
      partial.every((item, index) => contains(value[index], item))
    );
  }
  if (!isPlain(partial)) return canonical(value) === canonical(partial);
  if (!isPlain(value)) return false;
  return Object.entries(partial).every(([name, member]) => contains(value[name], member));
}

/** Returns true for an object with members. Returns false for lists, dates and bytes. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !isDate(value) &&
  !isBytes(value);

interface AsymmetricMatcher {
  asymmetricMatch(value: unknown): boolean;
}

/** Returns true for the result of `expect.any(...)` and similar functions of vitest and jest. */
export const isAsymmetricMatcher = (value: unknown): value is AsymmetricMatcher =>
  typeof value === "object" &&
  value !== null &&
  "asymmetricMatch" in value &&
  typeof value.asymmetricMatch === "function";
