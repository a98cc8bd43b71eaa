/** Tells objects apart from everything else, those of other realms included; arrays are objects. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** True for an object that is not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for an object that may hold members. Lists do not, nor do dates and bytes. */
export function isPlainRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !ArrayBuffer.isView(value)
  );
}

/** True for streams of Node and of the web, and for async generators. */
export function isAsyncIterable<Item = unknown>(value: unknown): value is AsyncIterable<Item> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** The own members of an object; none of anything else. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? Object.fromEntries(Object.entries(value)) : {};
}
