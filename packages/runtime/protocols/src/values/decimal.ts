import type { NumericValue } from "@smithy/core/serde";

const format = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A bigDecimal as text. `instanceof NumericValue` is true for it, because that class checks the
 * properties of a value. The class itself is not used, because its module takes 40 ms to load.
 */
export class Decimal implements NumericValue {
  readonly string: string;
  readonly type = "bigDecimal";

  constructor(string: string) {
    this.string = string;
  }

  toString(): string {
    return this.string;
  }
}

/** Returns true for a bigDecimal of any class. */
export const isDecimal = (value: unknown): value is NumericValue =>
  value instanceof Decimal ||
  (typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "bigDecimal" &&
    "string" in value &&
    typeof value.string === "string" &&
    format.test(value.string));
