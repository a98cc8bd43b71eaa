import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences } from "../../src/compare/values.js";
import { bigDecimal, bytes, stream } from "../../src/cases/case-values.js";

const date = new Date("2020-01-01T00:00:00Z");

describe("equal values", () => {
  it.each<[string, () => unknown, () => unknown]>([
    ["NaN and NaN", () => Number.NaN, () => Number.NaN],
    ["dates of the same moment", () => date, () => new Date(date)],
    ["decimals of the same value", () => bigDecimal("1.50"), () => bigDecimal("15e-1")],
    ["a stream and its bytes", () => stream("abc"), () => bytes("abc")],
    ["an undefined and an absent member", () => ({ a: 1, b: undefined }), () => ({ a: 1 })],
    [
      "objects without prototype",
      () => Object.assign(Object.create(null), { a: 1 }),
      () => ({ a: 1 }),
    ],
    [
      "a random token and the placeholder for any token",
      () => "b1e2c3d4-0000-4abc-9def-000000000001",
      () => "00000000-0000-4000-8000-000000000000",
    ],
  ])("include %s", async (_, actual, expected) => {
    expect(await differences(actual(), expected())).toEqual([]);
  });

  it("include every value and its clone", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
        async (value) => {
          expect(await differences(structuredClone(value), value)).toEqual([]);
        },
      ),
    );
  });
});

describe("different values", () => {
  it.each<[string, unknown, unknown, string]>([
    ["a number and its bigint", 1, 1n, "value: expected 1n, got 1"],
    ["zeros of different signs", 0, -0, "value: expected -0, got 0"],
    ["NaN and null", null, Number.NaN, "value: expected NaN, got null"],
    [
      "big integers in their last digit",
      9007199254740993n,
      9007199254740992n,
      "value: expected 9007199254740992n, got 9007199254740993n",
    ],
    [
      "decimals in their last digit",
      bigDecimal("0.10000000000000000001"),
      bigDecimal("0.1"),
      "value: expected the decimal 0.1, got the decimal 0.10000000000000000001",
    ],
    [
      "objects of which one has an additional member",
      { a: { b: 1 } },
      { a: {} },
      "a.b: unexpected, 1",
    ],
    [
      "objects of which one lacks a member",
      { a: [{}] },
      { a: [{ b: 1 }] },
      "a[0].b: absent, expected 1",
    ],
    ["lists of different lengths", { a: [1] }, { a: [1, 2] }, "a: expected [1, 2], got [1]"],
    ["bytes", { a: bytes("x") }, { a: bytes("y") }, 'a: expected bytes "y", got bytes "x"'],
    ["a text and its bytes", "x", bytes("x"), 'value: expected bytes "x", got "x"'],
    [
      "a date and its text",
      date.toISOString(),
      date,
      'value: expected 2020-01-01T00:00:00.000Z, got "2020-01-01T00:00:00.000Z"',
    ],
    ["a null and an absent entry of a map", {}, { a: null }, "a: absent, expected null"],
  ])("include %s", async (_, actual, expected, difference) => {
    expect(await differences(actual, expected)).toEqual([difference]);
  });

  it("are reported all at once", async () => {
    expect(await differences({ a: 1, b: 2 }, { a: 2, b: 1 })).toHaveLength(2);
  });
});
