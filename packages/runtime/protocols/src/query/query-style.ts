import type { SchemaTraitsObject } from "@smithy/types";
import { Sentinel } from "@tinsmith/schema";
import type { TimestampStyle } from "../values/timestamps.js";

/** Timestamps in forms where the schema names no format. */
export const queryTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** What both halves of a protocol of forms and XML know. */
export interface QueryFormat extends QueryStyle {
  readonly id: string;
  /** The element that holds an operation's output, inside the response; `undefined` is the response itself. */
  resultName(operation: string): string | undefined;
}

/** How forms name and flatten things. */
export interface QueryStyle {
  /** The name of a structure's member. */
  memberName(name: string, traits: SchemaTraitsObject): string;
  /** Whether every list of a request is flat, and an empty one not sent. */
  readonly flatLists: boolean;
}
