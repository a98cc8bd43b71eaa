import { describe, expect, it } from "vitest";
import { ast, messages, transformed } from "./transformed.js";

const unrelated = "namespace other\nstructure Unrelated { value: String }";
const closures = (text: string) => `metadata shapeClosures = [${text}]\nnamespace a\n`;
const shapes = `
  structure Foo { bar: Bar, far: far#Far }
  structure Bar { value: String }`;
const far = "namespace far\nstructure Far { id: Id }\nstring Id";
const byNamespace = closures(
  '{ id: "a#Shapes", includeNamespaces: ["a"], rename: { "a#Foo": "Renamed" } }',
);

describe("includeClosures", () => {
  it("keeps the shapes of a namespace and the shapes that they refer to, without renaming them", () => {
    expect(
      transformed([byNamespace + shapes, far, unrelated], "includeClosures", {
        closures: ["a#Shapes"],
      }),
    ).toEqual(ast([byNamespace + shapes, far]));
  });

  it("keeps the shapes of several closures that selectors define", () => {
    const two = closures(
      '{ id: "a#One", includeBySelector: "[id=a#Bar]" }, { id: "a#Two", includeBySelector: "[id=far#Id]" }',
    );
    const result = transformed([two + shapes, far, unrelated], "includeClosures", {
      closures: ["a#One", "a#Two"],
    });
    expect(Object.keys(result["shapes"] ?? {})).toEqual(["a#Bar", "far#Id"]);
  });

  it("rejects an empty list, and rejects an unknown closure with the names of the known closures", () => {
    const name = "includeClosures";
    expect(messages([byNamespace + shapes, far], { name, args: { closures: [] } })).toEqual([
      "includeClosures: closures: must name at least one closure",
    ]);
    expect(messages([byNamespace + shapes, far], { name, args: { closures: ["a#Nope"] } })).toEqual(
      ['includeClosures: closures.0: unknown closure "a#Nope". Expected one of: a#Shapes.'],
    );
  });
});

describe("flattenClosureNamespaces", () => {
  const name = "flattenClosureNamespaces";
  const args = { closure: "a#Shapes", namespace: "flat" };

  it("moves only the shapes of a closure, under their new names", () => {
    const result = transformed([byNamespace + shapes, far, unrelated], name, args);
    expect(Object.keys(result["shapes"] ?? {})).toEqual([
      "flat#Bar",
      "flat#Far",
      "flat#Id",
      "flat#Renamed",
      "other#Unrelated",
    ]);
    expect(result["shapes"]).toMatchObject({
      "flat#Renamed": { members: { bar: { target: "flat#Bar" }, far: { target: "flat#Far" } } },
    });
  });

  it("rejects an unknown closure, an invalid namespace and conflicting names", () => {
    const texts = [byNamespace + shapes, far, "namespace flat\nstring BAR"];
    expect(messages(texts, { name, args })).toEqual([
      "flattenClosureNamespaces: namespace: a#Bar cannot be renamed to flat#Bar: the id conflicts with flat#BAR",
    ]);
    expect(messages(shapes.replace(", far: far#Far", ""), { name, args })).toEqual([
      'flattenClosureNamespaces: closure: unknown closure "a#Shapes". The metadata "shapeClosures" defines none.',
    ]);
    expect(
      messages(shapes.replace(", far: far#Far", ""), { name, args: { ...args, namespace: "9" } }),
    ).toEqual(['flattenClosureNamespaces: namespace: "9" is not a valid namespace']);
  });
});

describe("makeIdempotencyTokensClientOptional", () => {
  const text = (added: string) => `
    structure Own {
      @required @idempotencyToken ${added} token: String
      @idempotencyToken optional: String
      @required other: String
    }
    @mixin structure Mixed { @idempotencyToken token: String }
    structure Derived with [Mixed] {}
    apply Derived$token @required`;

  it("adds clientOptional to required tokens, including inherited members", () => {
    expect(transformed(text(""), "makeIdempotencyTokensClientOptional")).toEqual(
      ast(`${text("@clientOptional")}\napply Derived$token @clientOptional`),
    );
  });
});
