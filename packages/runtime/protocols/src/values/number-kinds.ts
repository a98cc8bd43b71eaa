import type { NumberKind } from "../protocol.js";

/** How many bits the integer kinds have. Smithy: https://smithy.io/2.0/spec/simple-types.html */
const bits: Partial<Record<NumberKind, number>> = {
  byte: 8,
  short: 16,
  integer: 32,
  intEnum: 32,
  long: 64,
};

/** How a kind is called in an error. */
export const kindName = (kind: NumberKind | undefined): string =>
  kind === undefined
    ? "a number"
    : kind === "intEnum" || kind === "integer"
      ? "an integer"
      : `a ${kind}`;

/** Tells whether a number is of a kind. Fractions, NaN and infinities are of the floating kinds only. */
export function kindCheck(kind: NumberKind | undefined): (value: number | bigint) => boolean {
  const size = kind === undefined ? undefined : bits[kind];
  if (size === undefined) return () => true;
  // Both bounds are powers of two, which a double holds exactly: even long's.
  const limit = 2 ** (size - 1);
  return (value) =>
    value >= -limit && value < limit && (typeof value === "bigint" || Number.isInteger(value));
}

/** Whether a kind is one of the integers. */
export const isIntegerKind = (kind: NumberKind | undefined): boolean =>
  kind !== undefined && kind !== "float" && kind !== "double";
