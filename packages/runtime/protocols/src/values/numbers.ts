import { ExactNumber } from "./exact-number.js";

const decimal = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Limits exponents, so that a few bytes cannot expand to megabytes of digits. */
const maxExponent = 10_000;

/** Parses a decimal text as an integer (`1e3` is 1000); `undefined` if it is not an integer. */
export function exactInteger(source: string): bigint | undefined {
  const match = decimal.exec(source);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/0+$/, "");
  if (digits === "") return 0n;
  const zeros =
    Number(exponent) - fraction.length + (whole.length + fraction.length - digits.length);
  if (zeros < 0 || zeros > maxExponent) return undefined;
  const value = BigInt(digits) * 10n ** BigInt(zeros);
  return sign === "-" ? -value : value;
}

/** Converts a safe integer to a number. Returns any other integer as a bigint. */
export const integerValue = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;

/** Returns a number if its text round-trips, otherwise an `ExactNumber`. */
export function exactNumber(source: string): number | ExactNumber {
  const value = Number(source);
  return String(value) === source ? value : new ExactNumber(source);
}

/**
 * Reads an integer exactly, if necessary as a bigint. Reads any other number as the nearest double.
 */
export const nearestNumber = (source: string): number | bigint =>
  /[.eE]/.test(source) ? Number(source) : integerValue(BigInt(source));
