import type { SchemaTraitsObject } from "@smithy/types";
import { Sentinel } from "../schema/resolve.js";
import type { TimestampStyle } from "../values/timestamps.js";

/** Timestamps in forms where the schema names no format. */
export const queryTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** How forms name and flatten things. */
export interface QueryStyle {
  /** The name of a structure's member. */
  memberName(name: string, traits: SchemaTraitsObject): string;
  /** Whether every list of a request is flat, and an empty one not sent. */
  readonly flatLists: boolean;
}
