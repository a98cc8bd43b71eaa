import { describe, expect, it } from "vitest";
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

describe("excludeTraits and includeTraits", () => {
  it("remove traits by id and namespace, together with their definitions", () => {
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

  it("keep traits by id, and always keep structural traits", () => {
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

  it("remove traits by tag", () => {
    expect(transformed(text, "excludeTraitsByTag", { tags: ["internal"] })).toEqual(
      transformed(text, "excludeTraits", { traits: ["a#q"] }),
    );
  });

  it("keep traits by tag, and always keep the traits of the prelude", () => {
    expect(transformed(text, "includeTraitsByTag", { tags: ["public"] })).toEqual(
      transformed(text, "excludeTraits", { traits: ["a#q"] }),
    );
  });
});

describe("the transform", () => {
  const tagged = '@tags(["x", "y"]) structure S { @tags(["x"]) a: String }';

  it("excludeTags removes the named tags, and the trait tags if none is left", () => {
    expect(transformed(tagged, "excludeTags", { tags: ["x"] })).toEqual(
      ast('@tags(["y"]) structure S { a: String }'),
    );
  });

  it("includeTags keeps only the named tags", () => {
    expect(transformed(tagged, "includeTags", { tags: ["x"] })).toEqual(
      ast('@tags(["x"]) structure S { @tags(["x"]) a: String }'),
    );
  });
});

describe("excludeMetadata and includeMetadata", () => {
  const metadata = "metadata x = 1\nmetadata y = 2\nnamespace a\nstring A";

  it("remove metadata by key", () => {
    expect(transformed(metadata, "excludeMetadata", { keys: ["x"] })).toEqual(
      ast("metadata y = 2\nnamespace a\nstring A"),
    );
  });

  it("keep metadata by key", () => {
    expect(transformed(metadata, "includeMetadata", { keys: ["x"] })).toEqual(
      ast("metadata x = 1\nnamespace a\nstring A"),
    );
  });
});
