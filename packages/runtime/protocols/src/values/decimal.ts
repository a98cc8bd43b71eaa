import type { NumericValue } from "@smithy/core/serde";

const format = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A bigDecimal: its digits. It is a `NumericValue` to that class's own `instanceof`, which goes by what a value looks
 * like; the class itself would cost every client the 40 ms that its module takes to load.
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

/** Whether a value is a bigDecimal, of whichever class. */
export const isDecimal = (value: unknown): value is NumericValue =>
  value instanceof Decimal ||
  (typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "bigDecimal" &&
    "string" in value &&
    typeof value.string === "string" &&
    format.test(value.string));
