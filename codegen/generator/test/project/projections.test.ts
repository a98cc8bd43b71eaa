import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBuildCache } from "../../src/project/build-cache.js";
import { changes, createWorkbench, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write({ "model/service.smithy": service });
});
afterEach(() => bench.remove());

const service = `$version: "2"

namespace example

use aws.protocols#awsJson1_0

@awsJson1_0
service Library {
    version: "1"
    operations: [Lend, Audit]
}

operation Lend {
    input := {
        book: String

        @internal
        shelf: String
    }
}

@tags(["staff"])
operation Audit {}
`;

const publicOnly = [
  { name: "excludeShapesByTrait", args: { traits: ["internal"] } },
  { name: "excludeShapesByTag", args: { tags: ["staff"] } },
];

const configure = (config: object) =>
  bench.write({ "model/smithy-build.json": { version: "1.0", sources: ["."], ...config } });

/** Returns the names of the shapes in a written JSON AST. */
async function shapesIn(path: string): Promise<readonly string[]> {
  const ast: unknown = JSON.parse(await bench.read(path));
  const shapes =
    typeof ast === "object" && ast !== null && "shapes" in ast ? Object(ast.shapes) : {};
  return Object.keys(shapes).map((id) => id.replace("example#", ""));
}

const everything = ["Audit", "Lend", "LendInput", "Library"];

describe("a projection", () => {
  it("runs the top-level plugins and the plugins of the projection, and writes below outputDirectory", async () => {
    await configure({
      outputDirectory: "../out",
      plugins: { model: {} },
      projections: {
        public: {
          transforms: publicOnly,
          plugins: { types: { package: "@example/public-types" } },
        },
      },
    });
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(result.targets.map(({ name, projection }) => `${projection}/${name}`)).toEqual([
      "source/model",
      "public/model",
      "public/types",
    ]);
    expect(await shapesIn("out/source/model/model.json")).toEqual(everything);
    expect(await shapesIn("out/public/model/model.json")).toEqual(["Lend", "LendInput", "Library"]);
    const structures = await bench.read("out/public/types/src/generated/structures.ts");
    expect(structures).toContain("book?: string");
    expect(structures).not.toContain("shelf");
    expect(await bench.files("out/source/types")).toEqual({});
  });

  it("ignores the option output of a top-level plugin, because it applies to the source projection", async () => {
    await configure({
      plugins: { model: { output: "../ast" } },
      projections: { public: { transforms: publicOnly } },
    });
    expect(lines(await bench.build())).toEqual([]);
    expect(await shapesIn("ast/model.json")).toEqual(everything);
    expect(await shapesIn("model/build/smithy/public/model/model.json")).not.toContain("Audit");
    // The build must not read its outputs as sources.
    const again = await bench.build();
    expect(lines(again)).toEqual([]);
    expect(again.changes).toEqual([]);
  });

  it("overrides a top-level plugin of the same name", async () => {
    await configure({
      outputDirectory: "../out",
      plugins: { model: { file: "all.json" } },
      projections: {
        public: { plugins: { model: { file: "public.json", output: "../elsewhere" } } },
      },
    });
    expect(lines(await bench.build())).toEqual([]);
    expect(Object.keys(await bench.files("out"))).toEqual(["source/model/all.json"]);
    expect(Object.keys(await bench.files("elsewhere"))).toEqual(["public.json"]);
  });

  it("can apply the transforms of other projections, and is not built if it is abstract", async () => {
    await configure({
      outputDirectory: "../out",
      plugins: { "model::ast": {} },
      projections: {
        filters: { abstract: true, transforms: publicOnly },
        public: { transforms: [{ name: "apply", args: { projections: ["filters"] } }] },
      },
    });
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(Object.keys(await bench.files("out"))).toEqual([
      "public/ast/model.json",
      "source/ast/model.json",
    ]);
    expect(await shapesIn("out/public/ast/model.json")).not.toContain("Audit");
  });

  it("can have additional imports", async () => {
    await bench.write({ "more/more.smithy": '$version: "2"\nnamespace more\nstring More\n' });
    await configure({
      outputDirectory: "../out",
      plugins: { model: {} },
      projections: { more: { imports: ["../more"] } },
    });
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    expect(await shapesIn("out/source/model/model.json")).toEqual(everything);
    expect(await shapesIn("out/more/model/model.json")).toContain("more#More");
    expect(result.inputs.map((path) => path.slice(bench.root.length + 1))).toContain("more");
  });

  it("is compared without writing files, and is cached", async () => {
    await configure({
      outputDirectory: "../out",
      plugins: { model: {} },
      projections: { public: { transforms: publicOnly } },
    });
    const cache = createBuildCache();
    const check = await bench.build({ cache, check: true });
    expect(check.ok).toBe(false);
    expect(changes(bench, check)).toEqual([
      "create out/public/model/model.json",
      "create out/source/model/model.json",
    ]);
    expect(await bench.files("out")).toEqual({});
    const stages: string[] = [];
    await bench.build({
      cache,
      onTiming: ({ stage, cached }) => {
        if (!cached) stages.push(stage);
      },
    });
    expect(stages).toEqual(["read", "write"]);
    expect((await bench.build({ cache, check: true })).ok).toBe(true);
  });
});

describe("an error in a projection", () => {
  it.each<readonly [string, object, readonly string[]]>([
    [
      "an unknown transform",
      { public: { transforms: [{ name: "excludeShapesByTags" }] } },
      [
        'ERROR model/smithy-build.json:10:19 Unknown transform "excludeShapesByTags". Did you mean excludeShapesByTag?',
      ],
    ],
    [
      "an invalid argument of an applied transform",
      {
        filters: { abstract: true, transforms: [{ name: "excludeTags", args: { tags: 1 } }] },
        public: { transforms: [{ name: "apply", args: { projections: ["filters"] } }] },
      },
      ["ERROR model/smithy-build.json:13:21 excludeTags: tags: must be a list of strings"],
    ],
    [
      "an abstract projection with plugins",
      { filters: { abstract: true, plugins: {} } },
      [
        "ERROR model/smithy-build.json:9:7 projections.filters.plugins: An abstract projection cannot have plugins, because it is not built",
      ],
    ],
    [
      "transforms of the source projection",
      { source: { transforms: publicOnly } },
      [
        "ERROR model/smithy-build.json:8:7 projections.source.transforms: The source projection cannot have transforms",
      ],
    ],
    [
      "a name that is not a valid folder name",
      { "../public": {} },
      [
        "ERROR model/smithy-build.json:7:5 projections.../public: A name consists of letters and digits, with - _ or . between them",
      ],
    ],
    [
      "a missing import",
      { public: { imports: ["../nowhere"] } },
      [
        "ERROR model/smithy-build.json:9:9 File or folder not found: nowhere (Expected a file, a folder, or the name of an installed npm package with a model)",
      ],
    ],
    [
      "two plugins with the same output",
      { public: { plugins: { "model::a": {}, "types::a": { package: "t" } } } },
      [
        'ERROR model/smithy-build.json:10:21 The targets "model::a" and "types::a" have the same output (The first one is at model/smithy-build.json:9:21)',
      ],
    ],
    [
      "an unknown key",
      { public: { transform: [] } },
      [
        'ERROR model/smithy-build.json:8:7 projections.public.transform: Unknown option (Did you mean "transforms"?)',
      ],
    ],
  ])("is reported at its location: %s", async (_, projections, expected) => {
    await configure({ projections });
    const result = await bench.build();
    expect(lines(result)).toEqual(expected);
    expect(result.changes).toEqual([]);
  });

  it("is reported at the location of the projection if transforms make the model invalid", async () => {
    await configure({
      projections: {
        broken: {
          transforms: [
            { name: "changeTypes", args: { shapeTypes: { "example#LendInput": "union" } } },
          ],
        },
      },
    });
    const [first, ...others] = lines(await bench.build());
    expect(first).toMatch(/^ERROR model\/service\.smithy:.*\(In the projection "broken"/);
    expect(others).toEqual([]);
  });
});

describe("environment variables", () => {
  const config = (outputDirectory: string) =>
    configure({ outputDirectory, plugins: { "${TARGET}": {} } });

  it("are expanded in values and keys", async () => {
    await config("../${OUT}/${OUT}-${SUFFIX}");
    const result = await bench.build({ env: { OUT: "o", SUFFIX: "s", TARGET: "model" } });
    expect(lines(result)).toEqual([]);
    expect(Object.keys(await bench.files("o"))).toEqual(["o-s/source/model/model.json"]);
  });

  it("are not expanded if a backslash precedes them", async () => {
    await config("../\\${OUT}");
    expect(lines(await bench.build({ env: { TARGET: "model" } }))).toEqual([]);
    expect(Object.keys(await bench.files("${OUT}"))).toEqual(["source/model/model.json"]);
  });

  it("include a variable for the folder in which the build was started", async () => {
    await config("${SMITHY_ROOT_DIR}/out");
    expect(lines(await bench.build({ env: { TARGET: "model" } }))).toEqual([]);
    expect(Object.keys(await bench.files("out"))).toEqual(["source/model/model.json"]);
  });

  it("cause an error at each use if they are not set", async () => {
    await config("${OUT}");
    expect(lines(await bench.build({ env: {} }))).toEqual([
      "ERROR model/smithy-build.json:6:22 The environment variable OUT is not set (To keep ${…} as text, write \\\\${…})",
      "ERROR model/smithy-build.json:8:5 The environment variable TARGET is not set (To keep ${…} as text, write \\\\${…})",
    ]);
  });
});
