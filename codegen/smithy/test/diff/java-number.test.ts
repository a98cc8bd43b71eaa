import { describe, expect, it } from "vitest";
import { javaNumber } from "../../src/diff/java-number.js";

describe("javaNumber", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["42", "42"],
    ["9223372036854775808", "9223372036854775808"],
    ["1.0", "1.0"],
    ["1.50", "1.5"],
    ["-0.25", "-0.25"],
    ["0.001", "0.001"],
    ["0.0001", "1.0E-4"],
    ["9999999.5", "9999999.5"],
    ["12345678.5", "1.23456785E7"],
    ["1e21", "1.0E21"],
    ["1E3", "1000.0"],
    ["0.0", "0.0"],
    ["0.10000000000000000000001", "0.10000000000000000000001"],
    ["0.00000010000000000000000000001", "1.0000000000000000000001E-7"],
    ["1e400", "1E+400"],
  ])("prints %s as %s, like messages of the reference implementation", (written, printed) => {
    const value = Number(written);
    expect(javaNumber(value, String(value) === written ? undefined : written)).toBe(printed);
  });
});
