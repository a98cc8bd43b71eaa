import { describe, expect, it } from "vitest";
import { loadModel, serializeAst, transformModel, transformNames } from "../../src/index.js";
import type { Transform } from "../../src/index.js";
import { ast, load, messages, transformed } from "./transformed.js";

describe("transformModel", () => {
  const text = '@tags(["x"]) string A\n@internal string B\nstring C';
  const byTag: Transform = { name: "excludeShapesByTag", args: { tags: ["x"] } };
  const byTrait: Transform = { name: "excludeShapesByTrait", args: { traits: ["internal"] } };

  it("applies transforms in order", () => {
    const rename = { name: "renameShapes", args: { renamed: { "a#C": "a#A" } } };
    expect(messages(text, rename, byTag)).toHaveLength(1);
    const { model, problems } = transformModel(load(text), [byTag, rename, byTrait]);
    expect(problems).toEqual([]);
    expect(serializeAst(model)).toEqual(ast("string A"));
  });

  it("does not change the given model", () => {
    const model = load(text);
    const before = serializeAst(model);
    transformModel(model, [byTag, byTrait]);
    expect(serializeAst(model)).toEqual(before);
  });

  it("keeps the locations of shapes, and keeps the prelude", () => {
    const { model } = transformModel(load(text), [byTag]);
    expect(model.getShape("a#C")?.span?.file.path).toBe("0.smithy");
    expect(model.getShape("smithy.api#String")).toBeDefined();
  });

  it("returns a frozen model that equals the model of its JSON AST", () => {
    const mixed = "@mixin structure M { a: String }\nstructure S with [M] { b: A }\nstring A";
    const { model } = transformModel(load(mixed), [
      byTag,
      { name: "includeTags", args: { tags: [] } },
    ]);
    for (const shape of model.shapes.values()) expect(Object.isFrozen(shape)).toBe(true);
    const again = loadModel([{ path: "a.json", text: JSON.stringify(serializeAst(model)) }]).model;
    expect(again && serializeAst(again)).toEqual(serializeAst(model));
  });

  it("reports every mistake with its path before any transform runs", () => {
    const { problems } = transformModel(load(text), [
      { name: "excludeShapesByTags" },
      { name: "excludeTags", args: { tags: ["a", 1], tag: true } },
      { name: "excludeTags", args: [] },
      { name: "removeUnusedShapes", args: { exportTagged: "x" } },
      { name: "filterSuppressions", args: { removeUnused: "yes" } },
      { name: "renameShapes", args: { renamed: { "a#A": 1 } } },
    ]);
    expect(problems).toEqual([
      {
        message: 'Unknown transform "excludeShapesByTags". Did you mean excludeShapesByTag?',
        path: [0, "name"],
      },
      { message: "excludeTags: tags.1: must be a string", path: [1, "args", "tags", 1] },
      {
        message: "excludeTags: tag: unknown argument. Expected one of: tags.",
        path: [1, "args", "tag"],
      },
      { message: "excludeTags: must be an object", path: [2, "args"] },
      { message: "excludeTags: tags: is missing", path: [2, "args", "tags"] },
      {
        message: "removeUnusedShapes: exportTagged: must be a list of strings",
        path: [3, "args", "exportTagged"],
      },
      {
        message: "filterSuppressions: removeUnused: must be true or false",
        path: [4, "args", "removeUnused"],
      },
      {
        message: "renameShapes: renamed.a#A: must be a string",
        path: [5, "args", "renamed", "a#A"],
      },
    ]);
  });

  it("exports the names of all transforms", () => {
    expect(transformNames).toContain("apply");
    expect(transformNames).toEqual([...new Set(transformNames)].sort());
  });

  describe("apply", () => {
    const projections = new Map<string, readonly Transform[]>([
      ["tagged", [byTag]],
      ["both", [{ name: "apply", args: { projections: ["tagged"] } }, byTrait]],
      ["circle", [{ name: "apply", args: { projections: ["circle2"] } }]],
      ["circle2", [{ name: "apply", args: { projections: ["circle"] } }]],
      ["broken", [byTag, { name: "excludeTags" }]],
    ]);
    const run = (names: readonly string[]) =>
      transformModel(load(text), [{ name: "apply", args: { projections: names } }], {
        projections,
        projection: "this",
      });

    it("runs the transforms of the applied projections transitively", () => {
      expect(serializeAst(run(["both"]).model)).toEqual(ast("string C"));
    });

    it("rejects cycles and unknown projections", () => {
      expect(run(["nowhere"]).problems).toEqual([
        {
          message: 'apply: projections.0: unknown projection "nowhere"',
          path: [0, "args", "projections", 0],
        },
      ]);
      expect(run(["circle"]).problems).toEqual([
        {
          message:
            "apply: projections.0: projections cannot apply each other in a cycle: this, circle, circle2, circle",
          projection: "circle2",
          path: [0, "args", "projections", 0],
        },
      ]);
    });

    it("names the projection that contains an invalid transform", () => {
      expect(run(["broken"]).problems).toEqual([
        {
          message: "excludeTags: tags: is missing",
          projection: "broken",
          path: [1, "args", "tags"],
        },
      ]);
    });
  });
});

describe("flattenAndRemoveMixins", () => {
  it("copies inherited definitions into the shapes", () => {
    expect(
      transformed(
        "@mixin @sensitive structure M { a: String }\nstructure S with [M] {}\napply S$a @required",
        "flattenAndRemoveMixins",
      ),
    ).toEqual(ast("@sensitive structure S { @required a: String }"));
  });
});

describe("flattenPaginationInfo", () => {
  const text = (own: string, other: string) => `
    @paginated(inputToken: "token", outputToken: "next", pageSize: "size")
    service S { version: "1", operations: [List, Get] }
    @readonly @paginated(${own}) operation List {
      input := { token: String, size: Integer, max: Integer }
      output := { next: String, items: Strings }
    }
    operation Get {}
    list Strings { member: String }
    @paginated(${other}) operation Elsewhere {}`;

  it("copies the settings of the service to operations that do not have these settings", () => {
    const before = text('items: "items", pageSize: "max"', 'items: "items"');
    const after = text(
      'items: "items", pageSize: "max", inputToken: "token", outputToken: "next"',
      'items: "items"',
    );
    expect(transformed(before, "flattenPaginationInfo", { service: "a#S" })).toEqual(ast(after));
  });

  it("reports an unknown service", () => {
    expect(messages("", { name: "flattenPaginationInfo", args: { service: "a#S" } })).toEqual([
      "flattenPaginationInfo: service: a#S is not a service of the model",
    ]);
  });
});

describe("filterSuppressions", () => {
  const text = (first: string, second: string, third: string) => `
    metadata suppressions = [${first}, ${second}]
    namespace a
    @suppress([${third}]) structure A {}
    @mixin @suppress(["Other"]) structure B {}`;
  const first = '{ id: "UnreferencedShape", namespace: "a", reason: "why" }';
  const second = '{ id: "Other", namespace: "*" }';
  const all = text(first, second, '"Other", "UnreferencedShape"');
  const shown = (args: Transform["args"]) => {
    const { metadata = {}, shapes = {} } = transformed(all, "filterSuppressions", args);
    return { metadata, A: JSON.stringify(shapes).match(/"a#A".*?"suppress":(.*?\])/)?.[1] };
  };

  it("filters suppressions by event id", () => {
    const allowed = shown({ eventIdAllowList: ["Other"] });
    expect(allowed.metadata).toEqual({ suppressions: [{ id: "Other", namespace: "*" }] });
    expect(
      transformed(all, "filterSuppressions", { eventIdDenyList: ["UnreferencedShape"] }),
    ).toEqual(transformed(all, "filterSuppressions", { eventIdAllowList: ["Other"] }));
    expect(transformed(all, "filterSuppressions", { eventIdDenyList: ["Other"] })).toEqual(
      ast(
        `metadata suppressions = [${first}]
        namespace a
        @suppress(["UnreferencedShape"]) structure A {}
        @mixin structure B {}`,
      ),
    );
  });

  it("filters metadata by namespace", () => {
    expect(shown({ namespaceAllowList: ["b"] }).metadata).toEqual({});
    expect(shown({ namespaceDenyList: ["*"] }).metadata).toEqual({
      suppressions: [{ id: "UnreferencedShape", namespace: "a", reason: "why" }],
    });
  });

  it("removes the reasons from suppressions", () => {
    expect(shown({ removeReasons: true }).metadata).toEqual({
      suppressions: [
        { id: "UnreferencedShape", namespace: "a" },
        { id: "Other", namespace: "*" },
      ],
    });
  });

  it("removes suppressions without effect", () => {
    const used = `
      metadata validators = [{ name: "EmitEachSelector", id: "Mine", severity: "WARNING", configuration: { selector: "string" } }]
      metadata suppressions = [{ id: "Mine", namespace: "a" }, { id: "Other", namespace: "a" }]
      namespace a
      @suppress(["Mine", "Other"]) string A
      string B
      @suppress(["Mine"]) structure C {}`;
    expect(transformed(used, "filterSuppressions", { removeUnused: true })).toEqual(
      ast(
        used
          .replace(', { id: "Other", namespace: "a" }', "")
          .replace('"Mine", "Other"', '"Mine"')
          .replace('@suppress(["Mine"]) structure', "structure"),
      ),
    );
  });

  it("rejects a combination of an allow list and a deny list", () => {
    const args = { eventIdAllowList: ["A"], eventIdDenyList: ["B"] };
    expect(messages("", { name: "filterSuppressions", args })).toEqual([
      "filterSuppressions: eventIdDenyList: cannot be used with eventIdAllowList",
    ]);
  });
});
