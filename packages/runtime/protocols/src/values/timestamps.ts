import { Sentinel } from "@tinsmith/schema";

/** How a timestamp is written; the sentinels of `@smithy/types`. */
export type TimestampFormat = 5 | 6 | 7;

/** How a document format writes timestamps. */
export interface TimestampStyle {
  /** The format where the schema names none. */
  readonly timestamps: TimestampFormat;
  /** Whether the format that a schema names counts at all; default true. */
  readonly ownTimestamps?: boolean;
}

/** The format of a timestamp. Smithy: https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait */
export const timestampFormatOf = (
  schema: number,
  { timestamps, ownTimestamps }: TimestampStyle,
): TimestampFormat =>
  ownTimestamps !== false &&
  (schema === Sentinel.dateTime || schema === Sentinel.httpDate || schema === Sentinel.epochSeconds)
    ? schema
    : timestamps;

/** Seconds since 1970, with milliseconds as decimals only where there are any. */
export const toEpochSeconds = (date: Date): number => date.getTime() / 1000;

/**
 * `2026-11-01T05:59:00Z`, milliseconds only where there are any.
 * @throws RangeError where the year has not four digits, for which RFC 3339 has no form
 */
export function toDateTime(date: Date): string {
  const text = date.toISOString();
  if (text.length > 24) throw new RangeError(`No timestamp: ${text}`);
  return text.replace(".000Z", "Z");
}

/** `Sun, 01 Nov 2026 05:59:00 GMT`, milliseconds only where there are any. */
export function toHttpDate(date: Date): string {
  const text = date.toUTCString();
  const milliseconds = date.getUTCMilliseconds();
  if (milliseconds === 0) return text;
  const fraction = String(milliseconds).padStart(3, "0").replace(/0+$/, "");
  return text.replace(" GMT", `.${fraction} GMT`);
}

/** A timestamp as text: in headers, queries, labels, XML and forms. */
export const timestampText = (date: Date, format: TimestampFormat): string =>
  format === Sentinel.dateTime
    ? toDateTime(date)
    : format === Sentinel.httpDate
      ? toHttpDate(date)
      : String(toEpochSeconds(date));

/**
 * A timestamp from text, or `undefined` where it is not one of that format. A server takes UTC only, not offsets
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
      ? parseHttpDate(text)
      : /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
        ? fromEpochSeconds(Number(text))
        : undefined;

/** A date from seconds, to the nearest millisecond; `undefined` beyond what a `Date` can hold. */
export const fromEpochSeconds = (seconds: number): Date | undefined =>
  valid(new Date(Math.round(seconds * 1000)));

const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** RFC 3339 with `Z` or an offset. */
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

/** The date of RFC 7231's IMF-fixdate and its two obsolete forms, with optional fractions of a second. */
export function parseHttpDate(text: string): Date | undefined {
  const fixed = httpDate.exec(text);
  if (fixed) return httpDateOf(fixed[3], fixed[2], fixed[1], fixed, 4);
  const obsolete = rfc850Date.exec(text);
  if (obsolete) return httpDateOf(century(obsolete[3]), obsolete[2], obsolete[1], obsolete, 4);
  const asctime = asctimeDate.exec(text);
  if (asctime) return httpDateOf(asctime[7], asctime[1], asctime[2], asctime, 3);
  return undefined;
}

/** RFC 7231: two digits that seem to lie more than 50 years ahead are of the last century. */
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
  // A month of 13 or a day of 31 in June has rolled over.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  // A leap second is the first of the next minute.
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  date.setUTCHours(hours, minutes, seconds, fraction ? Math.round(Number(fraction) * 1000) : 0);
  return date;
}

const valid = (date: Date): Date | undefined => (Number.isNaN(date.getTime()) ? undefined : date);
