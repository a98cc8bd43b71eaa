import type { SchemaTraitsObject } from "@smithy/types";
import { Sentinel } from "@tinsmith/schema";
import type { TimestampStyle } from "../values/timestamps.js";

/** The timestamp format in forms for schemas without one. */
export const queryTimestamps: TimestampStyle = { timestamps: Sentinel.dateTime };

/** The settings that the client and the server side of a protocol with forms and XML share. */
export interface QueryFormat extends QueryStyle {
  readonly id: string;
  /**
   * Returns the name of the element that contains the output; `undefined` if it is the root
   * element.
   */
  resultName(operation: string): string | undefined;
}

/** The differences between the forms of awsQuery and ec2Query. */
export interface QueryStyle {
  /** Returns the key of a structure's member. */
  memberName(name: string, traits: SchemaTraitsObject): string;
  /** True if all lists in requests are flat and empty lists are not sent. */
  readonly flatLists: boolean;
}
