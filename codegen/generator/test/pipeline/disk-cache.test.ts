import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BuildOptions } from "../../src/pipeline/build.js";
import { changes, createWorkbench, library, lines } from "../workbench.js";
import type { Workbench } from "../workbench.js";

const isWindows = process.platform === "win32";
if (isWindows) console.info("skipped: modes of files, which Windows does not have");

let bench: Workbench;
beforeEach(async () => {
  bench = await createWorkbench();
  await bench.write(library);
  await mkdir(join(bench.root, "node_modules"));
});
afterEach(() => bench.remove());

const folder = () => join(bench.root, "node_modules/.cache/tinsmith");
const entries = async (): Promise<readonly string[]> =>
  (await readdir(folder())).map((name) => join(folder(), name)).sort();

/**
 * Builds with an empty memory cache, like a new process. Returns the stages that were not cached.
 */
async function build(options: Partial<BuildOptions> = {}) {
  const done: string[] = [];
  const result = await bench.build({
    diskCache: "1",
    ...options,
    onTiming: ({ stage, target, cached }) => {
      const repeated = !cached && stage !== "read" && stage !== "write";
      if (repeated) done.push(target === undefined ? stage : `${stage} ${target}`);
    },
  });
  return { result, done, lines: lines(result), changes: changes(bench, result) };
}

const everything = ["load", "validate", "plan types", "emit types", "print types"];

describe("the cache on disk", () => {
  it("allows a build without changes to skip every stage, and to write no files", async () => {
    const first = await build();
    expect(first.done).toEqual(everything);
    const again = await build();
    expect(again).toMatchObject({ done: [], changes: [], lines: [] });
    expect(again.result.targets).toEqual(first.result.targets);
  });

  it("restores removed and edited files without repeating a stage", async () => {
    await build();
    const path = join(bench.root, "packages/types/src/generated/structures.ts");
    const written = await readFile(path, "utf8");
    await writeFile(path, "// edited");
    await rm(join(bench.root, "packages/types/src/generated/schemas.ts"));
    const again = await build();
    expect(again.done).toEqual([]);
    expect(again.changes).toEqual([
      "create packages/types/src/generated/schemas.ts",
      "update packages/types/src/generated/structures.ts",
    ]);
    expect(await readFile(path, "utf8")).toBe(written);
  });

  it("keeps warnings with their locations", async () => {
    await bench.write({
      "model/extra.smithy": `$version: "2"\nnamespace example\nenum Odd { a }\noperation Alone {}\n`,
    });
    const describeAll = ({ result }: Awaited<ReturnType<typeof build>>) =>
      result.diagnostics.map(({ code, message, severity, span, hint }) => {
        const at = span?.file.positionAt(span.start);
        return [code, severity, message, hint, span?.file.path, at?.line, at?.column];
      });
    const first = describeAll(await build());
    expect(first.map(([code]) => code)).toEqual(
      expect.arrayContaining(["EnumShape", "Build.Service"]),
    );
    const again = await build();
    expect(again.done).toEqual([]);
    expect(describeAll(again)).toEqual(first);
  });

  it("produces the same output as a build without a cache after each of many edits", async () => {
    const lend = library["model/lend.smithy"];
    const edits: readonly Readonly<Record<string, string>>[] = [
      {},
      { "model/lend.smithy": lend.replace("book", "volume") },
      { "model/lend.smithy": lend.replace("String", "Nothing") },
      { "model/lend.smithy": lend },
      { "model/note.smithy": `$version: "2"\nnamespace example\napply Lend @tags(["a"])\n` },
    ];
    const failed: boolean[] = [];
    for (const edit of edits) {
      await bench.write(edit);
      const kept = await build();
      const fresh = await bench.build({ check: true });
      expect(kept.lines).toEqual(lines(fresh));
      expect(fresh.changes).toEqual([]);
      failed.push(!kept.result.ok);
    }
    expect(failed).toEqual([false, false, true, false, false]);
  });

  it("avoids formatting files that an edit does not change", async () => {
    await build();
    await bench.write({
      "model/lend.smithy": library["model/lend.smithy"].replace(
        "@required",
        "/// Its title.\n@required",
      ),
    });
    const cached: (boolean | undefined)[] = [];
    const { createBuildCache } = await import("../../src/project/build-cache.js");
    const cache = createBuildCache();
    const get = cache.texts.get.bind(cache.texts);
    cache.texts.get = async (key, make) => {
      const got = await get(key, make);
      cached.push(got.cached);
      return got;
    };
    const { result } = await build({ cache });
    expect(result.changes.map(({ path }) => path)).toHaveLength(
      cached.filter((isCached) => !isCached).length,
    );
    expect(cached.filter((isCached) => isCached).length).toBeGreaterThan(3);
  });

  it("is not used by another version of the generator", async () => {
    await build();
    expect((await build({ diskCache: "2" })).done).toEqual(everything);
  });

  it("is not used for stages that a changed option affects", async () => {
    await bench.write({
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        plugins: {
          types: { package: "@example/types", output: "../packages/types" },
          model: { output: "../ast" },
        },
      },
    });
    await build();
    const text = await bench.read("model/smithy-build.json");
    await bench.write({
      "model/smithy-build.json": text.replace(
        '"output": "../ast"',
        '"output": "../ast", "file": "new.json"',
      ),
    });
    const { done, changes: changed } = await build();
    expect(done).not.toContain("validate");
    expect(changed).toEqual(["create ast/new.json"]);
  });

  it("does not make a build accept unknown traits that another build accepted", async () => {
    await bench.write({
      "model/odd.smithy": `$version: "2"\nnamespace example\n@missing.ns#thing\nstring Odd\n`,
    });
    expect((await build({ allowUnknownTraits: true })).result.ok).toBe(true);
    expect((await build()).result.ok).toBe(false);
  });

  it("does not store the results of generators that the configuration names", async () => {
    await bench.write({
      "model/mine.cjs": `
        const options = { kind: "schema", type: "any", reference: () => {}, expects: "any", async: false,
          "~run": (dataset) => ((dataset.typed = true), dataset) };
        exports.default = { name: "mine", options,
          generate: () => ({ files: [{ path: "a.txt", text: String(++globalThis.minesRuns) }] }) };`,
      "model/smithy-build.json": {
        version: "1.0",
        sources: ["."],
        plugins: { "./mine.cjs": { output: "../packages/mine" } },
      },
    });
    Object.assign(globalThis, { minesRuns: 0 });
    await build();
    await build();
    expect(await bench.read("packages/mine/src/generated/a.txt")).toBe("2");
  });

  it("is not created without node_modules or by a library call", async () => {
    await rm(join(bench.root, "node_modules"), { recursive: true });
    await build();
    expect((await readdir(bench.root)).sort()).toEqual(["model", "packages"]);
    await mkdir(join(bench.root, "node_modules"));
    await bench.build();
    expect(await readdir(join(bench.root, "node_modules"))).toEqual([]);
  });
});

describe("an entry of the cache", () => {
  it.each([
    ["is empty", () => Buffer.alloc(0)],
    ["is truncated", (text: Buffer) => text.subarray(0, text.length - 1)],
    ["has a changed byte at its end", (text: Buffer) => flip(text, text.length - 1)],
    ["has a changed byte in its header", (text: Buffer) => flip(text, 3)],
    ["has a changed byte in its value", (text: Buffer) => flip(text, 200)],
    ["has no header line", () => Buffer.from("garbage")],
  ])("is rebuilt without a message if it %s", async (_, damage) => {
    await build();
    for (const path of await entries()) await writeFile(path, damage(await readFile(path)));
    const again = await build();
    expect(again).toMatchObject({ done: everything, changes: [], lines: [] });
    expect((await build()).done).toEqual([]);
  });

  it("is not used in place of another entry", async () => {
    await build();
    const all = await entries();
    for (const [index, path] of all.entries()) await copyFile(path, `${path}.${index}`);
    for (const [index, path] of all.entries()) {
      await rename(`${path}.${index}`, all[(index + 1) % all.length] ?? path);
    }
    expect(await build()).toMatchObject({ done: everything, changes: [], lines: [] });
  });

  it("is not used for another model, even if it is intact", async () => {
    await build();
    const old = new Map<string, Buffer>();
    for (const path of await entries()) old.set(path, await readFile(path));
    await bench.write({
      "model/lend.smithy": library["model/lend.smithy"].replace("book", "volume"),
    });
    await build();
    for (const [path, text] of old) await writeFile(path, text);
    expect(await build()).toMatchObject({ changes: [], lines: [] });
  });

  it("is not read if it is a symbolic link", async () => {
    await build();
    for (const path of await entries()) {
      await rename(path, join(bench.root, "moved"));
      await symlink(join(bench.root, "moved"), path);
    }
    expect((await build()).done).toEqual(everything);
  });

  it.skipIf(isWindows)("is not used if other users can write to it", async () => {
    await build();
    for (const path of await entries()) await chmod(path, 0o666);
    expect((await build()).done).toEqual(everything);
  });

  it.skipIf(isWindows)("can be read and written only by its user", async () => {
    await build();
    expect((await lstat(folder())).mode & 0o777).toBe(0o700);
    for (const path of await entries()) expect((await lstat(path)).mode & 0o777).toBe(0o600);
  });

  it("is removed after a month without use, like the temporary files of killed builds", async () => {
    await build();
    const old = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    const unused = join(folder(), `${"0".repeat(32)}.entry`);
    const left = join(folder(), `${"0".repeat(32)}.${"0".repeat(16)}.tmp`);
    const own = join(folder(), "notes.txt");
    for (const path of [unused, left, own]) {
      await writeFile(path, "x");
      await utimes(path, old, old);
    }
    await bench.write({ "model/note.smithy": '$version: "2"\nnamespace example\nstring New\n' });
    await build();
    expect(await entries()).not.toContain(unused);
    expect(await entries()).not.toContain(left);
    expect(await entries()).toContain(own);
  });
});

describe("the folder of the cache", () => {
  it.skipIf(isWindows)("is not used if other users can write to it", async () => {
    await mkdir(folder(), { recursive: true });
    await chmod(folder(), 0o777);
    await build();
    expect((await build()).done).toEqual(everything);
    expect(await entries()).toEqual([]);
  });

  it.each(["node_modules", "node_modules/.cache", "node_modules/.cache/tinsmith"])(
    "is not used if %s is a link",
    async (path) => {
      const target = join(bench.root, "elsewhere");
      await mkdir(target);
      await rm(join(bench.root, "node_modules"), { recursive: true });
      await mkdir(join(bench.root, path, ".."), { recursive: true });
      await symlink(target, join(bench.root, path));
      await build();
      expect((await build()).done).toEqual(everything);
      expect(await readdir(target)).toEqual([]);
    },
  );

  it("can be used by concurrent builds", async () => {
    const results = await Promise.all([build(), build(), build()]);
    expect(results.map(({ result }) => result.ok)).toEqual([true, true, true]);
    expect(await build()).toMatchObject({ done: [], changes: [] });
  });
});

function flip(text: Buffer, at: number): Buffer {
  const copy = Buffer.from(text);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
