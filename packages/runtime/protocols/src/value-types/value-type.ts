import type { TimestampStyle } from "../values/timestamps.js";

/** The settings of a JSON protocol that concern simple types. */
export interface JsonValueStyle extends TimestampStyle {
  /** True if bigInteger and bigDecimal are strings. */
  readonly bigNumbersAsStrings: boolean;
}

/** The options for reading a value from parsed JSON. */
export interface JsonValueReading {
  readonly style: JsonValueStyle;
  /** Set by servers, because they check values strictly. */
  readonly strict: { isBase64(text: string): boolean } | undefined;
  readonly maxDepth: number;
}

/**
 * A group of simple types other than strings, numbers and booleans, in every encoding of the
 * protocols. A client carries the groups that its service uses.
 */
export interface ValueType {
  /** The sentinels of the types. */
  readonly sentinels: readonly number[];
  writeJson(schema: number, style: JsonValueStyle): (value: unknown) => string;
  /** Creates a reader of parsed JSON. It throws a `Mismatch` for an invalid value. */
  readJson(schema: number, reading: JsonValueReading): (value: unknown, depth: number) => unknown;
  /** Writes text for paths, queries, headers, XML and forms. */
  writeText(schema: number, style: TimestampStyle): (value: unknown) => string;
  /** Creates a reader of text. It throws a `Mismatch` for invalid text. */
  readText(schema: number, style: TimestampStyle, strict: boolean): (text: string) => unknown;
  /** Returns the value of a required member that is missing. */
  zero(schema: number): unknown;
  /** Converts a default of the model to a value. */
  fromNode(schema: number, node: unknown): unknown;
}

/** The groups of types that a protocol reads and writes. */
export type ValueTypes = readonly ValueType[];

/** Finds the group of a type. */
export const valueTypeOf = (types: ValueTypes, schema: number): ValueType | undefined =>
  types.find(({ sentinels }) => sentinels.includes(schema));
