/**
 * What every object has without having it: a member of such a name is there, as a function, where
 * nobody set it. An object literal that leaves it out does not fit its type for the compiler.
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
