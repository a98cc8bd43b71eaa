import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const good = '$version: "2.0"\n\nnamespace a\n\nstring A\n';
const reading = ["ast", "validate", "format", "select --selector *"];

const isRoot = process.getuid?.() === 0;
if (isRoot) console.info("skipped: files that may not be read, as root may read everything");

const isLinux = process.platform === "linux";
if (!isLinux) console.info("skipped: output that cannot be written, as only Linux has /dev/full");

describe("an empty argument, as from an unset shell variable", () => {
  it.each([
    [["init", ""], 'after "init"'],
    [["build", ""], 'after "build"'],
    [["validate", ""], 'after "validate"'],
    [["generate", "types", "--out", "", "a.smithy"], 'after "--out"'],
    [["generate", "types", "--out=", "a.smithy"], "of --out="],
    [["select", "--selector", "", "a.smithy"], 'after "--selector"'],
  ])("is rejected without writing files: %j", async (argv, place) => {
    await using project = await workspace({ "a.smithy": good });
    expect(await tinsmith(project.root, ...argv)).toEqual({
      code: 2,
      out: "",
      err: `error: The value ${place} is empty. Expected a value such as the path of a folder\n`,
    });
    expect(await readdir(project.root)).toEqual(["a.smithy"]);
  });
});

describe.each(reading)("tinsmith %s", (line) => {
  const command = line.split(" ");
  it("reports a path that does not exist", async () => {
    await using project = await workspace({ "a.smithy": good });
    expect(await tinsmith(project.root, ...command, "a.smithy", "b.smithy")).toEqual({
      code: 2,
      out: "",
      err: "error: File or folder not found: b.smithy\n",
    });
  });

  it("rejects a folder without models", async () => {
    await using project = await workspace({ "model/notes.txt": "", "model/package.json": "{}" });
    const { code, out, err } = await tinsmith(project.root, ...command, "model");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("error: No ");
    expect(err).toContain("model");
  });

  it.each([
    ["binary", Buffer.from([0, 0xff, 0xfe, 1])],
    ["Latin 1", Buffer.from(good.replace("string", "/// caf\xe9\nstring"), "latin1")],
    ["UTF-16", Buffer.from(`\uFEFF${good}`, "utf16le")],
  ])("does not read a %s file as text, and leaves it unchanged", async (_, bytes) => {
    await using project = await workspace({});
    await writeFile(join(project.root, "a.smithy"), bytes);
    expect(await tinsmith(project.root, ...command, ".")).toEqual({
      code: 2,
      out: "",
      err: "error: a.smithy is not UTF-8 text\n",
    });
    expect(await readFile(join(project.root, "a.smithy"))).toEqual(bytes);
  });

  it("reads a file with a byte order mark and carriage returns", async () => {
    await using project = await workspace({
      "a.smithy": `\uFEFF${good.replaceAll("\n", "\r\n")}`,
    });
    expect((await tinsmith(project.root, ...command, "a.smithy")).code).toBe(0);
  });

  it("accepts circular symbolic links, and folders that are named like models", async () => {
    await using project = await workspace({ "a.smithy": good });
    await mkdir(join(project.root, "b.smithy"));
    await symlink("loop", join(project.root, "loop"));
    expect((await tinsmith(project.root, ...command, "loop")).err).toBe(
      "error: loop is a circular symbolic link\n",
    );
    expect((await tinsmith(project.root, ...command, ".")).code).toBe(0);
  });

  it.skipIf(isRoot)("reports a file without read permission", async () => {
    await using project = await workspace({ "a.smithy": good });
    await chmod(join(project.root, "a.smithy"), 0);
    const { code, err } = await tinsmith(project.root, ...command, "a.smithy");
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: Permission to read a.smithy is denied\n",
    });
  });
});

describe("tinsmith", () => {
  it.each(["build", "validate"])(
    "%s without a configuration fails with a usage error",
    async (command) => {
      await using project = await workspace({});
      const { code, out, err } = await tinsmith(project.root, command);
      expect(code).toBe(2);
      expect(out + err).toContain("Configuration file not found: smithy-build.json");
    },
  );

  it("build reports a source that is not text", async () => {
    await using project = await workspace({
      "smithy-build.json": '{ "version": "1.0", "sources": ["model"] }',
      "model/a.smithy": good,
    });
    await writeFile(join(project.root, "model/b.smithy"), Buffer.from([0xff]));
    const { code, err } = await tinsmith(project.root, "build");
    expect(code).toBe(1);
    expect(err).toContain("model/b.smithy cannot be read: it is not UTF-8 text");
  });

  it("validate escapes control characters of a file", async () => {
    await using project = await workspace({ "a.smithy": '$version: "2.0"\n\u001B[31m\0' });
    const { out } = await tinsmith(project.root, "validate", "a.smithy");
    expect(out).toContain("␛[31m␀");
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});

describe("the tinsmith process", () => {
  const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
  let long: Awaited<ReturnType<typeof workspace>>;
  beforeAll(async () => {
    const shapes = Array.from({ length: 3000 }, (_, index) => `string Shape${index}\n`).join("");
    long = await workspace({ "a.smithy": `$version: "2.0"\nnamespace a\n${shapes}` });
    return () => long[Symbol.asyncDispose]();
  });

  const start = (...argv: readonly string[]) =>
    spawn(process.execPath, [bin, ...argv], { cwd: long.root, stdio: ["ignore", "pipe", "pipe"] });

  it("ends without an error message if the reader closes the pipe early", async () => {
    const child = start("ast", "a.smithy");
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = await once(child, "close");
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
  });

  it.skipIf(!isLinux)("reports a failure to write its output", async () => {
    const child = spawn("sh", ["-c", '"$0" "$1" ast a.smithy > /dev/full', process.execPath, bin], {
      cwd: long.root,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = await once(child, "close");
    expect(code).toBe(2);
    expect(errors).toMatch(/^error: standard output cannot be written: ENOSPC[^\n]*\n$/);
  });
});

describe("tinsmith init", () => {
  it("rejects a path that is a file instead of a folder", async () => {
    await using project = await workspace({ file: "x" });
    const { code, err } = await tinsmith(project.root, "init", "file/x");
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .*file\/x.*: a file is where a folder is expected\n$/);
  });
});
