/** A number with all digits, as in a document or a bigDecimal. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The value in its normal form: `1.50`, `1.5` and `15e-1` are the same number. */
  get value(): string {
    const [, sign = "", whole = "", fraction = "", exponent = "0"] =
      /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(this.text) ?? [];
    const digits = (whole + fraction).replace(/^0+/, "");
    const significant = digits.replace(/0+$/, "");
    if (significant === "") return "0";
    const scale = Number(exponent) - fraction.length + digits.length - significant.length;
    return `${sign === "-" ? "-" : ""}${significant}e${scale}`;
  }

  toString(): string {
    return this.text;
  }
}
