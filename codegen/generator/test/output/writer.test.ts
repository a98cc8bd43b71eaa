import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyChanges } from "../../src/output/apply-changes.js";
import { planChanges } from "../../src/output/changes.js";
import { describeFileError } from "../../src/output/file-error.js";
import { makeFolder } from "../../src/output/make-folder.js";
import { writeManifest } from "../../src/output/manifest.js";
import { replaceFile } from "../../src/output/replace-file.js";
import { makeStagingFolder, sweepStagingFolders } from "../../src/output/staging-folder.js";
import { collidingPaths, noOwnedFields, pathProblem } from "../../src/output/output-tree.js";
import type { OutputTree } from "../../src/output/output-tree.js";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tinsmith-output-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const generated = (path: string) => join(root, "src/generated", path);

function tree(files: Readonly<Record<string, string>>, rest: Partial<OutputTree> = {}): OutputTree {
  const list = Object.entries(files).map(([path, content]) => ({ path, content }));
  const paths = Object.keys(files);
  return {
    root,
    folder: "src/generated",
    files: list,
    tests: [],
    kept: [],
    starters: [],
    manifest: writeManifest({ files: paths, tests: [], owned: noOwnedFields, scaffolded: [] }),
    ...rest,
  };
}

async function write(output: OutputTree): Promise<readonly string[]> {
  const changes = planChanges(output);
  await applyChanges(changes);
  return changes.map(({ kind, path }) => `${kind} ${path.slice(root.length + 1)}`).sort();
}

async function contents(folder = root): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")]),
  );
  return Object.fromEntries(texts);
}

describe("writing an output tree", () => {
  it("creates the files and a manifest that lists them", async () => {
    expect(await write(tree({ "a.ts": "a\n", "deep/b.ts": "b\n" }))).toEqual([
      "create src/generated/a.ts",
      "create src/generated/deep/b.ts",
      "create src/generated/manifest.json",
    ]);
    expect(JSON.parse(await readFile(generated("manifest.json"), "utf8")).files).toEqual([
      "a.ts",
      "deep/b.ts",
    ]);
  });

  it("creates a missing root folder", async () => {
    const folder = join(root, "new/folder");
    const kept = [{ path: "model.json", content: "{}\n" }];
    const output = tree({}, { root: folder, kept, manifest: undefined });
    expect(await write(output)).toEqual(["create new/folder/model.json"]);
    expect(await contents(folder)).toEqual({ "model.json": "{}\n" });
  });

  it("does not write a file that is up to date", async () => {
    await write(tree({ "a.ts": "a\n", "b.ts": "b\n" }));
    const before = await stat(generated("a.ts"));
    expect(await write(tree({ "a.ts": "a\n", "b.ts": "other\n" }))).toEqual([
      "update src/generated/b.ts",
    ]);
    expect((await stat(generated("a.ts"))).mtimeMs).toBe(before.mtimeMs);
    expect((await stat(generated("a.ts"))).ino).toBe(before.ino);
  });

  it("changes nothing when run again", async () => {
    await write(tree({ "a.ts": "a\n" }));
    expect(await write(tree({ "a.ts": "a\n" }))).toEqual([]);
  });

  it("writes text with Unix line breaks, and binary content unchanged", async () => {
    const bytes = new Uint8Array([13, 10, 255]);
    const files = [
      { path: "a.ts", content: "a\r\nb\n" },
      { path: "b.bin", content: bytes },
    ];
    await write({ ...tree({}), files });
    expect(await readFile(generated("a.ts"), "utf8")).toBe("a\nb\n");
    expect(new Uint8Array(await readFile(generated("b.bin")))).toEqual(bytes);
  });

  it("leaves no temporary files", async () => {
    await write(tree({ "a.ts": "a\n" }));
    expect(Object.keys(await contents())).toEqual([
      "src/generated/a.ts",
      "src/generated/manifest.json",
    ]);
  });

  it("writes a starter file once, and does not overwrite it later", async () => {
    const starters = [{ path: "src/index.ts", content: "first\n" }];
    await write(tree({ "a.ts": "a\n" }, { starters }));
    await writeFile(join(root, "src/index.ts"), "mine\n");
    expect(await write(tree({ "a.ts": "a\n" }, { starters }))).toEqual([]);
    expect(await readFile(join(root, "src/index.ts"), "utf8")).toBe("mine\n");
  });
});

describe("removing stale files", () => {
  it("removes files of an earlier run and folders that become empty", async () => {
    await write(tree({ "a.ts": "a\n", "old/deep/b.ts": "b\n" }));
    expect(await write(tree({ "a.ts": "a\n" }))).toEqual([
      "delete src/generated/old/deep/b.ts",
      "update src/generated/manifest.json",
    ]);
    expect(await readdir(generated("."))).toEqual(["a.ts", "manifest.json"]);
  });

  it("removes generated tests, but not the tests that a user added to the same folder", async () => {
    const tests = [{ path: "a.test.ts", content: "a\n" }];
    const facts = { owned: noOwnedFields, scaffolded: [] };
    const manifest = writeManifest({ files: ["a.ts"], tests: ["a.test.ts"], ...facts });
    expect(await write(tree({ "a.ts": "a\n" }, { tests, manifest }))).toContain(
      "create test/generated/a.test.ts",
    );
    await writeFile(join(root, "test/generated/own.test.ts"), "own\n");
    expect(await write(tree({ "a.ts": "a\n" }))).toEqual([
      "delete test/generated/a.test.ts",
      "update src/generated/manifest.json",
    ]);
    expect(Object.keys(await contents())).toContain("test/generated/own.test.ts");
  });

  it("does not remove files that the manifest does not list", async () => {
    await write(tree({ "a.ts": "a\n", "old/b.ts": "b\n" }));
    await writeFile(generated("mine.ts"), "mine\n");
    await writeFile(generated("old/mine.ts"), "mine\n");
    await write(tree({ "a.ts": "a\n" }));
    expect(Object.keys(await contents(generated(".")))).toEqual([
      "a.ts",
      "manifest.json",
      "mine.ts",
      "old/mine.ts",
    ]);
  });

  it("does not remove files outside of the folder, even if the manifest lists them", async () => {
    await mkdir(generated("."), { recursive: true });
    await writeFile(join(root, "precious.txt"), "x");
    await writeFile(
      generated("manifest.json"),
      JSON.stringify({ files: ["../../precious.txt", "/etc/passwd", "a/../../../precious.txt"] }),
    );
    const changes = planChanges(tree({ "a.ts": "a\n" }));
    expect(changes.filter(({ kind }) => kind === "delete")).toEqual([]);
  });

  it.each(["not json", "[]", '{"files": 1}', ""])(
    "removes nothing if the manifest is %j",
    async (text) => {
      await mkdir(generated("."), { recursive: true });
      await writeFile(generated("manifest.json"), text);
      await writeFile(generated("old.ts"), "x");
      await write(tree({ "a.ts": "a\n" }));
      expect(await readFile(generated("old.ts"), "utf8")).toBe("x");
    },
  );
});

describe("a failure of the writer", () => {
  it("does not change files if it occurs while files are staged", async () => {
    await write(tree({ "a.ts": "old\n" }));
    await writeFile(generated("blocked"), "a file where a folder is needed");
    const before = await contents();
    const changes = planChanges(
      tree({ "a.ts": "new\n", "new/b.ts": "b\n", "blocked/c.ts": "c\n" }),
    );
    await expect(applyChanges(changes)).rejects.toThrow();
    expect(await contents()).toEqual(before);
  });

  it("rolls back all changes if it occurs while files are renamed", async () => {
    await write(tree({ "a.ts": "old\n", "b.ts": "old\n" }));
    const changes = planChanges(tree({ "a.ts": "new\n", "b.ts": "new\n", "c.ts": "new\n" }));
    const before = await contents();
    // If a folder exists at the path of the last file, staging succeeds, but the rename fails.
    await mkdir(generated("c.ts/full"), { recursive: true });
    await expect(applyChanges(changes)).rejects.toThrow();
    await rm(generated("c.ts"), { recursive: true });
    expect(await contents()).toEqual(before);
  });
});

describe("staging folders", () => {
  it("are removed after success and after an abort", async () => {
    const controller = new AbortController();
    controller.abort();
    const changes = planChanges(tree({ "a.ts": "a\n" }));
    await expect(applyChanges(changes, { signal: controller.signal })).rejects.toThrow("aborted");
    expect(await readdir(root)).toEqual([]);
    await applyChanges(changes);
    expect(await readdir(root)).toEqual(["src"]);
  });

  it("are removed if their process has ended, and kept otherwise", async () => {
    const own = await makeStagingFolder(root);
    await writeFile(join(own, "0"), "x");
    const ended = spawnSync(process.execPath, ["--version"]).pid;
    const left = own.replace(`-${process.pid}-`, `-${ended}-`);
    await mkdir(left);
    await writeFile(join(left, "0"), "x");
    const outside = join(root, "outside");
    await mkdir(outside);
    await writeFile(join(outside, "precious"), "x");
    const link = left.replace(/.{3}\.tmp$/, "000.tmp");
    await symlink(outside, link);
    const similar = [".tinsmith-notes.tmp", ".tinsmith-1-2-3"];
    for (const name of similar) await mkdir(join(root, name));
    const otherHost = left.replace(/\.tinsmith-.{8}/, ".tinsmith-00000000");
    await mkdir(otherHost);

    await sweepStagingFolders(root);
    const kept = [own, link, otherHost].map((path) => basename(path));
    expect((await readdir(root)).sort()).toEqual([...kept, ...similar, "outside"].sort());
    expect(await readdir(outside)).toEqual(["precious"]);

    const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    await utimes(otherHost, old, old);
    await sweepStagingFolders(root);
    expect(existsSync(otherHost)).toBe(false);
    expect(existsSync(own)).toBe(true);
  });

  it("are ignored if the folder does not exist", async () => {
    await expect(sweepStagingFolders(join(root, "missing"))).resolves.toBeUndefined();
  });
});

describe("two builds at once", () => {
  it("write the same files without errors", async () => {
    await write(tree({ "old/a.ts": "a\n", "b.ts": "old\n" }));
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`d${index % 7}/${index}.ts`, `${index}\n`]),
    );
    const changes = planChanges(tree(files));
    await Promise.all([applyChanges(changes), applyChanges(changes), applyChanges(changes)]);
    expect(planChanges(tree(files))).toEqual([]);
    expect((await readdir(root)).sort()).toEqual(["src"]);
  });

  it("do not remove the files of the other build if they fail", async () => {
    const changes = planChanges(tree({ "new/a.ts": "a\n", "new/b.ts": "b\n" }));
    await mkdir(generated("new/b.ts/full"), { recursive: true });
    await writeFile(generated("new/theirs.ts"), "theirs\n");
    await expect(applyChanges(changes)).rejects.toThrow();
    expect(await readFile(generated("new/theirs.ts"), "utf8")).toBe("theirs\n");
  });
});

describe("replaceFile", () => {
  it("replaces the target of a link, keeps its permissions, and removes its temporary file", async () => {
    await writeFile(join(root, "a.smithy"), "old\n", { mode: 0o640 });
    await symlink("a.smithy", join(root, "link.smithy"));
    await replaceFile(join(root, "link.smithy"), "new\n");
    expect(await readFile(join(root, "a.smithy"), "utf8")).toBe("new\n");
    expect((await stat(join(root, "a.smithy"))).mode & 0o777).toBe(0o640);
    expect((await lstat(join(root, "link.smithy"))).isSymbolicLink()).toBe(true);
    expect((await readdir(root)).sort()).toEqual(["a.smithy", "link.smithy"]);
  });
});

describe("describeFileError", () => {
  it.each([
    ["ENOSPC", "/x/a.ts: the disk is full"],
    ["EROFS", "/x/a.ts: the disk is read-only"],
    ["EACCES", "/x/a.ts: permission is denied"],
    ["ENOTDIR", "/x/a.ts: a file is where a folder is expected"],
  ])("explains the error code %s", (code, words) => {
    const error = Object.assign(new Error(`${code}: raw`), { code, path: "/x/a.ts" });
    expect(describeFileError(error)).toBe(words);
  });

  it("keeps the message of other errors", () => {
    expect(describeFileError(new Error("own words"))).toBe("own words");
    expect(describeFileError(Object.assign(new Error("odd"), { code: "EODD" }))).toBe("odd");
  });
});

describe("makeFolder", () => {
  it("creates the missing parents and returns the first new folder", async () => {
    expect(await makeFolder(join(root, "a/b/c"))).toBe(join(root, "a"));
    expect(await makeFolder(join(root, "a/b/c"))).toBeUndefined();
    expect(await makeFolder(join(root, "a/b/d"))).toBe(join(root, "a/b/d"));
  });

  it("throws if a parent is a file", async () => {
    await writeFile(join(root, "file"), "x");
    await expect(makeFolder(join(root, "file/a"))).rejects.toThrow(/ENOTDIR/);
    await expect(makeFolder(join(root, "file"))).rejects.toThrow(/EEXIST/);
  });

  const proc = existsSync("/proc/self");
  if (!proc) console.info("Skipped: /proc is missing, in which folders cannot be created.");
  it.skipIf(!proc)("throws if the file system does not find a folder that it created", async () => {
    await expect(makeFolder("/proc/nothing/below")).rejects.toThrow(/ENOENT/);
  });
});

describe("a symbolic link in the output folder", () => {
  it("cannot redirect a file to another folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "tinsmith-outside-"));
    await mkdir(join(root, "src"));
    await symlink(outside, join(root, "src/generated"));
    const changes = planChanges(tree({ "a.ts": "a\n" }));
    await expect(applyChanges(changes)).rejects.toThrow(/outside/);
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });
});

describe("a path of an output file", () => {
  it.each(["a.ts", "deep/er/a-b_c.d.ts", ".keep", "@x/y.ts", "constructor.ts", "__proto__.ts"])(
    "can be %s",
    (path) => {
      expect(pathProblem(path)).toBeUndefined();
    },
  );

  it.each([
    "",
    "../x",
    "a/../../x",
    "/etc/passwd",
    "a//b",
    "./a",
    "a\\b",
    "C:x",
    "a\0b",
    "a\nb",
    "x.",
    "a /b",
  ])("must not be %j", (path) => {
    expect(pathProblem(path)).toBeTypeOf("string");
  });

  it("must not differ from other paths only in case", () => {
    expect(collidingPaths(["a.ts", "b.ts", "A.ts"])).toEqual(["a.ts", "A.ts"]);
    expect(collidingPaths(["a.ts", "b.ts"])).toBeUndefined();
  });
});
