/**
 * The properties that every object inherits. A member of such a name reads as a function if it is
 * not set, and an object literal without it does not fit its type.
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
