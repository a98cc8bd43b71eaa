import { Sentinel } from "@tinsmith/schema";
import { isDate } from "@tinsmith/values";
import { expected } from "../malformed-message.js";
import type { ValueType } from "./value-type.js";

function requireSeconds(value: unknown): string {
  const time = isDate(value) ? value.getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError("Expected a valid Date for a timestamp.");
  return String(time / 1000);
}

function readSeconds(value: unknown): Date {
  const date = new Date(
    typeof value === "number" || (typeof value === "string" && value.trim() !== "")
      ? Math.round(Number(value) * 1000)
      : Number.NaN,
  );
  if (Number.isNaN(date.getTime())) throw expected("a timestamp in seconds since 1970", value);
  return date;
}

/**
 * Timestamps in seconds, for services whose members have no other format. Clients of such services
 * do not carry the parsers of dates.
 */
export const epochTimestamps: ValueType = {
  sentinels: [Sentinel.timestamp, Sentinel.epochSeconds],
  writeJson: () => requireSeconds,
  readJson: () => readSeconds,
  writeText: () => requireSeconds,
  readText: () => readSeconds,
  zero: () => new Date(0),
  fromNode: (_schema, node) => readSeconds(node),
};
