import { describe, expect, expectTypeOf, it } from "vitest";
import { validator } from "../../src/index.js";
import { convertInput, ParameterValidationError } from "../../src/params/index.js";
import { Animal } from "../zoo.js";
import type { AnimalValue } from "../zoo.js";

const all = {
  number: true,
  string: true,
  boolean: true,
  timestamp: true,
  blob: "base64",
} as const;

describe("convertInput", () => {
  it("converts each value to its type in the model", () => {
    const converted = convertInput(
      Animal,
      {
        name: "tom",
        legs: "4",
        weight: " 1.5e0 ",
        born: "2026-11-01T05:00:00Z",
        photo: "AAEC",
        tame: "true",
        nicknames: [7, true],
        young: [
          { name: "kit", born: 1.5 },
          { name: "kat", born: "1700000000" },
        ],
      },
      all,
    );
    expect(converted).toEqual({
      name: "tom",
      legs: 4,
      weight: 1.5,
      born: new Date("2026-11-01T05:00:00Z"),
      photo: new Uint8Array([0, 1, 2]),
      tame: true,
      nicknames: ["7", "true"],
      young: [
        { name: "kit", born: new Date(1500) },
        { name: "kat", born: new Date(1_700_000_000_000) },
      ],
    });
    expectTypeOf(converted).toEqualTypeOf<AnimalValue>();
  });

  it("does not modify its input, and copies only the parts that change", () => {
    const valid = { name: "tom", young: [{ name: "kit" }] };
    expect(convertInput(Animal, valid, all)).toBe(valid);
    const input = { name: "tom", legs: "4", young: [{ name: "kit" }] };
    const converted = convertInput(Animal, input, all);
    expect(converted.young).toBe(input.young);
    expect(input.legs).toBe("4");
  });

  it("converts only the selected types, and the compiler rejects other types", () => {
    expect(() =>
      // @ts-expect-error a string is accepted only if numbers are converted
      convertInput(Animal, { name: "tom", legs: "4" }, { timestamp: true }),
    ).toThrow("expected legs to be an integer from -128 to 127, got a string");
    // @ts-expect-error a number is never converted to a boolean
    expect(() => convertInput(Animal, { name: "tom", tame: 1 }, all)).toThrow("to be a boolean");
  });

  it("converts a string to its UTF-8 bytes for the option utf8", () => {
    expect(convertInput(Animal, { name: "tom", photo: "äb" }, { blob: "utf8" }).photo).toEqual(
      new Uint8Array([0xc3, 0xa4, 0x62]),
    );
  });

  it("converts strings to big integers", () => {
    const Big = validator<bigint>(17);
    expect(convertInput(Big, "12345678901234567890", all)).toBe(12345678901234567890n);
    expect(
      convertInput(validator<{ n: bigint }>([3, "n", "S", 0, ["n"], [17]]), { n: "7" }, all),
    ).toEqual({ n: 7n });
  });

  it.each<[string, unknown, string]>([
    ["legs", "four", "an integer from -128 to 127"],
    ["legs", "", "an integer from -128 to 127"],
    ["legs", "0x10", "an integer from -128 to 127"],
    ["born", "1 November 2026", "a Date"],
    ["born", "2026-11-01T05:00:00", "a Date"],
    ["photo", "not base64!", "a Uint8Array"],
    ["tame", "yes", "a boolean"],
  ])("throws an error for the member %s with the value %j", (member, value, expected) => {
    const input: AnimalValue = JSON.parse(JSON.stringify({ name: "tom", [member]: value }));
    expect(() => convertInput(Animal, input, all)).toThrow(ParameterValidationError);
    expect(() => convertInput(Animal, input, all)).toThrow(
      `expected ${member} to be ${expected}, got a string`,
    );
  });
});
