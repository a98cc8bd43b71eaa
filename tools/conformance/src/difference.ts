/**
 * Serializes a value as JSON with sorted keys and an indentation of two spaces, so that equal
 * values result in equal texts. The order of members is significant, so it is kept.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value, ""), undefined, 2);
}

function sorted(value: unknown, under: string): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, ""));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (under !== "members") entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner, key)]));
}

/** Describes the first difference between two texts; `undefined` if they are equal. */
export function firstDifference(actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  const actualLines = actual.split("\n");
  const expectedLines = expected.split("\n");
  const at = expectedLines.findIndex((line, index) => line !== actualLines[index]);
  const line = at === -1 ? expectedLines.length : at;
  const show = (text: string | undefined) => (text === undefined ? "nothing" : text.trim());
  return `line ${line + 1}: expected ${show(expectedLines[line])}, got ${show(actualLines[line])}`;
}
