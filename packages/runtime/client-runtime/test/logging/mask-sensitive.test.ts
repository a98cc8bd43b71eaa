import type { StaticListSchema, StaticMapSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { maskSensitive } from "../../src/logging/mask-sensitive.js";

const mask = "***SensitiveInformation***";
const SENSITIVE = 8;
const inner: StaticStructureSchema = [3, "n", "Inner", 0, ["open", "secret"], [0, [0, SENSITIVE]]];
const list: StaticListSchema = [1, "n", "List", 0, () => inner];
const map: StaticMapSchema = [2, "n", "Map", 0, 0, [0, { sensitive: 1 }]];
const hidden: StaticStructureSchema = [3, "n", "Hidden", SENSITIVE, ["a"], [0]];
const outer: StaticStructureSchema = [
  3,
  "n",
  "Outer",
  0,
  ["list", "map", "hidden", "plain"],
  [list, map, hidden, 64],
];

describe("maskSensitive", () => {
  it("masks sensitive members at any depth", () => {
    const value = {
      list: [{ open: "o", secret: "s" }, { open: "p" }],
      map: { key: "value" },
      hidden: { a: "a" },
      plain: ["x"],
      unknown: 1,
    };
    expect(maskSensitive(outer, value)).toEqual({
      list: [{ open: "o", secret: mask }, { open: "p" }],
      map: { key: mask },
      hidden: mask,
      plain: ["x"],
      unknown: 1,
    });
    expect(value.list[0]?.secret).toBe("s");
  });

  it("returns the same object if no member is sensitive", () => {
    const value = { list: [{ open: "o" }], plain: ["x"] };
    expect(maskSensitive(outer, value)).toBe(value);
    expect(maskSensitive("unit", value)).toBe(value);
    expect(maskSensitive(outer, undefined)).toBeUndefined();
  });

  it("masks members that have the names of inherited object properties", () => {
    const hard: StaticStructureSchema = [
      3,
      "n",
      "Hard",
      0,
      ["__proto__", "toString"],
      [
        [0, SENSITIVE],
        [0, SENSITIVE],
      ],
    ];
    const masked = maskSensitive(hard, JSON.parse('{ "__proto__": "secret" }'));
    expect(Object.entries(masked ?? {})).toEqual([["__proto__", mask]]);
  });
});
