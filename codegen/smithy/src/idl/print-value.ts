import { exactDigits } from "../model/exact-digits.js";
import type { NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { isIdentifier } from "../syntax/characters.js";

const indent = (text: string): string => text.replace(/^(?=.)/gm, "    ");

/**
 * Prints a node value in IDL: arrays and objects with one item per line, without commas. `digits`
 * are the digits of a number that a double cannot hold.
 */
export function printValue(value: NodeValue, digits?: string): string {
  if (typeof value === "string") return printString(value);
  if (isNodeArray(value)) {
    return value.length === 0
      ? "[]"
      : `[\n${value.map((item, index) => indent(printValue(item, exactDigits(value, index)))).join("\n")}\n]`;
  }
  if (isNodeObject(value)) {
    const entries = printEntries(value);
    return entries === "" ? "{}" : `{\n${indent(entries)}\n}`;
  }
  return digits ?? String(value);
}

/** Prints the `key: value` lines of an object, without its braces. */
export const printEntries = (object: { readonly [key: string]: NodeValue }): string =>
  Object.entries(object)
    .map(([key, value]) => `${printKey(key)}: ${printValue(value, exactDigits(object, key))}`)
    .join("\n");

/** Prints a key, without quotes if the grammar allows it. */
export const printKey = (key: string): string => (isIdentifier(key) ? key : printString(key));

/** Prints a quoted string. JSON and the IDL have the same escapes. */
export const printString = (text: string): string => JSON.stringify(text);
