import { canonical } from "@tinsmith/validation";

/**
 * Whether a value has all of a partial one. Lists have to agree in length, their items in part.
 * Asymmetric matchers of a test framework (`expect.any(Number)`) count as what they accept.
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

/** An object of members: no list, date or bytes. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);

interface AsymmetricMatcher {
  asymmetricMatch(value: unknown): boolean;
}

/** What `expect.any(...)` and its like are in vitest, jest and their relatives. */
export const isAsymmetricMatcher = (value: unknown): value is AsymmetricMatcher =>
  typeof value === "object" &&
  value !== null &&
  "asymmetricMatch" in value &&
  typeof value.asymmetricMatch === "function";
