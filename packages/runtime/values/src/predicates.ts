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
    !isDate(value) &&
    !ArrayBuffer.isView(value)
  );
}

/** Returns true for Node streams, web streams and async generators. */
export function isAsyncIterable<Item = unknown>(value: unknown): value is AsyncIterable<Item> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/**
 * Returns true for a `Uint8Array` of any realm. In the `jsdom` of jest, for example, a `Buffer`
 * belongs to another realm.
 */
export function isBytes(value: unknown): value is Uint8Array {
  return (value as Partial<Uint8Array> | null | undefined)?.[Symbol.toStringTag] === "Uint8Array";
}

/** Returns true for a `Date` of any realm, valid or not. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Returns true for web streams, even if the class is hidden, as in the `jsdom` of jest. */
export function isWebStream(value: unknown): value is ReadableStream<Uint8Array> {
  return typeof value === "object" && value !== null && "getReader" in value;
}

/** Copies data that JSON can represent. `structuredClone` is missing in the `jsdom` of jest. */
export function copyJson<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data));
}

/** Copies the own properties of an object. Returns an empty object for any other value. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? Object.fromEntries(Object.entries(value)) : {};
}
