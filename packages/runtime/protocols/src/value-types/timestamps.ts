import { Sentinel } from "@tinsmith/schema";
import { isDate } from "@tinsmith/values";
import { Mismatch, expected } from "../malformed-message.js";
import { ExactNumber } from "../values/exact-number.js";
import {
  fromEpochSeconds,
  parseTimestamp,
  timestampFormatOf,
  timestampText,
} from "../values/timestamps.js";
import type { TimestampFormat } from "../values/timestamps.js";
import type { ValueType } from "./value-type.js";

/** Timestamps in all formats. */
export const timestamps: ValueType = {
  sentinels: [Sentinel.timestamp, Sentinel.dateTime, Sentinel.httpDate, Sentinel.epochSeconds],
  writeJson: (schema, style) => {
    const format = timestampFormatOf(schema, style);
    return (value) => {
      const text = timestampText(requireDate(value), format);
      return format === Sentinel.epochSeconds ? text : `"${text}"`;
    };
  },
  readJson: (schema, { style, strict }) =>
    timestampReader(timestampFormatOf(schema, style), strict !== undefined),
  writeText: (schema, style) => {
    const format = timestampFormatOf(schema, style);
    return (value) => timestampText(requireDate(value), format);
  },
  readText: (schema, style, strict) => {
    const format = timestampFormatOf(schema, style);
    return (text) => {
      const date = parseTimestamp(text, format, strict);
      if (date === undefined) throw new Mismatch("Expected a timestamp in the required format.");
      return date;
    };
  },
  zero: () => new Date(0),
  fromNode: (schema, node) =>
    typeof node === "number"
      ? new Date(node * 1000)
      : parseTimestamp(
          String(node),
          timestampFormatOf(schema, { timestamps: Sentinel.dateTime }),
          false,
        ),
};

function requireDate(value: unknown): Date {
  if (isDate(value) && !Number.isNaN(value.getTime())) return value;
  throw new TypeError("Expected a valid Date for a timestamp.");
}

function timestampReader(format: TimestampFormat, strict: boolean): (value: unknown) => Date {
  const description =
    format === Sentinel.epochSeconds
      ? "a timestamp in seconds since 1970"
      : format === Sentinel.dateTime
        ? "a timestamp such as 2026-11-01T05:59:00Z"
        : "a timestamp such as Sun, 01 Nov 2026 05:59:00 GMT";
  const numeric = format === Sentinel.epochSeconds;
  return (value) => {
    const date =
      typeof value === "string"
        ? numeric && strict
          ? undefined
          : parseTimestamp(value, format, strict)
        : numeric && typeof value === "number"
          ? fromEpochSeconds(value)
          : numeric && value instanceof ExactNumber
            ? fromEpochSeconds(Number(value.source))
            : undefined;
    if (date === undefined) throw expected(description, value);
    return date;
  };
}
