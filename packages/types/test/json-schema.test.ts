import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import type { JsonSchema, Validator } from "@tinsmith/validation";
import { describe, expect, it } from "vitest";
import * as documents from "../src/json-schema.js";
import * as validators from "../src/validators.js";

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);

const pairs: [string, JsonSchema, Validator<unknown> | undefined][] = Object.entries(documents).map(
  ([name, document]) => [
    name,
    document,
    new Map<string, Validator<unknown>>(Object.entries(validators)).get(name),
  ],
);

/** Removes the annotations of a schema. */
function withoutAnnotations(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutAnnotations);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(annotations.has(key) && typeof value !== "object"))
      .map(([key, value]) => [key, withoutAnnotations(value)]),
  );
}
const annotations = new Set(["description", "default", "deprecated"]);

describe("the JSON Schema documents", () => {
  it("include a document for every validator", () => {
    expect(Object.keys(documents)).toEqual(Object.keys(validators));
    expect(pairs.length).toBeGreaterThan(40);
  });
});

describe.each(pairs)("the JSON Schema of %s", (_name, document, validator) => {
  it("is valid, and equals the JSON Schema of the validator", () => {
    expect(ajv.validateSchema(document)).toBe(true);
    ajv.compile(document);
    expect(withoutAnnotations(document)).toEqual(
      validator?.["~standard"].jsonSchema.output({ target: "draft-2020-12" }),
    );
  });
});

const anything = fc.oneof(
  fc.constantFrom<unknown>("", "abc", "111122223333", "a b", "é", -1, 0, 25, 2 ** 31, 1.5, null),
  fc.constantFrom<unknown>([], {}, true, [{}], { Key: "k", Value: "v" }),
);
const record = fc.record(
  {
    Timestamp: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
      },
      anything,
    ),
    Dimension: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom("users", "a".repeat(255), "") },
      anything,
    ),
    Quantity: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -1 }) }, anything),
    CustomerAWSAccountId: fc.oneof({ weight: 5, arbitrary: fc.constant("111122223333") }, anything),
    UsageAllocations: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(
          fc.record({
            AllocatedUsageQuantity: fc.nat(),
            Tags: fc.array(fc.constant({ Key: "k", Value: "v" }), { maxLength: 6 }),
          }),
          { maxLength: 2 },
        ),
      },
      anything,
    ),
  },
  { requiredKeys: ["Timestamp", "Dimension"] },
);

describe("the JSON Schema of UsageRecord", () => {
  it("accepts and rejects the same records as the validator", () => {
    const matches = ajv.compile(documents.UsageRecord);
    const outcomes = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(record, (value) => {
        const { issues } = validators.UsageRecord["~standard"].validate(value);
        outcomes[issues ? "refused" : "accepted"]++;
        expect(matches(JSON.parse(JSON.stringify(value)))).toBe(issues === undefined);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(outcomes.accepted, outcomes.refused)).toBeGreaterThan(100);
  });
});
