import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anchorName, assignFileNames } from "../../../src/targets/docs/site/file-names.js";

const nameOf = (id: string): string | undefined => assignFileNames([id]).get(id);

it.each([
  ["ns#BatchMeterUsage", "batch-meter-usage"],
  ["ns#CustomerAWSAccountId", "customer-aws-account-id"],
  ["ns#errorMessage", "error-message"],
  ["ns#__proto__", "proto"],
  ["ns#___", "shape"],
  ["ns#../../etc/passwd", "etc-passwd"],
  ["ns#CON", "con-shape"],
  ["ns#Index", "index-shape"],
])("%s is the file %s", (id, name) => {
  expect(nameOf(id)).toBe(name);
});

it("names that differ in case only, or in nothing, get files that differ in more", () => {
  const ids = ["a#Tag", "a#TAG", "b#Tag"];
  const names = [...assignFileNames(ids).values()];
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^tag-[0-9a-f]{6}$/);
});

it("every set of ids gets file names that are safe and distinct on any file system", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string().map((name) => `ns#${name}`)), (ids) => {
      const names = [...assignFileNames(ids).values()];
      expect(names).toHaveLength(ids.length);
      expect(new Set(names).size).toBe(ids.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,90}[a-z0-9])?$/);
    }),
  );
});

it("an anchor has no white space and no two names share one", () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !text.includes("-"));
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const anchors = names.map((each) => anchorName(each));
      expect(anchors.filter((anchor) => /\s/.test(anchor))).toEqual([]);
      expect(new Set(anchors).size).toBe(names.length);
    }),
  );
});
