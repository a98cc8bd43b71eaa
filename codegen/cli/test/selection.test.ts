import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const project = {
  ...smallProject,
  "smithy-build.json": JSON.stringify({
    version: "1.0",
    sources: ["main.smithy"],
    outputDirectory: "out",
    plugins: { model: {}, "types::first": { package: "@example/types" } },
    projections: { public: { transforms: [{ name: "flattenAndRemoveMixins" }] } },
  }),
};

/** Returns the folders of plugins below the output folder, as `projection/plugin`. */
async function built(root: string): Promise<readonly string[]> {
  const projections = await readdir(join(root, "out")).catch(() => []);
  const plugins = await Promise.all(
    projections.map(async (name) =>
      (await readdir(join(root, "out", name))).map((plugin) => `${name}/${plugin}`),
    ),
  );
  return plugins.flat().sort();
}

describe("tinsmith build", () => {
  it.each([
    [
      ["--projection", "public"],
      ["public/first", "public/model"],
    ],
    [
      ["--plugin", "model"],
      ["public/model", "source/model"],
    ],
    [
      ["--plugin", "types"],
      ["public/first", "source/first"],
    ],
    [["--projection", "source", "--plugin", "types::first"], ["source/first"]],
  ])("builds a part of the configuration with %j", async (options, expected) => {
    await using place = await workspace(project);
    expect((await tinsmith(place.root, "build", ...options)).code).toBe(0);
    expect(await built(place.root)).toEqual(expected);
  });

  it("rejects an unknown projection and an unknown plugin, with a suggestion", async () => {
    await using place = await workspace(project);
    const projection = await tinsmith(place.root, "build", "--projection", "publik");
    expect(projection.code).toBe(2);
    expect(projection.err).toContain('Unknown projection "publik"');
    expect(projection.err).toContain('Did you mean "public"?');
    const plugin = await tinsmith(place.root, "build", "--plugin", "clients");
    expect(plugin.code).toBe(2);
    expect(plugin.err).toContain('Unknown plugin "clients"');
    expect(plugin.err).toContain("Expected one of: model, types::first, types");
    expect(await built(place.root)).toEqual([]);
  });
});
