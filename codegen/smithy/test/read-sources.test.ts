import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPackageSources, readSources } from "../src/node/index.js";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-sources-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** Reads the sources below a path and returns their paths. */
const read = async (path = "") =>
  (await readSources([join(folder, path)])).map((source) => relative(folder, source.path));

describe("readSources", () => {
  it("reads the models of a folder and its subfolders, sorted", async () => {
    await write({
      "b.smithy": "",
      "a/c.smithy": "",
      "a/model.json": '{\n  "smithy": "2.0"}',
      "package.json": '{"name": "x"}',
      "smithy-build.json": '{"version": "1.0"}',
      "node_modules/x/y.smithy": "",
      ".hidden/y.smithy": "",
      "notes.md": "",
    });
    expect(await read()).toEqual(["a/c.smithy", "a/model.json", "b.smithy"]);
  });

  it("reads the files that a manifest lists", async () => {
    await write({
      manifest: "# models\na.smithy\n\nsub/b.json\n",
      "a.smithy": "",
      "sub/b.json": "",
      "c.smithy": "",
    });
    expect(await read()).toEqual(["a.smithy", "sub/b.json"]);
    expect(await read("manifest")).toEqual(["a.smithy", "sub/b.json"]);
  });

  it("omits the JSON AST that a package builds from its models", async () => {
    await write({
      "package.json": '{"smithy": {"ast": "./model.json"}}',
      "model.json": '{"smithy": "2.0"}',
      "other.json": '{"smithy": "2.0"}',
    });
    expect(await read()).toEqual(["other.json"]);
  });

  it("reads the models that a package.json lists", async () => {
    await write({
      "package.json": '{"smithy": {"sources": ["model"]}}',
      "model/a.smithy": "",
      "test/b.smithy": "",
    });
    const sources = await readPackageSources(folder);
    expect(sources.map(({ path }) => relative(folder, path))).toEqual(["model/a.smithy"]);
    await write({ "package.json": '{"name": "x"}' });
    expect(await readPackageSources(folder)).toEqual([]);
  });

  it("reads a file with any name once, and removes its byte order mark", async () => {
    await write({ "a.txt": "\uFEFFnamespace a" });
    const path = join(folder, "a.txt");
    expect(await readSources([path, path])).toEqual([{ path, text: "namespace a" }]);
  });

  it("rejects a path that does not exist", async () => {
    await expect(read("missing")).rejects.toThrow("ENOENT");
  });
});
