import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changes, createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write({
    "model/service.smithy": library["model/service.smithy"],
    "model/below/lend.smithy": library["model/lend.smithy"],
    "shared/trait.smithy":
      '$version: "2"\nmetadata owner = "us"\nnamespace shared\n@trait\nstructure mark {}\n@mark\nstring Marked\n',
  });
});
afterEach(() => bench.remove());

const configure = (plugins: object, rest: object = {}) =>
  bench.write({
    "model/smithy-build.json": {
      version: "1.0",
      sources: ["."],
      imports: ["../shared"],
      outputDirectory: "../out",
      plugins,
      ...rest,
    },
  });

describe("the plugin sources", () => {
  it("copies the sources unchanged and lists them, but omits the imports", async () => {
    await configure({ sources: {} });
    const result = await bench.build();
    expect(lines(result)).toEqual([]);
    const { "manifest.json": _, ...files } = await bench.files("out/source/sources");
    expect(files).toEqual({
      "service.smithy": library["model/service.smithy"],
      "below/lend.smithy": library["model/lend.smithy"],
      manifest: "below/lend.smithy\nservice.smithy\n",
    });
    expect(result.targets).toMatchObject([{ name: "sources", projection: "source", files: 3 }]);
    expect((await bench.build({ check: true })).ok).toBe(true);
  });

  it("copies a source file without its folder", async () => {
    await configure({ sources: {} }, { sources: ["service.smithy", "below/lend.smithy"] });
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("out/source/sources/manifest")).toBe("lend.smithy\nservice.smithy\n");
  });

  it("writes the model of a projection with transforms", async () => {
    await configure(
      {},
      {
        projections: {
          small: {
            transforms: [{ name: "removeUnusedShapes" }],
            plugins: { sources: { output: "../small" } },
          },
        },
      },
    );
    expect(lines(await bench.build())).toEqual([]);
    expect(await bench.read("small/manifest")).toBe("model.json\n");
    expect(await bench.read("small/model.json")).not.toContain("shared#Marked");
  });

  it("removes files that are no longer sources", async () => {
    await configure({ sources: {} });
    await bench.build();
    await configure({ sources: {} }, { sources: ["service.smithy", "below"] });
    expect(changes(bench, await bench.build())).toEqual([
      "delete out/source/sources/below/lend.smithy",
      "create out/source/sources/lend.smithy",
      "update out/source/sources/manifest",
      "update out/source/sources/manifest.json",
    ]);
  });
});

describe("the plugin build-info", () => {
  it("lists the projection, the traits, the services and the metadata", async () => {
    await configure({ "build-info": {} }, { projections: { other: { imports: [] } } });
    expect(lines(await bench.build())).toEqual([]);
    const info: unknown = JSON.parse(
      await bench.read("out/other/build-info/smithy-build-info.json"),
    );
    expect(info).toMatchObject({
      version: "1.0",
      projectionName: "other",
      projection: { imports: [] },
      traitDefNames: ["shared#mark"],
      serviceShapeIds: ["example#Library"],
      operationShapeIds: ["example#Lend"],
      resourceShapeIds: [],
      metadata: { owner: "us" },
    });
    expect(info).toHaveProperty(
      "traitNames",
      expect.arrayContaining(["aws.protocols#awsJson1_0", "shared#mark", "smithy.api#required"]),
    );
  });

  it("lists the validation events", async () => {
    await configure({ "build-info": {} });
    await bench.write({
      "model/old.smithy":
        '$version: "2"\nnamespace example\n@deprecated\nstring Old\nlist Olds { member: Old }\n',
    });
    await bench.build();
    const info: unknown = JSON.parse(
      await bench.read("out/source/build-info/smithy-build-info.json"),
    );
    expect(info).toHaveProperty(
      "validationEvents",
      expect.arrayContaining([
        expect.objectContaining({ severity: "WARNING", filename: "model/old.smithy", line: 5 }),
      ]),
    );
  });

  it("rejects every option except output", async () => {
    await configure({ "build-info": { package: "x" } });
    expect(lines(await bench.build())).toEqual([
      expect.stringContaining("plugins.build-info.package: Unknown option"),
    ]);
  });
});

describe("an unknown plugin", () => {
  it("is reported with a suggestion if its name is similar to a known name", async () => {
    await configure({ source: {} });
    expect(lines(await bench.build())).toEqual([
      expect.stringContaining('Unknown target or module "source" (Did you mean "sources"?)'),
    ]);
  });
});
