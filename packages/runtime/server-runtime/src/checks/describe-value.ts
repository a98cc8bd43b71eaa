import { isDate } from "@tinsmith/values";

/**
 * Describes a value on one line, truncated to a maximum length.
 *
 * @param limit - the maximum number of characters
 */
export function describeValue(value: unknown, limit = 120): string {
  if (typeof value === "function") return "a function";
  const text = textOf(value);
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function textOf(value: unknown): string {
  // JSON cannot represent NaN, Infinity and invalid dates.
  if (typeof value === "number" || isDate(value)) return plainText(value);
  try {
    return JSON.stringify(value, (_key, member: unknown) => jsonOf(member)) ?? String(value);
  } catch {
    // The value contains itself.
    return String(value);
  }
}

function plainText(value: number | Date): string {
  if (typeof value === "number") return String(value);
  return Number.isNaN(value.getTime()) ? "an invalid Date" : JSON.stringify(value);
}

function jsonOf(member: unknown): unknown {
  if (typeof member === "bigint") return `${member}n`;
  // Matchers of test frameworks have a descriptive `toString`.
  return typeof member === "object" && member !== null && "asymmetricMatch" in member
    ? String(member)
    : member;
}
