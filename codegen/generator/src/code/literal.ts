import type { NodeValue } from "@tinsmith/smithy";
import { Verbatim } from "./code.js";

/**
 * Returns a TypeScript expression for a string, number, boolean, null, list or object. Strings are
 * written by `JSON.stringify`, so their text is never read as code, and backslashes are preserved.
 */
export function literal(value: NodeValue): Verbatim {
  return new Verbatim(write(value));
}

/** Returns a key of an object literal or a type, quoted if necessary. */
export function propertyKey(name: string): Verbatim {
  return new Verbatim(keyText(name));
}

/**
 * Returns the name of a class field. It is a key, except that a bare `constructor` would declare
 * the constructor.
 */
export function fieldKey(name: string): Verbatim {
  return new Verbatim(name === "constructor" ? '["constructor"]' : keyText(name));
}

function write(value: NodeValue): string {
  if (typeof value === "string") return stringText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(write).join(", ")}]`;
  const properties = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${write(item)}`);
  return properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
}

function keyText(name: string): string {
  // In an object literal `__proto__: x` would set the prototype; a computed key does not.
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringText(name);
}

/** Escapes U+2028 and U+2029, which JSON allows in strings but some tools treat as line breaks. */
function stringText(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

function isList(value: NodeValue): value is readonly NodeValue[] {
  return Array.isArray(value);
}
