import { describe, expect, it } from "vitest";
import type { SchemaPlan } from "../src/schema-plan.js";
import { demo, planOf } from "./load-plan.js";

function schemas(members: string, ...shapes: readonly string[]): Record<string, SchemaPlan> {
  const plans = planOf(demo(members, ...shapes)).schemas;
  return Object.fromEntries(plans.map((schema) => [schema.schemaName, schema]));
}

function inputOf(members: string, ...shapes: readonly string[]) {
  const input = schemas(members, ...shapes)["DoInput$"];
  if (input?.kind !== "structure") throw new Error("The input is missing.");
  return input;
}

describe("the planned schema of a structure", () => {
  it("lists required members first, and states their number", () => {
    const input = inputOf("a: String, @required b: String, c: String, @required d: String");
    expect(input.members.map(({ name }) => name)).toEqual(["b", "d", "a", "c"]);
    expect(input.requiredCount).toBe(2);
  });

  it("refers to simple types by number", () => {
    const members = [
      "String 0",
      "Integer 1",
      "Long 1",
      "Boolean 2",
      "Timestamp 4",
      "Document 15",
      "BigInteger 17",
      "BigDecimal 19",
      "Blob 21",
      "Color 0",
      "Level 1",
    ].map((text) => text.split(" "));
    const input = inputOf(
      members.map(([type], index) => `m${index}: ${type}`).join(", "),
      "enum Color { RED }",
      "intEnum Level { LOW = 1\n}",
    );
    expect(input.members.map(({ ref }) => ref.kind === "sentinel" && ref.value)).toEqual(
      members.map(([, value]) => Number(value)),
    );
  });

  it("prefers the timestamp format of a member to the format of its target", () => {
    const input = inputOf(
      '@timestampFormat("http-date") a: When, b: When',
      '@timestampFormat("epoch-seconds") timestamp When',
    );
    expect(input.members.map(({ ref }) => ref)).toEqual([
      { kind: "sentinel", value: 6 },
      { kind: "sentinel", value: 7 },
    ]);
  });

  it("encodes traits as bits if bits suffice, otherwise as an object", () => {
    const input = inputOf('@idempotencyToken a: String, @jsonName("B") b: String, c: String');
    expect(input.members.map(({ traits }) => traits)).toEqual([4, { jsonName: "B" }, 0]);
  });
});

describe("the planned schema of a list or map of simple values", () => {
  it("is a number if it has no traits", () => {
    const input = inputOf(
      "a: Names, b: Flags",
      "list Names { member: String }",
      "map Flags { key: String, value: Boolean }",
    );
    expect(input.members.map(({ ref }) => ref)).toEqual([
      { kind: "sentinel", value: 0, container: "list" },
      { kind: "sentinel", value: 2, container: "map" },
    ]);
  });

  it.each([
    ["its entries have constraints", "list Names { @length(max: 3) member: String }"],
    ["its entries are numbers of a specific kind", "list Names { member: Integer }"],
    ["it is sparse", "@sparse list Names { member: String }"],
    ["its entries are sensitive", "list Names { member: Secret }\n@sensitive string Secret"],
  ])("is a constant if %s", (_, shapes) => {
    expect(schemas("a: Names", shapes)["Names$"]?.kind).toBe("list");
  });
});

describe("the planned list of schemas", () => {
  it("contains referenced schemas first, so that references need no thunks", () => {
    const all = planOf(
      demo(
        "a: A",
        "structure A { b: Bs }",
        "list Bs { member: B }",
        "structure B { c: C }",
        "structure C {}",
      ),
    ).schemas;
    expect(all.map(({ schemaName }) => schemaName)).toEqual([
      "C$",
      "B$",
      "Bs$",
      "A$",
      "DoInput$",
      "Do$",
    ]);
    expect(JSON.stringify(all)).not.toContain('"lazy":true');
  });

  it("requires a thunk only for back references of recursive shapes", () => {
    const all = schemas(
      "tree: Tree",
      "structure Tree { children: Trees, self: Tree }",
      "list Trees { member: Tree }",
    );
    expect(all["Trees$"]).toMatchObject({ member: { ref: { schemaName: "Tree$", lazy: true } } });
    expect(all["Tree$"]).toMatchObject({
      members: [
        { name: "children", ref: { schemaName: "Trees$", lazy: false } },
        { name: "self", ref: { schemaName: "Tree$", lazy: true } },
      ],
    });
    expect(all["DoInput$"]).toMatchObject({ members: [{ ref: { lazy: false } }] });
  });
});
