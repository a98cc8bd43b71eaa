import { describe, expect, test } from "vitest";
import { ast, transformed } from "./transformed.js";

const text = `
  @trait @tags(["public"]) structure p {}
  @trait @tags(["internal"]) structure q { a: Type }
  string Type
  @p @q @sensitive structure S { @required @q a: String }
  @mixin @deprecated structure M { @internal a: String }
  structure T with [M] {}
  enum E {
    A = "1"
  }`;

describe("traits", () => {
  test("are excluded by id and namespace, with their definitions but not the shapes of those", () => {
    expect(transformed(text, "excludeTraits", { traits: ["a#q", "deprecated"] })).toEqual(
      ast(`
        @trait @tags(["public"]) structure p {}
        string Type
        @p @sensitive structure S { @required a: String }
        @mixin structure M { @internal a: String }
        structure T with [M] {}
        enum E {
    A = "1"
  }`),
    );
    expect(transformed(text, "excludeTraits", { traits: ["a#"] })).toEqual(
      ast(`
        string Type
        @sensitive structure S { @required a: String }
        @mixin @deprecated structure M { @internal a: String }
        structure T with [M] {}
        enum E {
    A = "1"
  }`),
    );
  });

  test("are included by id; what a model is made of stays", () => {
    expect(transformed(text, "includeTraits", { traits: ["a#p", "required"] })).toEqual(
      ast(`
        @trait structure p {}
        string Type
        @p structure S { @required a: String }
        @mixin structure M { a: String }
        structure T with [M] {}
        enum E {
    A = "1"
  }`),
    );
  });

  test("are excluded by tag", () => {
    expect(transformed(text, "excludeTraitsByTag", { tags: ["internal"] })).toEqual(
      transformed(text, "excludeTraits", { traits: ["a#q"] }),
    );
  });

  test("are included by tag, and those of the prelude stay", () => {
    expect(transformed(text, "includeTraitsByTag", { tags: ["public"] })).toEqual(
      transformed(text, "excludeTraits", { traits: ["a#q"] }),
    );
  });
});

describe("tags", () => {
  const tagged = '@tags(["x", "y"]) structure S { @tags(["x"]) a: String }';

  test("are excluded by name, and the trait with the last", () => {
    expect(transformed(tagged, "excludeTags", { tags: ["x"] })).toEqual(
      ast('@tags(["y"]) structure S { a: String }'),
    );
  });

  test("are included by name", () => {
    expect(transformed(tagged, "includeTags", { tags: ["x"] })).toEqual(
      ast('@tags(["x"]) structure S { @tags(["x"]) a: String }'),
    );
  });
});

describe("metadata", () => {
  const metadata = "metadata x = 1\nmetadata y = 2\nnamespace a\nstring A";

  test("is excluded by key", () => {
    expect(transformed(metadata, "excludeMetadata", { keys: ["x"] })).toEqual(
      ast("metadata y = 2\nnamespace a\nstring A"),
    );
  });

  test("is included by key", () => {
    expect(transformed(metadata, "includeMetadata", { keys: ["x"] })).toEqual(
      ast("metadata x = 1\nnamespace a\nstring A"),
    );
  });
});
