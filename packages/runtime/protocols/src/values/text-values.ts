import { Sentinel } from "@tinsmith/schema";
import { isDate } from "@tinsmith/values";
import { Decimal, isDecimal } from "./decimal.js";
import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import { fromBase64, isBase64, toBase64 } from "./base64.js";
import { bytesOf } from "./bytes.js";
import { isIntegerKind, kindCheck, kindName } from "./number-kinds.js";
import { exactInteger, integerValue, specialNumber } from "./numbers.js";
import { parseTimestamp, timestampFormatOf, timestampText } from "./timestamps.js";
import type { TimestampStyle } from "./timestamps.js";

/** Writes a simple value as text for paths, queries, headers, XML and forms. */
export type WriteText = (value: unknown) => string;

/** Reads a simple value from text. Throws a `Mismatch` if it is invalid. */
export type ReadText = (text: string) => unknown;

/** Creates the text writer of a simple shape. */
export function textWriter(schema: number, style: TimestampStyle): WriteText {
  switch (schema) {
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds: {
      const format = timestampFormatOf(schema, style);
      return (value) => {
        if (!isDate(value) || Number.isNaN(value.getTime())) {
          throw new TypeError("Expected a valid Date for a timestamp.");
        }
        return timestampText(value, format);
      };
    }
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (value) => toBase64(bytesOf(value));
    default:
      return (value) => (isDecimal(value) ? value.string : String(value));
  }
}

const integerText = /^-?\d+$/;
const numberText = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Creates the text reader of a simple shape. Clients read text almost as strictly as servers. */
export function textReader(
  schema: number,
  style: TimestampStyle,
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
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds: {
      const format = timestampFormatOf(schema, style);
      return (text) => {
        const date = parseTimestamp(text, format, strict);
        if (date === undefined) throw new Mismatch("Expected a timestamp in the required format.");
        return date;
      };
    }
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (text) => {
        if (!isBase64(text)) throw new Mismatch("Expected base64.");
        return fromBase64(text);
      };
    case Sentinel.bigInteger:
      return (text) => {
        const integer = exactInteger(text);
        if (integer === undefined) throw new Mismatch("Expected an integer.");
        return integer;
      };
    case Sentinel.bigDecimal:
      return (text) => {
        if (!numberText.test(text)) throw new Mismatch("Expected a decimal number.");
        return new Decimal(text);
      };
    default:
      return (text) => text;
  }
}

function numberReader(kind: NumberKind | undefined): ReadText {
  const fits = kindCheck(kind);
  const integral = isIntegerKind(kind);
  const name = kindName(kind);
  return (text) => {
    if (integerText.test(text)) {
      const number = Number(text);
      // Without a numeric type, a number whose text round-trips may be a double, so it stays one.
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
