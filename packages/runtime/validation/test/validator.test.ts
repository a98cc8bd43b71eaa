import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, it } from "vitest";
import { validator, withPatternMatcher } from "../src/index.js";
import { Animal, AnimalList, Escaped, Food } from "./zoo.js";
import type { AnimalValue } from "./zoo.js";

const base = { name: "tom", token: "t" };

/** Returns the problems of a value as `path: message`. */
function problems(schema: StandardSchemaV1, value: unknown): readonly string[] {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new TypeError("A validator must not return a promise.");
  return (result.issues ?? []).map(
    ({ path, message }) => `${(path ?? []).map(String).join("/")}: ${message}`,
  );
}

describe("a validator", () => {
  it("returns the value itself if it is valid", () => {
    const value = { ...base, born: new Date(0), unknown: 1 };
    const result = Animal["~standard"].validate(value);
    expect(result).toEqual({ value });
    expect("value" in result && result.value).toBe(value);
  });

  it("implements Standard Schema and Standard JSON Schema", () => {
    expect(Animal["~standard"]).toMatchObject({ version: 1, vendor: "tinsmith" });
    expectTypeOf(Animal).toExtend<StandardSchemaV1<unknown, AnimalValue>>();
    expectTypeOf(Animal).toExtend<StandardJSONSchemaV1<unknown, AnimalValue>>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof Animal>>().toEqualTypeOf<AnimalValue>();
  });

  it("reports all problems, each with its path", () => {
    expect(
      problems(Animal, {
        token: 1,
        legs: 4.5,
        young: [base, { ...base, name: "TOO-LONG-A-NAME", born: "yesterday" }],
      }),
    ).toEqual([
      "name: Is required",
      "legs: Must be an integer from -128 to 127, not a number",
      "young/1/name: Must have a length of 1 to 8, not 15",
      "young/1/name: Must match the pattern ^[a-z]+$",
      "young/1/born: Must be a Date, not a string",
      "token: Must be a string, not a number",
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      "an integer outside of its type's range",
      { legs: 128 },
      ["legs: Must be an integer from -128 to 127, not a number"],
    ],
    ["a number outside of its range", { weight: 11 }, ["weight: Must be 0 to 10.5"]],
    ["NaN for a number with a range", { weight: Number.NaN }, ["weight: Must be 0 to 10.5"]],
    [
      "an invalid date",
      { born: new Date(Number.NaN) },
      ["born: Must be a Date, not an invalid Date"],
    ],
    [
      "a blob that is too short",
      { photo: new Uint8Array(2) },
      ["photo: Must have a length of 3 to 6, not 2"],
    ],
    ["text for a blob", { photo: "abcd" }, ["photo: Must be a Uint8Array, not a string"]],
    [
      "null for an optional member",
      { legs: null },
      ["legs: Must be an integer from -128 to 127, not null"],
    ],
    ["null in a dense list", { nicknames: [null] }, ["nicknames/0: Must be a string, not null"]],
    ["a hole in a dense list", { nicknames: [undefined] }, ["nicknames/0: Is required"]],
    ["duplicate items", { nicknames: ["a", "a"] }, ["nicknames: Must not contain duplicates"]],
    ["an unknown value of an enum", { kind: "cow" }, ["kind: Must be one of cat, dog"]],
    [
      "a map key that does not match",
      { tags: { x: "1" } },
      ["tags/x: The key must match the pattern ^k"],
    ],
    [
      "a map value that is too long",
      { tags: { k: "long" } },
      ["tags/k: Must have a length of at most 3, not 4"],
    ],
    ["an array for a structure", { young: [[]] }, ["young/0: Must be an object, not an array"]],
    ["a date for a map", { tags: new Date(0) }, ["tags: Must be an object, not a Date"]],
    [
      "a function for a document",
      { note: () => 1 },
      ["note: Must be a document (null, boolean, number, string, array or object), not a function"],
    ],
    [
      "a union without a member",
      { food: {} },
      ["food: Must have exactly one of hay, meat, not none"],
    ],
    [
      "a union with two members",
      { food: { hay: "a", meat: 1 } },
      ["food: Must have exactly one of hay, meat, not hay, meat"],
    ],
    [
      "a union with an unknown member",
      { food: { $unknown: ["x", 1] } },
      ["food: Must have exactly one of hay, meat, not none"],
    ],
  ])("rejects %s", (_name, members, expected) => {
    expect(problems(Animal, { ...base, ...members })).toEqual(expected);
  });

  it.each<[string, object]>([
    ["null in a sparse list", { counts: [1, null] }],
    ["null for a document", { note: null }],
    ["members that are not in the model", { color: "red" }],
    ["an optional member that is undefined", { legs: undefined }],
    ["inherited properties with the names of members", Object.create({ legs: 4, ...base })],
    ["values at their bounds", { legs: 0, weight: 10.5, photo: new Uint8Array(6) }],
  ])("accepts %s", (_name, members) => {
    expect(problems(Animal, { ...base, ...members })).toEqual([]);
  });

  it("does not treat properties of Object.prototype as members", () => {
    const Odd = validator<{ constructor?: string }>([3, "n", "Odd", 0, ["constructor"], [0]]);
    expect(problems(Odd, {})).toEqual([]);
    expect(problems(Odd, JSON.parse('{"constructor":1}'))).toEqual([
      "constructor: Must be a string, not a number",
    ]);
  });

  it("validates a shape with the name __proto__", () => {
    const Proto = validator<{ a: string }>([3, "n", "__proto__", 0, ["a"], [0], 1], {
      members: { a: { required: true } },
    });
    expect(problems(Proto, {})).toEqual(["a: Is required"]);
  });

  it("checks the constraints of the root shape, not only those of its members", () => {
    expect(problems(AnimalList, [])).toEqual([": Must have a length of at least 1, not 0"]);
    expect(problems(validator<string>(0, { own: { pattern: "^a" } }), "b")).toEqual([
      ": Must match the pattern ^a",
    ]);
  });

  it("requires an error to have the name of its shape", () => {
    const error = { name: "Escaped", $fault: "client", message: "Gone", animal: base };
    expect(problems(Escaped, error)).toEqual([]);
    expect(problems(Escaped, Object.assign(new Error("Gone"), error))).toEqual([]);
    expect(problems(Escaped, { ...error, name: "Other", message: undefined })).toEqual([
      "name: Must be Escaped",
      "message: Must be a string, not undefined",
    ]);
  });

  it("never includes a value in its messages", () => {
    const secret = "s3cret!";
    const found = problems(Animal, { name: secret, kind: secret, legs: secret, young: secret });
    expect(found).toHaveLength(5);
    expect(found.join()).not.toContain(secret);
  });

  it("matches patterns with a custom matcher", () => {
    const seen: string[] = [];
    const Careful = withPatternMatcher(Animal, (pattern) => (text) => {
      seen.push(`${pattern} ${text}`);
      return true;
    });
    expect(problems(Careful, { ...base, name: "NOT" })).toEqual([]);
    expect(seen).toEqual(["^[a-z]+$ NOT"]);
    expect(problems(Food, { hay: "x" })).toEqual([]);
  });
});

describe("a validator of members that may be null", () => {
  const Patch = validator<object>([3, "a", "Patch", 0, ["title", "size"], [0, 1]], {
    members: {
      title: { required: true, nullable: true, length: { min: 1 } },
      size: { number: "integer" },
    },
  });

  it("accepts null only in these members", () => {
    expect(problems(Patch, { title: null })).toEqual([]);
    expect(problems(Patch, {})).toEqual(["title: Is required"]);
    expect(problems(Patch, { title: "" })).toEqual([
      "title: Must have a length of at least 1, not 0",
    ]);
    expect(problems(Patch, { title: null, size: null })).toEqual([
      "size: Must be an integer from -2147483648 to 2147483647, not null",
    ]);
  });

  it("has null in its JSON Schema", () => {
    const schema = Patch["~standard"].jsonSchema.input({ target: "draft-2020-12" });
    expect(schema).toMatchObject({
      $defs: {
        Patch: {
          properties: {
            title: { anyOf: [{ type: "string", minLength: 1 }, { type: "null" }] },
            size: { type: "integer" },
          },
        },
      },
    });
  });
});

describe("a validator of open enums", () => {
  const text = validator<string>(0, { own: { enum: ["a"], openEnum: true } });
  const number = validator<number>(1, { own: { intEnum: [1], openEnum: true, number: "intEnum" } });

  it("accepts values outside of the model", () => {
    expect(problems(text, "b")).toEqual([]);
    expect(problems(number, 2)).toEqual([]);
    expect(problems(number, 1.5)).toHaveLength(1);
  });

  it("does not list the values in its JSON Schema", () => {
    const target = "draft-2020-12" as const;
    expect(text["~standard"].jsonSchema.input({ target })).not.toHaveProperty("enum");
    expect(number["~standard"].jsonSchema.input({ target })).not.toHaveProperty("enum");
  });
});
