import type { ComparedValue } from "./compared-value.js";
import { keysOf, partOf } from "./compared-value.js";
import { javaNumber } from "./java-number.js";

/** Prints a value as JSON on one line, as messages of the reference implementation contain it. */
export const compact = (value: ComparedValue): string => print(value, "", "");

/** Prints a value as JSON over several lines. */
export const pretty = (value: ComparedValue): string => print(value, "    ", "\n");

/** Prints a value in backticks, or as a block if it needs several lines. */
export function ticked(value: ComparedValue): string {
  const text = pretty(value);
  if (text.includes("\n")) return `\n\`\`\`\n${text}\n\`\`\`\n`;
  return typeof value.value === "string" ? `\`${text.slice(1, -1)}\`` : `\`${text}\``;
}

/** `margin` is a line break and the indentation of the level. */
function print(node: ComparedValue, step: string, margin: string): string {
  const { value, digits } = node;
  if (typeof value === "number") return javaNumber(value, digits);
  if (typeof value === "string") return printString(value);
  if (typeof value !== "object" || value === null) return String(value);
  const inner = margin + step;
  const isList = Array.isArray(value);
  const items = keysOf(node).map((key) => {
    const text = print(partOf(node, key) ?? { value: null }, step, inner);
    return isList ? text : `${printString(String(key))}:${step === "" ? "" : " "}${text}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  return `${open}${inner}${items.join(`,${inner}`)}${margin}${close}`;
}

/**
 * Prints a string as the reference does: without the escapes `\b` and `\f`, and with U+2028 and
 * U+2029 escaped.
 */
const printString = (text: string): string =>
  JSON.stringify(text)
    .replaceAll(/\\(.)/g, (escape, letter) =>
      letter === "b" ? "\\u0008" : letter === "f" ? "\\u000c" : escape,
    )
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
