import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatText } from "@tinsmith/codegen";
import { formatIdl } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path, "utf8"));
}

describe("tinsmith init", () => {
  it("creates a workspace with generated packages and a valid, formatted model", async () => {
    await using place = await workspace({});
    const { code, out, err } = await tinsmith(place.root, "init", "My API");
    expect(err).toContain("create My API/model/main.smithy\n");
    expect(err).toMatch(/create My API\/packages\/client: \d+ files\n/);
    expect(out).toMatch(/Next:\n {2}cd "My API"\n {2}npx -y pnpm@12 test /);
    expect(code).toBe(0);

    const root = join(place.root, "My API");
    expect((await readdir(root)).sort()).toEqual([
      ".changeset",
      ".github",
      ".gitignore",
      "README.md",
      "model",
      "package.json",
      "packages",
      "pnpm-workspace.yaml",
      "test",
      "tsconfig.json",
    ]);
    const check = await tinsmith(root, "build", "--check");
    expect(check.err).toMatch(/^up to date: \d+ generated files in 4 targets/);
    expect(check.code).toBe(0);
    expect((await tinsmith(root, "build")).err).toMatch(/^up to date: /);
    expect((await tinsmith(root, "validate")).out).toMatch(/^no problems/);

    const model = await readFile(join(root, "model/main.smithy"), "utf8");
    expect(formatIdl({ path: "main.smithy", text: model })).toMatchObject({ text: model });
    for (const path of [
      "package.json",
      "README.md",
      "test/tasks.test.ts",
      ".changeset/config.json",
      ".changeset/first-release-of-my-api.md",
      ".github/workflows/tinsmith.yml",
    ]) {
      const text = await readFile(join(root, path), "utf8");
      expect(await formatText(path, text)).toBe(text);
    }
  });

  it("names the packages after the folder, and adds the packages and this release as dependencies", async () => {
    await using place = await workspace({});
    await tinsmith(place.root, "init", "My API");
    const manifest = await readFile(join(place.root, "My API/package.json"), "utf8");
    const own: { version: string } = JSON.parse(
      await readFile(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(JSON.parse(manifest)).toMatchObject({
      name: "my-api",
      private: true,
      scripts: { generate: "tinsmith build", build: expect.any(String), test: expect.any(String) },
      devDependencies: {
        "@my-api/client": "workspace:^",
        "@my-api/mock-server": "workspace:^",
        tinsmith: `^${own.version}`,
      },
    });
    const client = await readFile(join(place.root, "My API/packages/client/package.json"), "utf8");
    const runtime = new URL(
      "../../../packages/runtime/client-runtime/package.json",
      import.meta.url,
    );
    const { version }: { version: string } = JSON.parse(await readFile(runtime, "utf8"));
    expect(JSON.parse(client)).toMatchObject({
      name: "@my-api/client",
      dependencies: { "@my-api/types": "workspace:^", "@tinsmith/client-runtime": `^${version}` },
    });
  });

  it("creates a workspace in the current folder next to unrelated files", async () => {
    await using place = await workspace({ LICENSE: "mine\n" });
    const { code, out } = await tinsmith(place.root, "init");
    expect(code).toBe(0);
    expect(out).not.toContain("cd ");
    expect(await readFile(join(place.root, "LICENSE"), "utf8")).toBe("mine\n");
    const manifest: { name: string } = JSON.parse(
      await readFile(join(place.root, "package.json"), "utf8"),
    );
    expect(manifest.name).toBe(basename(place.root).toLowerCase());
  });

  it("lists the files that it would overwrite, and writes nothing", async () => {
    await using place = await workspace({ "a/package.json": "{}", "a/packages/types/x": "" });
    const { code, err, out } = await tinsmith(place.root, "init", "a");
    expect(code).toBe(2);
    expect(err).toContain("would overwrite\n  a/packages/types\n");
    expect(err).toContain("Nothing was written.");
    expect(out).toBe("");
    expect((await readdir(join(place.root, "a"), { recursive: true })).sort()).toEqual([
      "package.json",
      "packages",
      "packages/types",
      "packages/types/x",
    ]);
  });

  it("rejects a file instead of a folder", async () => {
    await using place = await workspace({ a: "" });
    const { code, err } = await tinsmith(place.root, "init", "a");
    expect(code).toBe(2);
    expect(err).toContain("a is a file: name a folder");
  });

  it("creates an npm workspace that builds its packages in the order of their dependencies", async () => {
    await using place = await workspace({});
    const { code, out } = await tinsmith(place.root, "init", "shop", "--package-manager", "npm");
    expect(code).toBe(0);
    expect(out).toContain("npm install && npm run test ");
    expect(out).not.toContain("pnpm");
    const root = join(place.root, "shop");
    expect(await readdir(root)).not.toContain("pnpm-workspace.yaml");
    const manifest = await readJson(join(root, "package.json"));
    expect(manifest).toMatchObject({
      workspaces: ["packages/types", "packages/client", "packages/mock-server", "packages/docs"],
      scripts: {
        "version-packages":
          "tinsmith changeset --check && changeset version && tinsmith changeset --mark-released && npm install --package-lock-only",
        release: "npm run build && changeset publish",
      },
    });
    const client = await readJson(join(root, "packages/client/package.json"));
    expect(client).toMatchObject({ dependencies: { "@shop/types": "^0.0.0" } });
    const workflow = await readFile(join(root, ".github/workflows/tinsmith.yml"), "utf8");
    expect(workflow).toContain("run: npm ci\n");
    expect(`${JSON.stringify(manifest)}${workflow}`).not.toMatch(/pnpm@|workspace:/);
  });

  it.each([
    ["npm", { "package-lock.json": "{}" }],
    ["pnpm", { "pnpm-lock.yaml": "" }],
  ] as const)("extends a JavaScript project without a workspace: %s", async (manager, files) => {
    const mine = {
      name: "shop",
      version: "3.1.4",
      license: "MIT",
      author: "Acme",
      repository: { type: "git", url: "git+https://acme.example/shop.git" },
      main: "index.js",
      scripts: { test: "node --test", release: "mine" },
      devDependencies: { typescript: "^5.0.0" },
    };
    await using place = await workspace({
      ...files,
      "package.json": JSON.stringify(mine),
      "README.md": "mine\n",
      "index.js": "",
    });
    const { code, err, out } = await tinsmith(place.root, "init");
    expect(err).toContain("update package.json\n");
    expect(code).toBe(0);
    expect(out).toContain("api:test");
    const { scripts, devDependencies, workspaces, ...rest } = await readJson(
      join(place.root, "package.json"),
    );
    const { scripts: _, devDependencies: __, ...kept } = mine;
    expect(rest).toEqual(kept);
    expect(scripts).toMatchObject({
      ...mine.scripts,
      "api:generate": "tinsmith build",
      "version-packages": expect.stringMatching(
        `^tinsmith changeset --check && changeset version && tinsmith changeset --mark-released && ${manager} install`,
      ),
    });
    expect(devDependencies).toMatchObject({
      typescript: "^5.0.0",
      tinsmith: expect.any(String),
      "@changesets/cli": expect.any(String),
    });
    expect(workspaces === undefined).toBe(manager === "pnpm");
    expect(await readFile(join(place.root, "README.md"), "utf8")).toBe("mine\n");
    const types = await readJson(join(place.root, "packages/types/package.json"));
    expect(types).toMatchObject({
      license: "MIT",
      author: "Acme",
      repository: { ...mine.repository, directory: "packages/types" },
    });
    expect((await tinsmith(place.root, "build", "--check")).code).toBe(0);
  });

  it("adds its folders to the workspaces of a project, unless the project already lists the folders", async () => {
    const init = async (workspaces: unknown) => {
      await using place = await workspace({ "package.json": JSON.stringify({ workspaces }) });
      await tinsmith(place.root, "init", "--package-manager", "npm");
      return (await readJson(join(place.root, "package.json")))["workspaces"];
    };
    expect(await init(["apps/*", "packages/*"])).toEqual(["apps/*", "packages/*"]);
    expect(await init({ packages: ["apps/*"], nohoist: [] })).toEqual({
      packages: [
        "apps/*",
        ...["types", "client", "mock-server", "docs"].map((x) => `packages/${x}`),
      ],
      nohoist: [],
    });
  });

  it.each([
    ["new", {}],
    ["with changesets", { ".changeset/config.json": "{}", "package.json": "{}" }],
  ])(
    "creates a changeset for the first release, and requires a changeset for each later change: %s",
    async (_, files) => {
      await using place = await workspace(files);
      await tinsmith(place.root, "init");
      const workflow = await readFile(join(place.root, ".github/workflows/tinsmith.yml"), "utf8");
      const step = /run: npx tinsmith (changeset .*)\n/.exec(workflow)?.[1]?.split(" ") ?? [];
      expect(step).toEqual(["changeset", "model", "--check"]);
      expect((await tinsmith(place.root, ...step)).code).toBe(0);
      const first = (await readdir(join(place.root, ".changeset"))).filter((name) =>
        name.endsWith(".md"),
      );
      expect(first).toHaveLength(1);
      await rm(join(place.root, ".changeset", first[0] ?? ""));
      expect((await tinsmith(place.root, ...step)).out).toContain(
        "/client needs a changeset: minor\n",
      );

      expect((await tinsmith(place.root, "changeset", "--mark-released")).code).toBe(0);
      expect((await tinsmith(place.root, ...step)).code).toBe(0);
      expect((await tinsmith(place.root, "build", "--check")).code).toBe(0);
      const path = join(place.root, "model/main.smithy");
      const model = await readFile(path, "utf8");
      await writeFile(path, model.replace("        GetTask\n", ""));
      expect((await tinsmith(place.root, ...step)).code).toBe(1);
      await tinsmith(place.root, "changeset");
      expect((await tinsmith(place.root, ...step)).code).toBe(0);
    },
    120_000,
  );

  it("rejects a package.json that is not an object", async () => {
    await using place = await workspace({ "package.json": "[]" });
    const { code, err } = await tinsmith(place.root, "init");
    expect(code).toBe(2);
    expect(err).toContain("package.json is not a JSON object");
  });

  it("rejects a package.json that is not JSON, and accepts a byte order mark", async () => {
    await using broken = await workspace({ "package.json": "{" });
    const { code, err } = await tinsmith(broken.root, "init");
    expect(code).toBe(2);
    expect(err).toContain("package.json is not valid JSON: ");
    expect(await readdir(broken.root)).toEqual(["package.json"]);
    await using marked = await workspace({
      "package.json": '\uFEFF{\r\n  "license": "MIT"\r\n}\r\n',
    });
    expect((await tinsmith(marked.root, "init")).code).toBe(0);
    expect(await readJson(join(marked.root, "package.json"))).toMatchObject({ license: "MIT" });
  });

  it("marks the packages as UNLICENSED until the owner chooses a license", async () => {
    await using place = await workspace({});
    await tinsmith(place.root, "init");
    expect(await readJson(join(place.root, "packages/docs/package.json"))).toMatchObject({
      license: "UNLICENSED",
    });
  });

  it("shows an example with --help", async () => {
    const { code, out } = await tinsmith(".", "init", "--help");
    expect(code).toBe(0);
    expect(out).toMatch(/Example:\n {2}tinsmith init my-api /);
  });
});
