/** A number that a JavaScript number cannot carry: kept as it was written until a schema says what it is. */
export class ExactNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** NaN and the infinities are strings in JSON and text; anything else is not a number. */
export const specialNumber = (text: string): number | undefined =>
  text === "NaN"
    ? Number.NaN
    : text === "Infinity"
      ? Number.POSITIVE_INFINITY
      : text === "-Infinity"
        ? Number.NEGATIVE_INFINITY
        : undefined;

const decimal = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Exponents beyond this make integers of more digits than anyone means; a few bytes must not become megabytes. */
const maxExponent = 10_000;

/** The integer that a decimal text means (`1e3` is 1000), or `undefined` where it is none. */
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

/** A bigint where a number would be inexact, a number where it is not. */
export const integerValue = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;

/** A number that prints as it was written has lost no digit, and may have been a double: it stays one. */
export function exactNumber(source: string): number | ExactNumber {
  const value = Number(source);
  return String(value) === source ? value : new ExactNumber(source);
}
