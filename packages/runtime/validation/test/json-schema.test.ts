import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Validator } from "../src/index.js";
import { Animal, AnimalList, Escaped, Food } from "./zoo.js";

const documentOf = (schema: Validator<unknown>, target = "draft-2020-12") =>
  schema["~standard"].jsonSchema.input({ target });

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);

describe("the JSON Schema of a validator", () => {
  it("contains structures and unions as definitions", () => {
    expect(documentOf(Food)).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $ref: "#/$defs/Food",
      $defs: {
        Food: {
          type: "object",
          properties: {
            hay: { type: "string" },
            meat: { anyOf: [{ type: "number" }, { enum: ["NaN", "Infinity", "-Infinity"] }] },
          },
          oneOf: [
            { properties: { hay: true }, required: ["hay"] },
            { properties: { meat: true }, required: ["meat"] },
          ],
        },
      },
    });
  });

  it.each([
    ["Animal", Animal],
    ["AnimalList", AnimalList],
    ["Escaped", Escaped],
    ["Food", Food],
  ] as const)(
    "conforms to the meta-schemas of both drafts for %s",
    (_name, schema: Validator<unknown>) => {
      expect(ajv.validateSchema(documentOf(schema))).toBe(true);
      const draft07 = new Ajv();
      addFormats.default(draft07);
      expect(draft07.validateSchema(documentOf(schema, "draft-07"))).toBe(true);
      expect(draft07.compile(documentOf(schema, "draft-07"))({})).toBe(false);
    },
  );

  it("throws an error for an unknown target", () => {
    expect(() => documentOf(Food, "openapi-3.0")).toThrow(
      'Unknown JSON Schema target "openapi-3.0". Expected one of: draft-2020-12, draft-07.',
    );
  });
});

/** Converts a value to the JSON that its JSON Schema describes. */
function asJson(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, asJson(item)]),
  );
}

/**
 * Valid and invalid values of each type, close to the limits of the model. NaN and the infinities
 * occur only as numbers, although they are strings in JSON.
 */
const something = fc.oneof(
  fc.constantFrom<unknown>("tom", "Tom", "", "cat", "k1", "longer-than-8", 0, 3, -1, 4.5, 127, 128),
  fc.constantFrom<unknown>(10.5, 11, true, null, [], {}),
  fc.constantFrom<unknown>(["a", "b"], ["a", "a"], [1, null], [1, 1.5], { k: "abc" }, { x: "a" }),
  fc.constantFrom<unknown>({ k: "abcd" }, { hay: "a" }, { meat: 2 }, { hay: "a", meat: 1 }),
);
const mostly = (...right: readonly unknown[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: something },
  );
const date = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
/**
 * Byte arrays whose length is a multiple of three, because the length of base64 only reflects
 * multiples of three.
 */
const bytes = fc.integer({ min: 0, max: 3 }).map((threes) => new Uint8Array(threes * 3));
const { animal } = fc.letrec<{ animal: object }>((tie) => ({
  animal: fc.record(
    {
      name: mostly("tom", "a", "abcdefgh"),
      token: mostly("t"),
      legs: mostly(0, 4, 127, Number.NaN),
      weight: mostly(0, 10.5, 5, Number.NaN, Infinity),
      born: date,
      photo: bytes,
      tags: mostly({}, { k: "a" }, { k1: "abc", k2: "" }),
      nicknames: mostly([], ["a", "b"]),
      counts: mostly([1, null], []),
      food: mostly({ hay: "a" }, { meat: Number.NaN }, { meat: Infinity }),
      young: fc.array(tie("animal"), { maxLength: 2, depthIdentifier: "young" }),
      tame: mostly(true, false),
      note: something,
      kind: mostly("cat", "dog"),
      other: something,
    },
    { requiredKeys: ["name"] },
  ),
}));

describe("a JSON Schema and its validator", () => {
  it("accept and reject the same random values", () => {
    const matches = ajv.compile(documentOf(Animal));
    const outcomes = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(animal, (value) => {
        const accepted = Animal["~standard"].validate(value).issues === undefined;
        outcomes[accepted ? "accepted" : "rejected"]++;
        expect(matches(asJson(value))).toBe(accepted);
      }),
      { numRuns: 3000 },
    );
    expect(outcomes.accepted).toBeGreaterThan(100);
    expect(outcomes.rejected).toBeGreaterThan(100);
  });
});
