import { isDate } from "@tinsmith/values";

/**
 * Returns a key that matches an entry with its copy in a response. Absent, null, zero, false and
 * empty members are equal, because one side may omit defaults that the other fills in. Times are
 * compared by the second, because some protocols have no finer resolution.
 *
 * @param members - the members that identify an entry; default: all
 */
export function echoKey<Entry extends object>(
  entry: Entry | undefined,
  members?: readonly (keyof Entry)[],
): string | undefined {
  if (entry === undefined) return undefined;
  return JSON.stringify(canonical(members ? members.map((name) => entry[name]) : entry)) ?? "";
}

function canonical(value: unknown): unknown {
  if (isDate(value)) return Math.floor(value.getTime() / 1000);
  if (ArrayBuffer.isView(value)) {
    return Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  // Programs may pass a bigint where the response has a number.
  if (typeof value === "bigint" || typeof value === "number") return value ? `${value}` : undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(canonical);
  if (typeof value !== "object" || value === null) return value || undefined;
  const entries = Object.entries(value)
    .map(([name, member]) => [name, canonical(member)] as const)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
