import { describe, expect, it } from "vitest";
import { ast, messages, transformed } from "./transformed.js";

describe("renameShapes", () => {
  it("renames a shape and all references to it, also in text", () => {
    const text = (name: string, trait: string) => `
      metadata about = { of: "a#${name}" }
      namespace a
      @trait structure ${trait} { @idRef id: String }
      @mixin structure M { x: ${name} }
      @${trait}(id: "a#${name}") structure ${name} { next: ${name} }
      structure S with [M] {}
      apply S$x @${trait}
      list L { member: ${name} }
      operation O { input: ${name}, errors: [] }
      service V { version: "1", operations: [O], rename: { "a#${name}": "Other" } }
      resource R { identifiers: { id: String }, read: O }`;
    expect(
      transformed(text("Old", "oldTrait"), "renameShapes", {
        renamed: { "a#Old": "a#New", "a#oldTrait": "a#newTrait" },
      }),
    ).toEqual(ast(text("New", "newTrait")));
  });

  it("can swap the names of two shapes", () => {
    expect(
      transformed("structure A { b: B }\nstring B", "renameShapes", {
        renamed: { "a#A": "a#B", "a#B": "a#A" },
      }),
    ).toEqual(ast("structure B { b: A }\nstring A"));
  });

  it("rejects relative ids, unknown ids and ids that already exist", () => {
    const rename = (renamed: Readonly<Record<string, string>>) =>
      messages("string A\nstring B", { name: "renameShapes", args: { renamed } });
    expect(rename({ A: "a#C" })).toEqual([
      'renameShapes: renamed.A: "A" is not an absolute shape id',
    ]);
    expect(rename({ "a#C": "a#D" })).toEqual([
      "renameShapes: renamed.a#C: the model has no shape a#C",
    ]);
    expect(rename({ "a#A": "aws.api#A" })).toEqual([
      "renameShapes: renamed.a#A: a#A cannot be renamed to aws.api#A: its namespace belongs to the language",
    ]);
    expect(rename({ "a#A": "a#b" })).toEqual([
      "renameShapes: renamed.a#A: a#A cannot be renamed to a#b: the id conflicts with a#B",
    ]);
  });
});

describe("flattenNamespaces", () => {
  const service = `
    namespace a
    service S { version: "1", operations: [O], rename: { "b#Type": "OtherType" } }
    operation O { input := { type: Type, other: b#Type } }
    string Type
    string Unconnected`;
  const other = 'namespace b\nstring Type\n@tags(["x"]) string Tagged\n@tags(["x"]) string S\n';

  it("moves the closure of a service, with the renames of the service, and tagged shapes", () => {
    const args = { service: "a#S", namespace: "c", includeTagged: ["x"] };
    expect(transformed([service, other], "flattenNamespaces", args)).toEqual(
      ast([
        `namespace c
        service S { version: "1", operations: [O] }
        operation O { input := { type: Type, other: OtherType } }
        string Type
        string OtherType
        @tags(["x"]) string Tagged`,
        "namespace a\nstring Unconnected",
        'namespace b\n@tags(["x"]) string S',
      ]),
    );
  });

  it("rejects unknown services, invalid namespaces and conflicting names", () => {
    const flatten = (args: { readonly service: string; readonly namespace: string }) =>
      messages([service, other], { name: "flattenNamespaces", args });
    expect(flatten({ service: "a#T", namespace: "c" })).toEqual([
      "flattenNamespaces: service: a#T is not a service of the model",
    ]);
    expect(flatten({ service: "a#S", namespace: "c d" })).toEqual([
      'flattenNamespaces: namespace: "c d" is not a valid namespace',
    ]);
    expect(flatten({ service: "a#S", namespace: "b" })).toEqual([
      "flattenNamespaces: namespace: a#S cannot be renamed to b#S: the id conflicts with b#S",
    ]);
  });
});
