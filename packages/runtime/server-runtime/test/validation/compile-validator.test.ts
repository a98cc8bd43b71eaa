import type { StaticStructureSchema, StaticUnionSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { compileValidator } from "../../src/validation/compile-validator.js";
import type { MemberConstraints } from "@tinsmith/validation";

const ns = "example";

/**
 * Returns the problems of `{ value }` for the constraints and the (simple or list) schema of
 * `value`.
 */
function problemsOf(constraints: MemberConstraints, value: unknown, schema = 0) {
  const Input$: StaticStructureSchema = [3, ns, "Input", 0, ["value"], [schema]];
  return compileValidator(Input$, { Input: { value: constraints } })({ value });
}

describe("a required document", () => {
  it("may be null, but must be present", () => {
    const document = 15;
    expect(problemsOf({ required: true }, null, document)).toEqual([]);
    expect(problemsOf({ required: true }, undefined, document)).toHaveLength(1);
  });
});

describe("the message of smithy.framework#ValidationException", () => {
  const between = { min: 2, max: 8 };

  it.each<[string, MemberConstraints, unknown, string]>([
    [
      "required",
      { required: true },
      undefined,
      "Value at '/value' failed to satisfy constraint: Member must not be null",
    ],
    [
      "required, null",
      { required: true },
      null,
      "Value at '/value' failed to satisfy constraint: Member must not be null",
    ],
    [
      "length",
      { length: between },
      "a",
      "Value with length 1 at '/value' failed to satisfy constraint: Member must have length between 2 and 8, inclusive",
    ],
    [
      "length, lower bound",
      { length: { min: 2 } },
      "a",
      "Value with length 1 at '/value' failed to satisfy constraint: Member must have length greater than or equal to 2",
    ],
    [
      "length, upper bound",
      { length: { max: 1 } },
      "ab",
      "Value with length 2 at '/value' failed to satisfy constraint: Member must have length less than or equal to 1",
    ],
    [
      "length of a blob",
      { length: between },
      new Uint8Array(9),
      "Value with length 9 at '/value' failed to satisfy constraint: Member must have length between 2 and 8, inclusive",
    ],
    [
      "length of a list",
      { length: between },
      [1],
      "Value with length 1 at '/value' failed to satisfy constraint: Member must have length between 2 and 8, inclusive",
    ],
    [
      "length of a map",
      { length: between },
      { a: 1 },
      "Value with length 1 at '/value' failed to satisfy constraint: Member must have length between 2 and 8, inclusive",
    ],
    [
      "range",
      { range: between },
      9,
      "Value at '/value' failed to satisfy constraint: Member must be between 2 and 8, inclusive",
    ],
    [
      "range, lower bound",
      { range: { min: 2.2 } },
      2,
      "Value at '/value' failed to satisfy constraint: Member must be greater than or equal to 2.2",
    ],
    [
      "range, upper bound",
      { range: { max: 8 } },
      9n,
      "Value at '/value' failed to satisfy constraint: Member must be less than or equal to 8",
    ],
    [
      "pattern",
      { pattern: "^[a-m]+$" },
      "xyz",
      "Value at '/value' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-m]+$",
    ],
    [
      "enum with internal values, which are omitted",
      { enum: ["abc", "secret", "def"], internalValues: ["secret"] },
      "x",
      "Value at '/value' failed to satisfy constraint: Member must satisfy enum value set: [abc, def]",
    ],
    [
      "enum",
      { enum: ["abc", "def"] },
      "xyz",
      "Value at '/value' failed to satisfy constraint: Member must satisfy enum value set: [abc, def]",
    ],
    [
      "intEnum",
      { intEnum: [1, 2] },
      3,
      "Value at '/value' failed to satisfy constraint: Member must satisfy enum value set: [1, 2]",
    ],
    [
      "uniqueItems",
      { uniqueItems: true },
      [
        { a: 1, b: new Date(5) },
        { b: new Date(5), a: 1 },
      ],
      "Value at '/value' failed to satisfy constraint: Member must have unique values",
    ],
  ])("describes %s", (_name, constraints, value, message) => {
    expect(problemsOf(constraints, value)).toEqual([{ path: "/value", message }]);
  });

  it.each<[string, MemberConstraints, unknown]>([
    ["an absent optional member", { length: { min: 1 } }, undefined],
    ["a length at its bounds", { length: { min: 1, max: 3 } }, "abc"],
    ["supplementary characters, which count once", { length: { max: 1 } }, "😀"],
    ["an unanchored pattern that matches a part", { pattern: "b" }, "abc"],
    ["a range from space to equals in the pattern [ -=]", { pattern: "^[ -=]+$" }, "5:4<="],
    ["a class with a hyphen", { pattern: "^[\\w\\-.]+$" }, "a.b"],
  ])("is absent for %s", (_name, constraints, value) => {
    expect(problemsOf(constraints, value)).toEqual([]);
  });
});

describe("the paths of problems", () => {
  const Tag$: StaticStructureSchema = [3, ns, "Tag", 0, ["Key"], [0], 1];
  const Input$: StaticStructureSchema = [
    3,
    ns,
    "Input",
    0,
    ["tags", "byName"],
    [
      [1, ns, "TagList", 0, () => Tag$],
      [2, ns, "TagMap", 0, 0, () => Tag$],
    ],
  ];
  const validate = compileValidator(Input$, {
    Tag: { Key: { required: true, length: { min: 1, max: 3 } } },
    TagMap: { key: { length: { max: 4 } } },
  });

  it("contain the index of list items", () => {
    expect(validate({ tags: [{ Key: "a" }, {}] }).map(({ path }) => path)).toEqual(["/tags/1/Key"]);
  });

  it("contain the keys of maps, escaped as JSON pointers require", () => {
    expect(validate({ byName: { "a/~": {} } }).map(({ path }) => path)).toEqual([
      "/byName/a~1~0/Key",
    ]);
  });

  it("end at the map if the problem is one of its keys", () => {
    expect(validate({ byName: { "too-long": { Key: "a" } } })).toEqual([
      {
        path: "/byName",
        message:
          "Value with length 8 at '/byName' failed to satisfy constraint: Member must have length less than or equal to 4",
      },
    ]);
  });

  it("are in the order of the members if several problems occur", () => {
    expect(validate({ tags: [{}, { Key: "abcd" }], byName: { x: {} } }).map((p) => p.path)).toEqual(
      ["/tags/0/Key", "/tags/1/Key", "/byName/x/Key"],
    );
  });
});

describe("a validator", () => {
  it("validates recursive shapes", () => {
    const Tree$: StaticUnionSchema = [4, ns, "Tree", 0, ["leaf", "branch"], [0, () => Tree$]];
    const Input$: StaticStructureSchema = [3, ns, "Input", 0, ["tree"], [() => Tree$]];
    const validate = compileValidator(Input$, { Tree: { leaf: { enum: ["abc"] } } });
    expect(validate({ tree: { branch: { branch: { leaf: "abc" } } } })).toEqual([]);
    expect(
      validate({ tree: { branch: { branch: { leaf: "x" } } } }).map(({ path }) => path),
    ).toEqual(["/tree/branch/branch/leaf"]);
  });

  it("validates a member that has the name of a property of Object", () => {
    const Input$: StaticStructureSchema = [3, ns, "constructor", 0, ["toString"], [0]];
    expect(compileValidator(Input$, {})({ toString: "x" })).toEqual([]);
  });

  it("matches a pattern in linear time, even with a crafted string", () => {
    const pattern = "^([0-9]+)+$";
    // With a backtracking matcher, the test would not end: it would take 2 ** 5000 steps.
    expect(problemsOf({ pattern }, `${"0".repeat(5000)}!`)).toHaveLength(1);
    expect(problemsOf({ pattern }, "0".repeat(5000))).toEqual([]);
  });
});
