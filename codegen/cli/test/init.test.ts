import { readdir, readFile } from "node:fs/promises";
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

describe("tinsmith init", () => {
  it("creates a workspace that is built, valid and formatted", async () => {
    await using place = await workspace({});
    const { code, out, err } = await tinsmith(place.root, "init", "My API");
    expect(err).toContain("create My API/model/main.smithy\n");
    expect(err).toMatch(/create My API\/packages\/client: \d+ files\n/);
    expect(out).toMatch(/Next:\n {2}cd "My API"\n {2}npx -y pnpm@12 test /);
    expect(code).toBe(0);

    const root = join(place.root, "My API");
    expect((await readdir(root)).sort()).toEqual([
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
    for (const path of ["package.json", "README.md", "test/tasks.test.ts"]) {
      const text = await readFile(join(root, path), "utf8");
      expect(await formatText(path, text)).toBe(text);
    }
  });

  it("names the packages after the folder, and adds them and this release as dependencies", async () => {
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

  it("works in the current folder next to unrelated files", async () => {
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
    expect(err).toContain("would overwrite\n  a/package.json\n  a/packages/types\n");
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

  it("shows an example with --help", async () => {
    const { code, out } = await tinsmith(".", "init", "--help");
    expect(code).toBe(0);
    expect(out).toMatch(/Example:\n {2}tinsmith init my-api /);
  });
});
