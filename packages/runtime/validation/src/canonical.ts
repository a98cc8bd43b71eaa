import { isBytes, isDate } from "@tinsmith/values";

/**
 * Serializes a value. Two values are equal exactly if their texts are equal. `@uniqueItems` and the
 * matching of values compare these texts. The order of members does not matter, and a missing
 * member equals a member that is `undefined`.
 *
 * @internal
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return "null";
  if (isDate(value)) return `@${value.getTime()}`;
  if (isBytes(value)) return `#${value.join()}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .sort();
  return `{${members.join(",")}}`;
}
