import type { NodeValue } from "@tinsmith/smithy";
import { Verbatim } from "./code.js";

/**
 * A string, number, boolean, null, list or object as a TypeScript expression. Text is written by
 * `JSON.stringify`, so nothing of it is read as code and backslashes stay.
 */
export function literal(value: NodeValue): Verbatim {
  return new Verbatim(write(value));
}

/** The key of an object literal or of a type: bare where the language allows it. */
export function propertyKey(name: string): Verbatim {
  return new Verbatim(keyText(name));
}

/** The name of a field of a class: as a key, but the constructor is something else. */
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

/** JSON allows two line separators in strings that editors and some tools take for line breaks. */
function stringText(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

function isList(value: NodeValue): value is readonly NodeValue[] {
  return Array.isArray(value);
}
