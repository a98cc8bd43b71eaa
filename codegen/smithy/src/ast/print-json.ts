import { exactDigits } from "../model/exact-digits.js";
import type { NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";

/**
 * Prints data of a model as JSON, as `JSON.stringify` does, except that numbers that a double
 * cannot hold keep the digits of their source.
 *
 * @param indent - spaces for each level; 0 writes one line
 */
export function printJson(value: NodeValue, indent = 0): string {
  return print(value, undefined, " ".repeat(indent), "\n");
}

/** Prints a value; `margin` is a line break with the indentation of the level. */
function print(value: NodeValue, digits: string | undefined, step: string, margin: string): string {
  const inner = margin + step;
  if (isNodeArray(value)) {
    const items = value.map((item, index) => print(item, exactDigits(value, index), step, inner));
    return enclose("[", items, "]", step, margin);
  }
  if (isNodeObject(value)) {
    const colon = step === "" ? ":" : ": ";
    const entries = Object.entries(value).map(([key, item]) => {
      const text = print(item, exactDigits(value, key), step, inner);
      return `${JSON.stringify(key)}${colon}${text}`;
    });
    return enclose("{", entries, "}", step, margin);
  }
  return digits ?? JSON.stringify(value);
}

function enclose(
  open: string,
  items: readonly string[],
  close: string,
  step: string,
  margin: string,
): string {
  if (step === "" || items.length === 0) return `${open}${items.join(",")}${close}`;
  const inner = margin + step;
  return `${open}${inner}${items.join(`,${inner}`)}${margin}${close}`;
}
