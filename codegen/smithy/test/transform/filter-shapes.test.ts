import { describe, expect, it } from "vitest";
import { apply, ast, load, messages, transformed } from "./transformed.js";

describe("removing a shape", () => {
  it("removes the shape from operations, services and resources", () => {
    const text = (tag: string, uses: string, io: string) => `
      service S { version: "1", operations: [${uses}], errors: [${uses && "E"}] }
      ${tag} operation O {}
      ${tag} @error("client") structure E {}
      operation P { ${io} }
      structure I {}
      resource R { ${uses && "read: O"} }`;
    const before = text('@tags(["x"])', "O", "input: I, errors: [E]");
    const after = `
      service S { version: "1" }
      operation P { input: I }
      structure I {}
      resource R {}`;
    expect(transformed(before, "excludeShapesByTag", { tags: ["x"] })).toEqual(ast(after));
  });

  it("removes members that target the shape, and lists and maps of the shape, transitively", () => {
    const before = `
      @internal string Secret
      list Secrets { member: Secret }
      map Keys { key: String, value: Secrets }
      structure S { a: Keys, b: String }
      operation O { input: S }`;
    const after = "structure S { b: String }\noperation O { input: S }";
    expect(transformed(before, "excludeShapesByTrait", { traits: ["internal"] })).toEqual(
      ast(after),
    );
  });

  it("keeps the operation of a removed input or output", () => {
    const before = '@tags(["x"]) structure I {}\noperation O { input: I, output: I }';
    expect(transformed(before, "excludeShapesByTag", { tags: ["x"] })).toEqual(
      ast("operation O {}"),
    );
  });

  it("removes the traits that the shape defines", () => {
    const before = '@trait @tags(["x"]) structure t {}\n@t string A';
    expect(transformed(before, "excludeShapesByTag", { tags: ["x"] })).toEqual(ast("string A"));
  });

  it("removes the members inherited from a removed mixin", () => {
    const model = load(`
      @mixin(localTraits: [tags]) @tags(["x"]) @sensitive structure M { a: String }
      structure S with [M] { b: String }
      apply S$a @required`);
    const result = apply(model, "excludeShapesByTag", { tags: ["x"] });
    expect(result.expectShape("a#S", "structure").members.size).toBe(1);
    expect(result.expectShape("a#S").traits.has("smithy.api#sensitive")).toBe(false);
    expect(result.getShape("a#S$a")).toBeUndefined();
  });

  it("removes a member of a mixin from all users of the mixin, but an inherited member only from its shape", () => {
    const text = "@mixin structure M { a: String, b: String }\nstructure S with [M] {}\n";
    const everywhere = apply(load(text), "excludeShapesBySelector", {
      selector: "[id='a#M$a']",
    });
    expect(everywhere.getShape("a#S$a")).toBeUndefined();
    expect(everywhere.expectShape("a#S").mixins).toEqual(["a#M"]);
    const there = apply(load(`${text}apply S$a @internal`), "excludeShapesByTrait", {
      traits: ["internal"],
    });
    expect(there.getShape("a#S$a")).toBeUndefined();
    expect(there.getShape("a#S$b")).toBeDefined();
    expect(there.getShape("a#M$a")).toBeDefined();
    expect(there.expectShape("a#S").mixins).toEqual([]);
  });

  it("removes enum values, and enums without values", () => {
    const before = "enum E { @internal A, B }\nenum F { @internal A }\nstructure S { e: E, f: F }";
    expect(transformed(before, "excludeShapesByTrait", { traits: ["internal"] })).toEqual(
      ast("enum E { B }\nstructure S { e: E }"),
    );
  });

  it("removes its renames in services, and the identifiers and properties that target it", () => {
    const model = load(`
      service S { version: "1", operations: [O], rename: { "a#T": "U" } }
      operation O { input := { t: T } }
      @tags(["x"]) structure T {}
      @tags(["x"]) string Id
      resource R { identifiers: { id: Id }, properties: { p: Id } }`);
    const result = apply(model, "excludeShapesByTag", { tags: ["x"] });
    expect(result.expectShape("a#S", "service").rename.size).toBe(0);
    expect(result.expectShape("a#R", "resource").identifiers.size).toBe(0);
    expect(result.expectShape("a#R", "resource").properties.size).toBe(0);
  });
});

describe("excludeShapesBySelector", () => {
  it("removes matching shapes, except those of the prelude", () => {
    const result = apply(load("string A\ninteger B"), "excludeShapesBySelector", {
      selector: "string",
    });
    expect(result.getShape("a#A")).toBeUndefined();
    expect(result.getShape("a#B")).toBeDefined();
    expect(result.getShape("smithy.api#String")).toBeDefined();
  });

  it("reports an invalid selector", () => {
    const [message, ...others] = messages("", {
      name: "excludeShapesBySelector",
      args: { selector: "[" },
    });
    expect(message).toMatch(/^excludeShapesBySelector: selector: is not a valid selector: /);
    expect(others).toEqual([]);
  });
});

describe("filtering shapes", () => {
  it("keeps the shapes that match includeShapesBySelector, and the traits of the language", () => {
    const before = `
    @aws.api#service(sdkId: "S") service S { version: "1", operations: [O] }
    operation O { input := { a: A } }
    string A
    string B`;
    const after = before.replace("string B", "");
    const selector = "[id='a#S'] :is(*, ~> *)";
    expect(transformed(before, "includeShapesBySelector", { selector })).toEqual(ast(after));
  });

  it("keeps only tagged shapes and members with includeShapesByTag", () => {
    const before = '@tags(["x"]) structure S { @tags(["x"]) a: String, b: String }\nstring B';
    expect(transformed(before, "includeShapesByTag", { tags: ["x", "y"] })).toEqual(
      ast('@tags(["x"]) structure S { @tags(["x"]) a: String }'),
    );
  });

  it("keeps the members of lists and maps, even if they match the filter", () => {
    const text = "list L { @internal member: String }";
    expect(transformed(text, "excludeShapesByTrait", { traits: ["internal"] })).toEqual(ast(text));
    expect(transformed(text, "excludeShapesBySelector", { selector: "member" })).toEqual(ast(text));
  });

  it("accepts ids of traits that the model defines in excludeShapesByTrait", () => {
    const before = "@trait structure t {}\n@t string A\nstring B";
    expect(transformed(before, "excludeShapesByTrait", { traits: ["a#t"] })).toEqual(
      ast("@trait structure t {}\nstring B"),
    );
  });

  it("keeps only shapes of the namespaces of includeNamespaces", () => {
    const model = load("namespace b\nstructure S { a: String }");
    expect(
      apply(model, "includeNamespaces", { namespaces: ["b"] }).getShape("b#S$a"),
    ).toBeDefined();
    expect(
      apply(model, "includeNamespaces", { namespaces: ["c"] }).getShape("b#S"),
    ).toBeUndefined();
  });
});

describe("includeServices", () => {
  const text = 'service S { version: "1" }\nservice T { version: "1" }\nstring A';

  it("keeps the named services and all other shapes", () => {
    expect(transformed(text, "includeServices", { services: ["a#T"] })).toEqual(
      ast('service T { version: "1" }\nstring A'),
    );
  });

  it("reports services that do not exist", () => {
    expect(messages(text, { name: "includeServices", args: { services: ["a#T", "a#A"] } })).toEqual(
      ["includeServices: services.1: a#A is not a service of the model"],
    );
  });
});
