/** Returns true for every object, including arrays and objects of other realms. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Returns true for an object that is not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns true for an object other than an array, a date or a view of bytes. */
export function isPlainRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !ArrayBuffer.isView(value)
  );
}

/** Returns true for Node streams, web streams and async generators. */
export function isAsyncIterable<Item = unknown>(value: unknown): value is AsyncIterable<Item> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** Copies the own properties of an object; any other value gives an empty object. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? Object.fromEntries(Object.entries(value)) : {};
}
