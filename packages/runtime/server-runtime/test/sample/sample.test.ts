import type { StaticListSchema, StaticMapSchema, StaticStructureSchema } from "@smithy/types";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberNamesOf, memberRefsOf } from "@tinsmith/schema";
import { sampleOf } from "../../src/sample/sample.js";
import { textForPattern } from "../../src/sample/text-for-pattern.js";
import { compileValidator } from "../../src/validation/compile-validator.js";
import type { Constraints } from "@tinsmith/validation";

const ns = "example";
const Tag$: StaticStructureSchema = [3, ns, "Tag", 0, ["Key", "Value"], [0, 0], 2];
const Tags$: StaticListSchema = [1, ns, "Tags", 0, () => Tag$];
const Colors$: StaticListSchema = [1, ns, "Colors", 0, 0];
const Limits$: StaticMapSchema = [2, ns, "Limits", 0, 0, 1];
const Thing$: StaticStructureSchema = [
  3,
  ns,
  "Thing",
  0,
  ["Id", "Arn", "Count", "Kind", "Tags", "Colors", "Limits", "At", "Data"],
  [0, 0, 1, 0, () => Tags$, () => Colors$, () => Limits$, 4, 21],
  1,
];
const constraints: Constraints = {
  Thing: {
    Id: { required: true, length: { min: 30, max: 40 }, pattern: "^[a-f0-9]+$" },
    Arn: { pattern: "^arn:aws[a-zA-Z-]*:[a-z]{3,7}:(?:us|eu)-\\d:\\d{12}:thing\\/\\S+$" },
    Count: { range: { min: -3, max: 7 } },
    Kind: { enum: ["A", "B"] },
    Tags: { length: { min: 2, max: 5 } },
    Colors: { length: { min: 3, max: 3 }, uniqueItems: true },
    Limits: { length: { min: 2 } },
    Data: { length: { min: 20 } },
  },
  Tag: { Key: { required: true, length: { min: 1, max: 4 } }, Value: { pattern: "[\\s\\S]+" } },
  Colors: { member: { enum: ["red", "green", "blue"] } },
  Limits: { key: { pattern: "^[A-Z]{4}$" }, value: { range: { min: 1.5, max: 2.5 } } },
};

describe("a sample", () => {
  it("meets every constraint of the model for any seed", () => {
    const validate = compileValidator(Thing$, constraints);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(validate(sampleOf(Thing$, { constraints, seed }))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("is the same for the same seed, and differs for another seed", () => {
    const sample = (seed: string) => sampleOf(Thing$, { constraints, seed });
    expect(sample("a")).toEqual(sample("a"));
    expect(sample("a")).not.toEqual(sample("b"));
  });

  it("does not change when the shape gains a member", () => {
    const Larger$: StaticStructureSchema = [
      3,
      ns,
      "Thing",
      0,
      ["New", ...memberNamesOf(Thing$)],
      [[1, ns, "News", 0, 0], ...memberRefsOf(Thing$)],
    ];
    expect(sampleOf(Larger$, { constraints })).toMatchObject(
      Object(sampleOf(Thing$, { constraints })),
    );
  });

  it("is finite for recursive shapes", () => {
    const Node$: StaticStructureSchema = [
      3,
      ns,
      "Node",
      0,
      ["name", "next", "children"],
      [0, () => Node$, [1, ns, "Nodes", 0, () => Node$]],
    ];
    expect(sampleOf(Node$)).toEqual({ name: expect.stringMatching(/^name-[0-9a-f]{6}$/) });
  });
});

describe("a string for a pattern", () => {
  it.each([
    "^(?<year>\\d{4})-(0[1-9]|1[0-2])$",
    "^(a|bc)+d?$",
    "^([ab])\\1$",
    "^\\p{Lu}\\p{Ll}{3}$",
    "[^\\s]",
    "^[+ -=._:\\/@]{5}$",
    "^(?:(?=(a*))\\1)b$",
    "^(?:(?=\\p{L})[^a-f])$",
    "",
  ])("matches the pattern %s", (pattern) => {
    for (const seed of ["a", "b", "c"]) {
      expect(textForPattern(pattern, {}, seed)).toMatch(new RegExp(pattern, "u"));
    }
  });

  it("meets the length bounds", () => {
    expect(textForPattern("^[a-z]+$", { min: 64, max: 64 }, "x")).toHaveLength(64);
  });

  it("is undefined for a contradictory pattern", () => {
    expect(textForPattern("^(?!a)a$", {}, "x")).toBeUndefined();
  });
});

describe("a sample of a response", () => {
  const Response$: StaticStructureSchema = [
    3,
    ns,
    "Response",
    0,
    ["Status", "Length", "Checksum", "Tag", "Body"],
    [
      [1, { httpResponseCode: 1 }],
      [1, { httpHeader: "Content-Length" }],
      [0, { httpHeader: "x-amz-checksum-crc32" }],
      [0, { httpHeader: "ETag" }],
      [42, { httpPayload: 1 }],
    ],
  ];

  it("has the status of the operation", () => {
    expect(sampleOf(Response$)).toMatchObject({ Status: 200 });
    expect(sampleOf(Response$, { statusCode: 202 })).toMatchObject({ Status: 202 });
  });

  it("omits members that describe its body", () => {
    const sample = sampleOf(Response$);
    expect(sample).toMatchObject({ Tag: expect.any(String), Body: expect.any(Uint8Array) });
    expect(sample).not.toHaveProperty("Length");
    expect(sample).not.toHaveProperty("Checksum");
  });

  it("contains the required members", () => {
    const required = { Response: { Length: { required: true } } };
    expect(sampleOf(Response$, { constraints: required })).toHaveProperty("Length");
  });
});
