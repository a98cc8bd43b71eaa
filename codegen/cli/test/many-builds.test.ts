import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

function tinsmith(root: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd: root,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

/** Returns the files of projects, by folder. `edit` changes their models. */
const projects = (edits: Readonly<Record<string, (model: string) => string>>) =>
  Object.fromEntries(
    Object.entries(edits).flatMap(([folder, edit]) => [
      [`${folder}/smithy-build.json`, smallProject["smithy-build.json"]],
      [`${folder}/main.smithy`, edit(smallProject["main.smithy"])],
      [`${folder}/package.json`, "{}"],
    ]),
  );

const same = (model: string) => model;
const broken = (model: string) => model.replace("Timestamp", "Nothing");
const four = { a: same, b: broken, c: same, d: same };

describe("tinsmith build with several configurations", () => {
  it("builds every configuration, and prints the errors of a failed configuration last", async () => {
    await using place = await workspace(projects(four));
    const { code, out, err } = tinsmith(place.root, "build", ...Object.keys(four));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const name of ["a", "c", "d"]) {
      expect(existsSync(join(place.root, name, "out/types/package.json"))).toBe(true);
      expect(err).toMatch(new RegExp(`^\\[\\d/4\\] ${name}: \\d+ files changed`, "m"));
    }
    expect(existsSync(join(place.root, "b/out"))).toBe(false);
    expect(err).toMatch(/^\[\d\/4\] b: failed$/m);
    const [, after = ""] = err.split("\nb\nERROR Target.UnresolvedShape");
    expect(after).toContain("at b/main.smithy:");
    expect(after).toMatch(/\n1 of 4 configurations failed: b \(.*\)\n$/);
    expect(after).not.toContain("files changed");
  });

  it("writes the same output on one thread as on several threads", async () => {
    await using one = await workspace(projects({ a: same, b: same, c: same }));
    await using several = await workspace(projects({ a: same, b: same, c: same }));
    expect(tinsmith(one.root, "build", "--jobs", "1", "a", "b", "c").code).toBe(0);
    expect(tinsmith(several.root, "build", "--jobs", "3", "a", "b", "c").code).toBe(0);
    const files = async (root: string) => (await readdir(root, { recursive: true })).sort();
    expect(await files(several.root)).toEqual(await files(one.root));
    const check = tinsmith(several.root, "build", "--check", "a", "b", "c");
    expect(check.err).toMatch(/^3 configurations built \(/m);
    expect(check.code).toBe(0);
  });

  it("prints only failed configurations with --quiet", async () => {
    await using place = await workspace(projects(four));
    const { err } = tinsmith(place.root, "build", "--quiet", ...Object.keys(four));
    expect(err).toMatch(/^\nb\nERROR /);
    expect(tinsmith(place.root, "build", "--quiet", "a", "c")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });

  it("reports a configuration that does not exist, and builds the others", async () => {
    await using place = await workspace(projects({ a: same }));
    const { code, err } = tinsmith(place.root, "build", "a", "missing");
    expect(code).toBe(1);
    expect(err).toContain("Configuration file not found: missing");
    expect(existsSync(join(place.root, "a/out/types/package.json"))).toBe(true);
  });

  it("rejects --watch and an invalid number of threads", async () => {
    await using place = await workspace(projects({ a: same, b: same }));
    const { terminal, written } = recordingTerminal(place.root);
    expect(await run(["build", "--watch", "a", "b"], terminal)).toBe(2);
    expect(written.err).toBe("error: --watch needs a single configuration\n");
    expect(await run(["build", "--jobs", "0", "a", "b"], terminal)).toBe(2);
    expect(written.err).toContain("Expected a number of threads, at least 1.");
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "ends after %s without writing files, even while its threads compute",
    async (signal, code) => {
      const endless = `const options = { kind: "schema", type: "any", reference: () => {}, expects: "any",
        async: false, "~run": (data) => ((data.typed = true), data) };
      exports.default = { name: "endless", options, generate() {
        require("node:fs").writeFileSync(__dirname + "/ran", ""); for (;;); } };`;
      const config = JSON.stringify({
        version: "1.0",
        sources: ["main.smithy"],
        plugins: { types: { output: "out" }, "./endless.cjs": { output: "other" } },
      });
      await using place = await workspace({
        ...projects({ a: same, b: same }),
        "a/endless.cjs": endless,
        "a/smithy-build.json": config,
        "b/endless.cjs": endless,
        "b/smithy-build.json": config,
      });
      const child = spawn(process.execPath, [bin, "build", "--jobs", "2", "a", "b"], {
        cwd: place.root,
        stdio: "ignore",
      });
      const ended = once(child, "exit");
      const bothRan = () => ["a", "b"].every((name) => existsSync(join(place.root, name, "ran")));
      await expect.poll(bothRan, { timeout: 20_000, interval: 20 }).toBe(true);
      child.kill(signal);
      expect((await ended)[0]).toBe(code);
      expect(existsSync(join(place.root, "a/out"))).toBe(false);
    },
  );
});
