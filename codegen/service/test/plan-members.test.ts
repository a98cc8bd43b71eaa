import { describe, expect, it } from "vitest";
import type { MemberPlan } from "../src/shape-plan.js";
import { demo, planOf } from "./load-plan.js";

function inputMembers(members: string, ...shapes: readonly string[]): Record<string, MemberPlan> {
  const input = planOf(demo(members, ...shapes)).shapes.find(({ name }) => name === "DoInput");
  if (input?.kind !== "structure") throw new Error("The input is missing.");
  return Object.fromEntries(input.members.map((member) => [member.name, member]));
}

describe("a planned member", () => {
  it.each([
    ["is required if it has the trait required", "@required a: String", true],
    ["is optional without the trait required", "a: String", false],
    ["is optional if it has a default", 'a: String = "x"', false],
    [
      "is optional if it has the trait clientOptional",
      "@required @clientOptional a: String",
      false,
    ],
    ["is optional if it is an idempotency token", "@required @idempotencyToken a: String", false],
  ])("%s", (_, text, required) => {
    expect(inputMembers(text)["a"]?.required).toBe(required);
  });

  it("can be required by the model although its TypeScript property is optional", () => {
    const { a } = inputMembers("@required @idempotencyToken a: String");
    expect(a).toMatchObject({ required: false, modelRequired: true, idempotencyToken: true });
  });

  it("prefers its constraints to the constraints of its target", () => {
    const { a, b } = inputMembers(
      "@length(min: 2) a: Name, b: Name",
      '@length(min: 1, max: 5) @pattern("^a$") string Name',
    );
    expect(a?.constraints).toEqual({ length: { min: 2 }, pattern: "^a$" });
    expect(b?.constraints).toEqual({ length: { min: 1, max: 5 }, pattern: "^a$" });
  });

  it("has the values of its target enum as a constraint", () => {
    const { a, b } = inputMembers(
      "a: Color, b: Level",
      'enum Color { RED, BLUE = "blue"\n}',
      "intEnum Level { LOW = 1\n HIGH = 9\n}",
    );
    expect(a?.constraints).toEqual({ enum: ["RED", "blue"] });
    expect(b?.constraints).toEqual({ intEnum: [1, 9], number: "intEnum" });
  });

  it("lists internal values: enum values with the trait internal, and string values with the tag internal", () => {
    const { a, b } = inputMembers(
      "a: Size, b: Word",
      "enum Size { SMALL, @internal HUGE }",
      '@enum([{ value: "x", name: "X" }, { value: "y", name: "Y", tags: ["internal"] }]) string Word',
    );
    expect(a?.constraints).toEqual({ enum: ["SMALL", "HUGE"], internalValues: ["HUGE"] });
    expect(b?.constraints).toEqual({ enum: ["x", "y"], internalValues: ["y"] });
  });

  it("has an enum type if its target has the trait `@enum`, even without names, like AWS's generator", () => {
    const { a } = inputMembers(
      "a: Unit",
      '@enum([{ value: "Miles" }, { value: "km/h" }]) string Unit',
    );
    expect(a?.type).toMatchObject({ kind: "named", of: "enum", typeName: "Unit" });
    expect(a?.constraints).toEqual({ enum: ["Miles", "km/h"] });
  });

  it("contains the kind of its number, because its schema does not", () => {
    const { a, b } = inputMembers("a: Integer, b: Double");
    expect(a?.constraints).toEqual({ number: "integer" });
    expect(b?.constraints).toEqual({ number: "double" });
  });

  it("inherits documentation and sensitivity from its target, but not deprecation", () => {
    const { a, b } = inputMembers(
      "a: Secret, /// Mine.\n b: Secret",
      "/// A secret.\n@sensitive @deprecated string Secret",
    );
    expect(a).toMatchObject({ documentation: "A secret.", sensitive: true, deprecated: undefined });
    expect(b?.documentation).toBe("Mine.");
  });
});

describe("the planned type of a member", () => {
  it.each([
    ["String", { kind: "string" }],
    ["Long", { kind: "number", number: "long" }],
    ["BigInteger", { kind: "bigInteger" }],
    ["BigDecimal", { kind: "bigDecimal" }],
    ["Timestamp", { kind: "timestamp" }],
    ["Blob", { kind: "blob" }],
    ["Document", { kind: "document" }],
    ["Tag", { kind: "named", shape: "demo#Tag", of: "structure", typeName: "Tag" }],
    ["Names", { kind: "list", shape: "demo#Names", member: { kind: "string" }, sparse: true }],
    [
      "Counts",
      {
        kind: "map",
        shape: "demo#Counts",
        key: { kind: "string" },
        value: { kind: "number", number: "integer" },
        sparse: false,
      },
    ],
  ])("is derived from %s", (target, type) => {
    const shapes = `structure Tag {}
      @sparse list Names { member: String }
      map Counts { key: String, value: Integer }`;
    expect(inputMembers(`a: ${target}`, shapes)["a"]?.type).toEqual(type);
  });
});
