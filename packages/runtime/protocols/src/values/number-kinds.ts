import type { NumberKind } from "../protocol.js";

/** The sizes of the integer types in bits. Smithy: https://smithy.io/2.0/spec/simple-types.html */
const bits: Partial<Record<NumberKind, number>> = {
  byte: 8,
  short: 16,
  integer: 32,
  intEnum: 32,
  long: 64,
};

/** Names a numeric type for error messages. */
export const kindName = (kind: NumberKind | undefined): string =>
  kind === undefined
    ? "a number"
    : kind === "intEnum" || kind === "integer"
      ? "an integer"
      : `a ${kind}`;

/** Creates a check that a number fits a numeric type. Integer types exclude fractions and NaN. */
export function kindCheck(kind: NumberKind | undefined): (value: number | bigint) => boolean {
  const size = kind === undefined ? undefined : bits[kind];
  if (size === undefined) return () => true;
  // Both bounds are powers of two. A double represents them exactly, even for long.
  const limit = 2 ** (size - 1);
  return (value) =>
    value >= -limit && value < limit && (typeof value === "bigint" || Number.isInteger(value));
}

/** Returns true for integer types. */
export const isIntegerKind = (kind: NumberKind | undefined): boolean =>
  kind !== undefined && kind !== "float" && kind !== "double";
