import { Sentinel } from "@tinsmith/schema";
import type { TimestampStyle } from "../values/timestamps.js";

/** The timestamp format in paths and queries for schemas without one. */
export const uriTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };
/** The timestamp format in headers for schemas without one. */
export const headerTimestamps: TimestampStyle = { timestamps: Sentinel.httpDate };
