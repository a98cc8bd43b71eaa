import { exactDigits } from "../model/exact-digits.js";
import type { NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { isIdentifier } from "../syntax/characters.js";

const indent = (text: string): string => text.replace(/^(?=.)/gm, "    ");

/**
 * A node value as the IDL writes it: arrays and objects with one item a line, without commas. `digits` are those of a
 * number that a double cannot hold.
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

/** The `key: value` lines of an object, without its braces. */
export const printEntries = (object: { readonly [key: string]: NodeValue }): string =>
  Object.entries(object)
    .map(([key, value]) => `${printKey(key)}: ${printValue(value, exactDigits(object, key))}`)
    .join("\n");

/** A key without quotes where the grammar lets it stand so. */
export const printKey = (key: string): string => (isIdentifier(key) ? key : printString(key));

/** A quoted string. JSON's escapes are those of the IDL. */
export const printString = (text: string): string => JSON.stringify(text);
