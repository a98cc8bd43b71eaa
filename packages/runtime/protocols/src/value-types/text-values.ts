import { Sentinel } from "@tinsmith/schema";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { valueTypeOf } from "./value-type.js";
import type { ValueTypes } from "./value-type.js";
import { isIntegerKind, kindCheck, kindName } from "../values/number-kinds.js";
import { integerValue } from "../values/numbers.js";
import { specialNumber } from "../values/special-numbers.js";
import type { TimestampStyle } from "../values/timestamps.js";

/** Writes a simple value as text for paths, queries, headers, XML and forms. */
export type WriteText = (value: unknown) => string;

/** Reads a simple value from text. Throws a `Mismatch` if it is invalid. */
export type ReadText = (text: string) => unknown;

/** Creates the text writer of a simple shape. */
export const textWriter = (schema: number, style: TimestampStyle, types: ValueTypes): WriteText =>
  (valueTypeOf(types, schema) ?? valueTypeOf(types, Sentinel.document))?.writeText(schema, style) ??
  String;

const integerText = /^-?\d+$/;
const numberText = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Creates the text reader of a simple shape. Clients read text almost as strictly as servers. */
export function textReader(
  schema: number,
  style: TimestampStyle,
  types: ValueTypes,
  kind: NumberKind | undefined,
  strict: boolean,
): ReadText {
  switch (schema) {
    case Sentinel.boolean:
      return (text) => {
        if (text !== "true" && text !== "false") throw expected("true or false", text);
        return text === "true";
      };
    case Sentinel.number:
      return numberReader(kind);
    default:
      return valueTypeOf(types, schema)?.readText(schema, style, strict) ?? ((text) => text);
  }
}

function numberReader(kind: NumberKind | undefined): ReadText {
  const fits = kindCheck(kind);
  const integral = isIntegerKind(kind);
  const name = kindName(kind);
  return (text) => {
    if (integerText.test(text)) {
      const number = Number(text);
      // Without a numeric type, a number whose text round-trips may be a double, so it stays a
      // number.
      const isNumber = Number.isSafeInteger(number) || (!integral && String(number) === text);
      const value = isNumber ? number : integerValue(BigInt(text));
      if (!fits(value)) throw new Mismatch(`Expected ${name}, found a number out of its range.`);
      return kind === "float" || kind === "double" ? number : value;
    }
    const number = integral
      ? undefined
      : numberText.test(text)
        ? Number(text)
        : specialNumber(text);
    if (number === undefined) throw new Mismatch(`Expected ${name}.`);
    return number;
  };
}
