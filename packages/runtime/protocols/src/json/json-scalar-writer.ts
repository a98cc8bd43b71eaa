import { Sentinel } from "@tinsmith/schema";
import { isBytes, isDate } from "@tinsmith/values";
import { isDecimal } from "../values/decimal.js";
import { toBase64 } from "../values/base64.js";
import { bytesOf } from "../values/bytes.js";
import { ExactNumber } from "../values/numbers.js";
import { timestampFormatOf, timestampText, toDateTime } from "../values/timestamps.js";
import type { WriteJson } from "./json-forms.js";
import type { JsonStyle } from "./json-style.js";

// eslint-disable-next-line no-control-regex -- JSON must escape these and lone surrogates
const unsafe = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** Writes a JSON string. Most texts need no escapes, which makes adding quotes the fastest way. */
export const quote = (text: string): string =>
  unsafe.test(text) ? JSON.stringify(text) : `"${text}"`;

/**
 * Creates the writer of a simple shape. Does not check types: other values are written as they are.
 */
export function jsonScalarWriter(schema: number, style: JsonStyle): WriteJson {
  switch (schema) {
    case Sentinel.string:
      return (value) => (typeof value === "string" ? quote(value) : writeAny(value));
    case Sentinel.timestamp:
    case Sentinel.dateTime:
    case Sentinel.httpDate:
    case Sentinel.epochSeconds: {
      const format = timestampFormatOf(schema, style);
      return (value) => {
        if (!isDate(value) || Number.isNaN(value.getTime())) {
          throw new TypeError("Expected a valid Date for a timestamp.");
        }
        const text = timestampText(value, format);
        return format === Sentinel.epochSeconds ? text : `"${text}"`;
      };
    }
    case Sentinel.blob:
    case Sentinel.streamingBlob:
      return (value) => `"${toBase64(bytesOf(value))}"`;
    case Sentinel.bigInteger:
    case Sentinel.bigDecimal:
      return style.bigNumbersAsStrings
        ? (value) => `"${isDecimal(value) ? value.string : String(value)}"`
        : writeAny;
    default:
      return writeAny;
  }
}

/** Writes a value of any type as JSON, such as a number, a boolean or a document. */
function writeAny(value: unknown): string {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? String(value) : `"${value}"`;
    case "bigint":
    case "boolean":
      return String(value);
    case "string":
      return quote(value);
    case "object":
      return writeObject(value);
    default:
      throw new TypeError(`JSON cannot represent a ${typeof value}.`);
  }
}

function writeObject(value: object | null): string {
  if (value === null) return "null";
  if (isDecimal(value)) return value.string;
  if (value instanceof ExactNumber) return value.source;
  if (isDate(value)) return `"${toDateTime(value)}"`;
  if (isBytes(value)) return `"${toBase64(value)}"`;
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => (item === undefined ? "null" : writeAny(item))).join()}]`;
  }
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members.map(([key, item]) => `${quote(key)}:${writeAny(item)}`).join()}}`;
}
