import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPackageName } from "../../src/package-name.js";
import type { BuildOptions } from "../../src/pipeline/build.js";
import { workspaceFolder } from "../../src/project/workspace-folder.js";
import { createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(library);
});
afterEach(() => bench.remove());

async function buildWith(config: object, options: Partial<BuildOptions> = {}) {
  await bench.write({ "model/smithy-build.json": { version: "1.0", sources: ["."], ...config } });
  return bench.build(options);
}

const types = { package: "@example/types", output: "../packages/types" };

describe("an output outside of the workspace of its configuration", () => {
  it.each([
    ["an absolute path", "/tinsmith-test-outside"],
    ['a path with ".."', "../../tinsmith-test-outside"],
    ["a folder whose name begins with that of the workspace", "../../WORKSPACE-2"],
  ])("is refused without writing files: %s", async (_, path) => {
    const output = path.replace("WORKSPACE", bench.root.split("/").at(-1) ?? "");
    const result = await buildWith({ plugins: { types: { ...types, output } } });
    expect(lines(result)).toEqual([
      expect.stringMatching(
        /^ERROR model\/smithy-build\.json:9:17 The output of "types" is \/.*, outside of the workspace \/.* \(Allow it with --allow-outside\)$/,
      ),
    ]);
    expect(result.changes).toEqual([]);
  });

  it("is also refused for the option outputDirectory", async () => {
    const result = await buildWith({
      outputDirectory: "/tinsmith-test-outside",
      plugins: { types: { package: "@example/types" } },
    });
    expect(lines(result)).toEqual([expect.stringContaining("outside of the workspace")]);
  });

  it("is refused if a symbolic link leads there", async () => {
    const elsewhere = await createWorkbench();
    await symlink(elsewhere.root, join(bench.root, "packages"));
    const result = await buildWith({ plugins: { types } });
    expect(lines(result)).toEqual([expect.stringContaining("outside of the workspace")]);
    expect(await elsewhere.files()).toEqual({});
    await elsewhere.remove();
  });

  it("is written if the user allows it", async () => {
    await mkdir(join(bench.root, "inner/.git"), { recursive: true });
    await bench.write({
      "inner/model/service.smithy": library["model/service.smithy"],
      "inner/model/lend.smithy": library["model/lend.smithy"],
      "inner/model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        plugins: { types: { ...types, output: "../../packages/types" } },
      },
    });
    const options = { configPath: "inner/model" };
    expect((await bench.build(options)).ok).toBe(false);
    expect((await bench.build({ ...options, allowOutside: true })).ok).toBe(true);
  });
});

describe("the workspace of a configuration", () => {
  const folderOf = (path: string, cwd = "/") =>
    workspaceFolder(join(bench.root, path, "smithy-build.json"), cwd).slice(bench.root.length);

  it("is the nearest repository or workspace of a package manager", async () => {
    await bench.write({
      "a/pnpm-workspace.yaml": "packages: []\n",
      "a/b/package.json": { name: "b" },
      "c/package.json": { name: "c", workspaces: ["d"] },
      "c/d/package.json": { name: "d" },
    });
    await mkdir(join(bench.root, "e/.git"), { recursive: true });
    expect([folderOf("a/b/model"), folderOf("c/d"), folderOf("e/f/model")]).toEqual([
      "/a",
      "/c",
      "/e",
    ]);
  });

  it("is the surrounding package if there is no repository or package manager workspace", async () => {
    await bench.write({ "a/package.json": { name: "a" }, "a/b/package.json": { name: "b" } });
    expect([folderOf("a/b"), folderOf("a/b/model")]).toEqual(["/a", "/a/b"]);
  });

  it("is the folder of the configuration or a working directory around it, outside of a package", () => {
    expect(folderOf("x/y/model")).toBe("/x/y");
    expect(folderOf("x/y/model", join(bench.root, "x/z"))).toBe("/x/y");
    expect(folderOf("x/y/model", bench.root)).toBe("");
    expect(folderOf("x/y/model", join(bench.root, "x/y/model"))).toBe("/x/y");
  });
});

describe("a build that runs no code of the configuration", () => {
  const writes = "require('node:fs').writeFileSync(process.env.MARK, '')";

  it("skips programs and modules with a warning, and builds the other targets", async () => {
    const mark = join(bench.root, "mark");
    await bench.write({
      "model/mine.cjs": `${writes.replace("process.env.MARK", JSON.stringify(mark))}`,
    });
    const plugins = {
      types,
      "run::made": { command: [process.execPath, "-e", writes], env: { MARK: mark } },
      "./mine.cjs": { output: "../packages/mine" },
    };
    const result = await buildWith({ plugins }, { run: false });
    expect(result.ok).toBe(true);
    expect(result.targets.map(({ name }) => name)).toEqual(["types"]);
    expect(
      result.diagnostics
        .filter(({ code }) => code === "Build.Plugin")
        .map(({ message }) => message),
    ).toEqual(
      ["run::made", "./mine.cjs"].map(
        (key) =>
          `"${key}" is skipped: this build does not run programs or modules of the configuration`,
      ),
    );
    expect(Object.keys(await bench.files())).not.toContain("mark");
    await buildWith({ plugins });
    expect(Object.keys(await bench.files())).toContain("mark");
  });

  it("reports modules that are not installed", async () => {
    const result = await buildWith({ plugins: { typos: {} } }, { run: false });
    expect(lines(result)).toEqual([expect.stringContaining('Unknown target or module "typos"')]);
  });
});

describe("names in a configuration", () => {
  it.each(["My Types", "../../evil", "@a/b$(touch x)", "@A/b", ".hidden", "a".repeat(215)])(
    "must be npm package names: %s",
    async (name) => {
      const result = await buildWith({ plugins: { types: { ...types, package: name } } });
      expect(lines(result)).toEqual([
        `ERROR model/smithy-build.json:8:18 plugins.types.package: expected an npm package name: lowercase letters, digits and hyphens, as in weather-client or @acme/weather-client, found ${JSON.stringify(name)} (The npm name of the package.)`,
      ]);
    },
  );

  it("may be any name that npm allows", () => {
    expect(
      ["types", "@acme/types", "a.b_c", "@a-1/b"].filter((name) => !isPackageName(name)),
    ).toEqual([]);
  });

  it.each(["constructor", "__proto__", "prototype", "toString", "hasOwnProperty", "valueOf"])(
    "are rejected as unknown targets if every object inherits them: %s",
    async (name) => {
      const text = `{ "version": "1.0", "sources": ["."], "plugins": { "${name}": {} } }`;
      await bench.write({ "model/smithy-build.json": text });
      const result = await bench.build();
      expect(lines(result)).toEqual([
        expect.stringMatching(
          new RegExp(
            String.raw`^ERROR .*:1:\d+ Unknown target or module "${name}" \(Expected one of: types, `,
          ),
        ),
      ]);
    },
  );

  it.each([
    ["of the configuration", '"constructor": {}', "constructor"],
    ["of a plugin", '"plugins": { "types": { "toString": 1 } }', "plugins.types.toString"],
    ["of a projection", '"projections": { "constructor": {} }', "projections.constructor"],
    [
      "of a transform",
      '"projections": { "a": { "transforms": [{ "name": "flattenNamespaces", "args": { "__proto__": {} } }] } }',
      "projections.a.transforms.0.args.__proto__",
    ],
  ])(
    "are rejected as unknown options if every object inherits them: %s",
    async (_, member, path) => {
      const text = `{ "version": "1.0", "sources": ["."], ${member} }`;
      await bench.write({ "model/smithy-build.json": text });
      expect(lines(await bench.build())).toEqual([
        expect.stringContaining(`${path}: Unknown option`),
      ]);
    },
  );
});
