import { Sentinel } from "@tinsmith/schema";
import { Mismatch, expected } from "../malformed-message.js";
import { Decimal, isDecimal } from "../values/decimal.js";
import { ExactNumber } from "../values/exact-number.js";
import { exactInteger } from "../values/numbers.js";
import type { ValueType } from "./value-type.js";

const numberText = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const textOfNumber = (value: unknown): string =>
  isDecimal(value) ? value.string : value instanceof ExactNumber ? value.source : String(value);

/** Integers and decimals of any size. */
export const bigNumbers: ValueType = {
  sentinels: [Sentinel.bigInteger, Sentinel.bigDecimal],
  writeJson: (_schema, { bigNumbersAsStrings }) =>
    bigNumbersAsStrings ? (value) => `"${textOfNumber(value)}"` : textOfNumber,
  readJson: (schema, { style, strict }) => {
    // Some servers write big numbers as strings, so that no parser loses digits.
    const text = !strict || style.bigNumbersAsStrings;
    return schema === Sentinel.bigInteger
      ? (value) => {
          const integer = exactInteger(sourceOf(value, text) ?? "");
          if (integer === undefined) throw expected("an integer", value);
          return integer;
        }
      : (value) => {
          const source = sourceOf(value, text);
          if (source === undefined) throw expected("a decimal number", value);
          return new Decimal(source);
        };
  },
  writeText: () => textOfNumber,
  readText: (schema) =>
    schema === Sentinel.bigInteger
      ? (text) => {
          const integer = exactInteger(text);
          if (integer === undefined) throw new Mismatch("Expected an integer.");
          return integer;
        }
      : (text) => {
          if (!numberText.test(text)) throw new Mismatch("Expected a decimal number.");
          return new Decimal(text);
        },
  zero: (schema) => (schema === Sentinel.bigInteger ? 0n : new Decimal("0")),
  fromNode: (schema, node) =>
    schema === Sentinel.bigInteger ? BigInt(String(node)) : new Decimal(String(node)),
};

/** Returns the text of a big number, or `undefined` if the value is not a number. */
function sourceOf(value: unknown, text: boolean): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof ExactNumber) return value.source;
  return text && typeof value === "string" && numberText.test(value) ? value : undefined;
}
