/**
 * The properties that every object inherits. An unset member with such a name would return the
 * inherited function, and an object literal without the member would not match its type.
 */
export const inheritedNames: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);
