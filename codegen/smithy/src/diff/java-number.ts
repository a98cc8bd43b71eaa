/**
 * Prints a number as in messages of the reference implementation. Decimals that a double holds
 * exactly have the form of Java's doubles; others have the form of its exact decimals.
 *
 * @param digits - the number as written, if JavaScript writes it in another way
 */
export function javaNumber(value: number, digits = String(value)): string {
  if (!/[.eE]/.test(digits)) return digits === "-0" ? "0" : digits;
  const written = readDecimal(digits);
  if (!Number.isFinite(value)) return exactText(written);
  return sameNumber(written, readDecimal(String(value))) ? doubleText(value) : exactText(written);
}

/** A decimal number: `coefficient` without leading zeros, times ten to the power of `exponent`. */
interface Decimal {
  readonly sign: string;
  readonly coefficient: string;
  readonly exponent: number;
}

function readDecimal(text: string): Decimal {
  const [, minus = "", whole = "", fraction = "", power = "0"] =
    /^(-?)\+?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const coefficient = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  return { sign: minus, coefficient, exponent: Number(power) - fraction.length };
}

function sameNumber(one: Decimal, other: Decimal): boolean {
  const [a, b] = [withoutTrailingZeros(one), withoutTrailingZeros(other)];
  if (a.coefficient === "0" || b.coefficient === "0") return a.coefficient === b.coefficient;
  return a.sign === b.sign && a.coefficient === b.coefficient && a.exponent === b.exponent;
}

function withoutTrailingZeros({ sign, coefficient, exponent }: Decimal): Decimal {
  const short = coefficient.replace(/(?<=\d)0+$/, "");
  return { sign, coefficient: short, exponent: exponent + coefficient.length - short.length };
}

/** Prints a number like Java's `Double.toString`: scientific below 10⁻³ and from 10⁷. */
function doubleText(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (size === 0) return `${sign}0.0`;
  const { coefficient, exponent } = withoutTrailingZeros(readDecimal(String(size)));
  if (size >= 1e-3 && size < 1e7) {
    const text = plainText(coefficient, exponent);
    return sign + (text.includes(".") ? text : `${text}.0`);
  }
  const power = exponent + coefficient.length - 1;
  return `${sign}${coefficient.charAt(0)}.${coefficient.slice(1) || "0"}E${power}`;
}

/**
 * Prints a number like Java's `BigDecimal.toString`: scientific below 10⁻⁶ and for positive powers.
 */
function exactText({ sign, coefficient, exponent }: Decimal): string {
  const power = exponent + coefficient.length - 1;
  if (exponent <= 0 && power >= -6) return sign + plainText(coefficient, exponent);
  const fraction = coefficient.length > 1 ? `.${coefficient.slice(1)}` : "";
  return `${sign}${coefficient.charAt(0)}${fraction}E${power < 0 ? "" : "+"}${power}`;
}

function plainText(coefficient: string, exponent: number): string {
  if (exponent >= 0) return coefficient + "0".repeat(exponent);
  const padded = coefficient.padStart(1 - exponent, "0");
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
