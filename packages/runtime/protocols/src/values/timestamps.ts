import { Sentinel } from "@tinsmith/schema";

/** The format of a timestamp: one of the sentinels of `@smithy/types`. */
export type TimestampFormat = 5 | 6 | 7;

/** The timestamp formats of a document format. */
export interface TimestampStyle {
  /** The format for schemas without one. */
  readonly timestamps: TimestampFormat;
  /** Set to false to ignore the formats of schemas. Default: true. */
  readonly ownTimestamps?: boolean;
}

/**
 * Returns the format of a timestamp.
 * Smithy: https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait
 */
export const timestampFormatOf = (
  schema: number,
  { timestamps, ownTimestamps }: TimestampStyle,
): TimestampFormat =>
  ownTimestamps !== false &&
  (schema === Sentinel.dateTime || schema === Sentinel.httpDate || schema === Sentinel.epochSeconds)
    ? schema
    : timestamps;

/** Converts a date to seconds since 1970, with milliseconds as decimals. */
export const toEpochSeconds = (date: Date): number => date.getTime() / 1000;

/**
 * Writes `2026-11-01T05:59:00Z`. Adds milliseconds only if they are not zero.
 * @throws RangeError if the year does not have four digits, because RFC 3339 requires four
 */
export function toDateTime(date: Date): string {
  const text = date.toISOString();
  if (text.length > 24) throw new RangeError(`Expected a year of four digits: ${text}`);
  return text.replace(".000Z", "Z");
}

/** Writes `Sun, 01 Nov 2026 05:59:00 GMT`. The format has no fractions of a second. */
export const toHttpDate = (date: Date): string => date.toUTCString();

/** Writes a timestamp as text for headers, queries, labels, XML and forms. */
export const timestampText = (date: Date, format: TimestampFormat): string =>
  format === Sentinel.dateTime
    ? toDateTime(date)
    : format === Sentinel.httpDate
      ? toHttpDate(date)
      : String(toEpochSeconds(date));

/**
 * Parses a timestamp; `undefined` if the text does not have the format. Servers (`strict`) accept
 * UTC only and no fractions in an `http-date`
 * (https://smithy.io/2.0/spec/protocol-traits.html#timestamp-formats).
 */
export const parseTimestamp = (
  text: string,
  format: TimestampFormat,
  strict: boolean,
): Date | undefined =>
  format === Sentinel.dateTime
    ? parseDateTime(text, strict)
    : format === Sentinel.httpDate
      ? strict && text.includes(".")
        ? undefined
        : parseHttpDate(text)
      : /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
        ? fromEpochSeconds(Number(text))
        : undefined;

/**
 * Converts seconds to a date, rounded to milliseconds; `undefined` outside of the range of `Date`.
 */
export const fromEpochSeconds = (seconds: number): Date | undefined =>
  valid(new Date(Math.round(seconds * 1000)));

const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Parses RFC 3339 with `Z` or an offset. */
export function parseDateTime(text: string, utcOnly = false): Date | undefined {
  const match = dateTime.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hours, minutes, seconds, fraction, sign, offsetHours, offsetMinutes] =
    match;
  const date = dateOf(
    Number(year),
    Number(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
    fraction,
  );
  if (!date || sign === undefined) return date;
  if (utcOnly) return undefined;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  date.setTime(date.getTime() - (sign === "-" ? -offset : offset) * 60_000);
  return date;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const httpDate = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(\.\d+)? GMT$/;
const rfc850Date =
  /^[A-Z][a-z]+day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d)(\.\d+)? GMT$/;
const asctimeDate =
  /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(\.\d+)? (\d{4})$/;

/**
 * Parses the IMF-fixdate of RFC 7231 and its two obsolete forms, with optional fractions of a
 * second.
 */
export function parseHttpDate(text: string): Date | undefined {
  const fixed = httpDate.exec(text);
  if (fixed) return httpDateOf(fixed[3], fixed[2], fixed[1], fixed, 4);
  const obsolete = rfc850Date.exec(text);
  if (obsolete) return httpDateOf(century(obsolete[3]), obsolete[2], obsolete[1], obsolete, 4);
  const asctime = asctimeDate.exec(text);
  if (asctime) return httpDateOf(asctime[7], asctime[1], asctime[2], asctime, 3);
  return undefined;
}

/**
 * Expands a year of two digits. According to RFC 7231, a year that would be more than 50 years
 * ahead belongs to the last century.
 */
function century(digits: string | undefined): string {
  const now = new Date().getUTCFullYear();
  const year = now - (now % 100) + Number(digits);
  return String(year > now + 50 ? year - 100 : year);
}

const httpDateOf = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  match: RegExpExecArray,
  time: number,
): Date | undefined =>
  dateOf(
    Number(year),
    months.indexOf(month ?? "") + 1,
    Number(day),
    Number(match[time]),
    Number(match[time + 1]),
    Number(match[time + 2]),
    match[time + 3],
  );

function dateOf(
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
  fraction: string | undefined,
): Date | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // An invalid date, such as June 31, rolls over into the next month.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  // A leap second becomes the first second of the next minute.
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  date.setUTCHours(hours, minutes, seconds, fraction ? Math.round(Number(fraction) * 1000) : 0);
  return date;
}

const valid = (date: Date): Date | undefined => (Number.isNaN(date.getTime()) ? undefined : date);
