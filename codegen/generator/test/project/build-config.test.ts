import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(library);
});
afterEach(() => bench.remove());

async function diagnose(config: string | object): Promise<readonly string[]> {
  await bench.write({ "model/smithy-build.json": config });
  const result = await bench.build();
  expect(result.ok).toBe(false);
  expect(result.changes).toEqual([]);
  return lines(result);
}

const output = "../packages/types";

describe("a configuration", () => {
  it("may contain comments", async () => {
    const text = `// what to make\n{ "version": "1.0", "sources": ["."] /* all */, "plugins": {} }`;
    await bench.write({ "model/smithy-build.json": text });
    expect((await bench.build()).ok).toBe(true);
  });

  it("is reported with a hint if it is missing", async () => {
    const result = await bench.build({ configPath: "nowhere" });
    expect(lines(result)).toEqual([
      'ERROR Configuration file not found: nowhere (Create one: { "version": "1.0", "sources": ["."], "plugins": { … } })',
    ]);
  });

  it("is reported with line and column if it is not JSON", async () => {
    expect(await diagnose('{\n  "version": "1.0"\n  "sources": []\n}')).toEqual([
      "ERROR model/smithy-build.json:3:3 Comma expected",
    ]);
  });

  it.each([
    [
      "an unknown key",
      { version: "1.0", source: ["."] },
      'ERROR model/smithy-build.json:3:3 source: Unknown option (Did you mean "sources"?)',
    ],
    [
      "a value of the wrong kind",
      { version: "1.0", sources: "." },
      'ERROR model/smithy-build.json:3:14 sources: expected Array, found "." (Model files, folders and installed npm packages with the model.)',
    ],
    [
      "a missing version",
      { sources: ["."] },
      "ERROR model/smithy-build.json:1:1 version: is missing (The version of the format.)",
    ],
    [
      "a missing source",
      { version: "1.0", sources: ["gone"] },
      "ERROR model/smithy-build.json:4:5 File or folder not found: model/gone (Expected a file, a folder, or the name of an installed npm package with a model)",
    ],
    [
      "a misspelled target",
      { version: "1.0", sources: ["."], plugins: { type: { output } } },
      'ERROR model/smithy-build.json:7:5 Unknown target or module "type" (Did you mean "types"?)',
    ],
    [
      "an unknown option of a target",
      { version: "1.0", sources: ["."], plugins: { types: { output, colour: "red" } } },
      "ERROR model/smithy-build.json:9:7 plugins.types.colour: Unknown option",
    ],
    [
      "an unknown service",
      {
        version: "1.0",
        sources: ["."],
        plugins: { types: { output, service: "example#Librari" } },
      },
      "ERROR model/smithy-build.json:9:18 The model has no service example#Librari (Did you mean example#Library?)",
    ],
    [
      "two targets with the same output",
      { version: "1.0", sources: ["."], plugins: { types: { output }, model: { output } } },
      'ERROR model/smithy-build.json:11:17 The targets "types" and "model" have the same output (The first one is at model/smithy-build.json:8:17)',
    ],
    [
      "two targets with the same package name",
      {
        version: "1.0",
        sources: ["."],
        plugins: {
          types: { package: "@a/b", output: "../a" },
          model: { package: "@a/b", output: "../b" },
        },
      },
      'ERROR model/smithy-build.json:12:18 The targets "types" and "model" have the same package name (The first one is at model/smithy-build.json:8:18)',
    ],
  ])("is rejected with %s, at the location of the error", async (_, config, expected) => {
    expect(await diagnose(config)).toEqual([expected]);
  });

  it("is rejected with all its errors at once", async () => {
    expect(await diagnose({ version: "3", sources: [1], colour: true })).toHaveLength(3);
  });

  it("may contain unknown targets if ignoreMissingPlugins is set", async () => {
    await bench.write({
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        ignoreMissingPlugins: true,
        plugins: { "java-codegen": {}, types: { output } },
      },
    });
    const result = await bench.build();
    expect(result.ok).toBe(true);
    expect(result.targets.map(({ name }) => name)).toEqual(["types"]);
  });

  it("must name a service if the model has several", async () => {
    await bench.write({
      "model/other.smithy": '$version: "2"\nnamespace example\nservice Archive { version: "1" }\n',
    });
    expect(
      await diagnose({ version: "1.0", sources: ["."], plugins: { types: { output } } }),
    ).toEqual([
      'ERROR model/smithy-build.json:7:5 The model has 2 services; "service" must name one (Expected one of: example#Archive, example#Library)',
    ]);
  });

  it("may name the service in only one target", async () => {
    await bench.write({
      "model/other.smithy": '$version: "2"\nnamespace example\nservice Archive { version: "1" }\n',
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        plugins: { types: { output, service: "example#Library" }, model: { output: "." } },
      },
    });
    expect(lines(await bench.build())).toEqual([]);
  });
});
