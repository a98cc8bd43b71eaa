import { describe, expect, it } from "vitest";
import { ast, messages, transformed } from "./transformed.js";

describe("changeTypes", () => {
  it("changes simple types, structures and unions", () => {
    const before = `
      string A
      structure S { a: A }
      union U { a: A }
      enum E { X }`;
    const shapeTypes = { "a#A": "long", "a#S": "union", "a#U": "structure", "a#E": "string" };
    expect(transformed(before, "changeTypes", { shapeTypes })).toEqual(
      ast("long A\nunion S { a: A }\nstructure U { a: A }\nstring E"),
    );
  });

  it("changes a set to a list of unique items", () => {
    expect(
      transformed("list L { member: String }", "changeTypes", { shapeTypes: { "a#L": "set" } }),
    ).toEqual(ast("@uniqueItems list L { member: String }"));
  });

  it("changes a string with the trait enum to an enum, and synthesizes missing names on request", () => {
    const before = '@documentation("D") @enum([{ value: "a b" }]) string E';
    const shapeTypes = { "a#E": "enum" };
    expect(transformed(before, "changeTypes", { shapeTypes, synthesizeEnumNames: true })).toEqual(
      ast('@documentation("D") enum E {\n a_b = "a b"\n }'),
    );
    expect(messages(before, { name: "changeTypes", args: { shapeTypes } })).toEqual([
      'changeTypes: shapeTypes.a#E: a#E has no name for the value "a b"',
    ]);
  });

  it("rejects unknown types, unknown shapes and impossible changes", () => {
    const text = "string A\nstructure S {}";
    const change = (id: string, type: string) =>
      messages(text, { name: "changeTypes", args: { shapeTypes: { [id]: type } } });
    expect(change("a#A", "strin")[0]).toMatch(/^changeTypes: shapeTypes.a#A: unknown type "strin"/);
    expect(change("a#B", "string")).toEqual([
      "changeTypes: shapeTypes.a#B: the model has no shape a#B",
    ]);
    expect(change("a#S", "string")).toEqual([
      "changeTypes: shapeTypes.a#S: a#S is of type structure, which cannot become string",
    ]);
    expect(change("a#A", "enum")).toEqual([
      'changeTypes: shapeTypes.a#A: a#A has no trait "enum" to become an enum by',
    ]);
  });
});

describe("changeStringEnumsToEnumShapes", () => {
  const text = `
    @enum([
      { value: "1", name: "A", documentation: "D", deprecated: true },
      { value: "2", name: "B", tags: ["internal"] }
    ])
    string Named
    @enum([{ value: "x" }])
    string Unnamed`;
  const named = `
    enum Named {
      /// D
      @deprecated
      A = "1"
      @tags(["internal"])
      @internal
      B = "2"
    }`;

  it("changes strings whose values have names to enums", () => {
    expect(transformed(text, "changeStringEnumsToEnumShapes")).toEqual(
      ast(`${named}\n@enum([{ value: "x" }]) string Unnamed`),
    );
  });

  it("synthesizes names from values on request, if possible", () => {
    expect(
      transformed(
        `${text}\n@enum([{ value: "1" }]) string Number`,
        "changeStringEnumsToEnumShapes",
        {
          synthesizeNames: true,
        },
      ),
    ).toEqual(ast(`${named}\nenum Unnamed { x }\n@enum([{ value: "1" }]) string Number`));
  });
});
