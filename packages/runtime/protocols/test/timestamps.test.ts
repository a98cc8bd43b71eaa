import { describe, expect, it } from "vitest";
import { parseTimestamp, timestampText } from "../src/values/timestamps.js";
import type { TimestampFormat } from "../src/values/timestamps.js";

const formats: Readonly<Record<string, TimestampFormat>> = {
  "date-time": 5,
  "http-date": 6,
  "epoch-seconds": 7,
};
const format = (name: string): TimestampFormat => formats[name] ?? 5;

describe("timestampText", () => {
  it.each([
    ["date-time", "2026-11-01T05:59:00.000Z", "2026-11-01T05:59:00Z"],
    ["date-time", "2026-11-01T05:59:00.120Z", "2026-11-01T05:59:00.120Z"],
    ["date-time", "0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00Z"],
    ["http-date", "2026-11-01T05:59:00.000Z", "Sun, 01 Nov 2026 05:59:00 GMT"],
    ["epoch-seconds", "1970-01-01T00:00:00.000Z", "0"],
    ["epoch-seconds", "2026-11-01T05:59:00.120Z", "1793512740.12"],
    ["epoch-seconds", "1969-12-31T23:59:58.500Z", "-1.5"],
  ])("writes the %s of %s", (name, date, text) => {
    expect(timestampText(new Date(date), format(name))).toBe(text);
    expect(parseTimestamp(text, format(name), true)?.toISOString()).toBe(date);
  });

  it("writes an http-date without fractions, because the format has none", () => {
    const date = new Date("2026-11-01T05:59:00.120Z");
    expect(timestampText(date, format("http-date"))).toBe("Sun, 01 Nov 2026 05:59:00 GMT");
  });

  it.each([[Date.UTC(10_000, 0)], [-1e14]])("rejects a year without four digits: %d", (time) => {
    expect(() => timestampText(new Date(time), 5)).toThrow(RangeError);
  });
});

describe("parseTimestamp", () => {
  it.each([
    ["date-time", "1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z"],
    ["date-time", "1985-04-12t23:20:50z", "1985-04-12T23:20:50.000Z"],
    ["date-time", "1985-04-12T23:20:50.123456789Z", "1985-04-12T23:20:50.123Z"],
    ["date-time", "1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z"],
    ["date-time", "1990-12-31T23:59:60Z", "1991-01-01T00:00:00.000Z"],
    ["date-time", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["http-date", "Tue, 29 Apr 2014 18:30:38 GMT", "2014-04-29T18:30:38.000Z"],
    ["http-date", "Sun, 02 Jan 2000 20:34:56.456 GMT", "2000-01-02T20:34:56.456Z"],
    ["http-date", "Tuesday, 29-Apr-14 18:30:38 GMT", "2014-04-29T18:30:38.000Z"],
    ["http-date", "Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37.000Z"],
    ["epoch-seconds", "1515531081.1234", "2018-01-09T20:51:21.123Z"],
    ["epoch-seconds", "1.515531081E9", "2018-01-09T20:51:21.000Z"],
    ["epoch-seconds", "-1", "1969-12-31T23:59:59.000Z"],
  ])("reads the %s %s on a client", (name, text, date) => {
    expect(parseTimestamp(text, format(name), false)?.toISOString()).toBe(date);
  });

  it.each([
    ["date-time", "1985-04-12"],
    ["date-time", "1985-04-12T23:20:50"],
    ["date-time", "1985-13-12T23:20:50Z"],
    ["date-time", "1985-02-30T23:20:50Z"],
    ["date-time", "1985-04-12T25:20:50Z"],
    ["date-time", "1985-04-12 23:20:50Z"],
    ["date-time", "1515531081"],
    ["http-date", "Tue, 29 Apr 2014 18:30:38 PST"],
    ["http-date", "Tue, 31 Apr 2014 18:30:38 GMT"],
    ["http-date", "2014-04-29T18:30:38Z"],
    ["epoch-seconds", "0x10"],
    ["epoch-seconds", "Infinity"],
    ["epoch-seconds", "1e30"],
    ["epoch-seconds", " 1"],
    ["epoch-seconds", ""],
  ])("returns undefined for the invalid %s %j", (name, text) => {
    expect(parseTimestamp(text, format(name), false)).toBeUndefined();
  });

  it("accepts only UTC on a server", () => {
    expect(parseTimestamp("1996-12-19T16:39:57-08:00", 5, true)).toBeUndefined();
    expect(parseTimestamp("1996-12-19T16:39:57+00:00", 5, true)).toBeUndefined();
  });
});

describe("an http-date with fractions of a second", () => {
  it("is refused by servers", () => {
    const text = "Sun, 01 Nov 2026 05:59:00.12 GMT";
    expect(parseTimestamp(text, format("http-date"), true)).toBeUndefined();
  });
});
