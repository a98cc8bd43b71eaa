import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorName, assignFileNames } from "../../../src/targets/docs/site/file-names.js";

const nameOf = (id: string): string | undefined => assignFileNames([id]).get(id);

describe("assignFileNames", () => {
  it.each([
    ["ns#BatchMeterUsage", "batch-meter-usage"],
    ["ns#CustomerAWSAccountId", "customer-aws-account-id"],
    ["ns#errorMessage", "error-message"],
    ["ns#__proto__", "proto"],
    ["ns#___", "shape"],
    ["ns#../../etc/passwd", "etc-passwd"],
    ["ns#CON", "con-shape"],
    ["ns#Index", "index-shape"],
  ])("returns for the shape %s the name %s", (id, name) => {
    expect(nameOf(id)).toBe(name);
  });

  it("adds a hash to names that are equal or differ only in case", () => {
    const ids = ["a#Tag", "a#TAG", "b#Tag"];
    const names = [...assignFileNames(ids).values()];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^tag-[0-9a-f]{6}$/);
  });

  it("returns names that are valid and distinct on every file system, for any set of ids", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string().map((name) => `ns#${name}`)), (ids) => {
        const names = [...assignFileNames(ids).values()];
        expect(names).toHaveLength(ids.length);
        expect(new Set(names).size).toBe(ids.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,90}[a-z0-9])?$/);
      }),
    );
  });
});

describe("anchorName", () => {
  it("returns distinct anchors without whitespace for distinct names", () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !text.includes("-"));
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const anchors = names.map((each) => anchorName(each));
        expect(anchors.filter((anchor) => /\s/.test(anchor))).toEqual([]);
        expect(new Set(anchors).size).toBe(names.length);
      }),
    );
  });
});
