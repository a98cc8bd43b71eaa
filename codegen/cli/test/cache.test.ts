import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

const stage = (name: string) => new RegExp(`^  ${name} `, "m");

describe("tinsmith build", () => {
  it("repeats no stage in a second build, unless --no-cache is set", async () => {
    await using project = await workspace(smallProject);
    await mkdir(join(project.root, "node_modules"));
    expect((await tinsmith(project.root, "build", "--timing")).err).toMatch(stage("load"));
    const again = await tinsmith(project.root, "build", "--timing");
    expect(again.err).toContain("up to date");
    expect(again.err).not.toMatch(stage("load"));
    expect(again.err).toMatch(/^ {2}emit types .*cached$/m);
    const fresh = await tinsmith(project.root, "build", "--timing", "--no-cache");
    expect(fresh.err).toMatch(stage("load"));
    expect(fresh.err).toContain("up to date");
  });

  it("does not write a cache with --no-cache", async () => {
    await using project = await workspace(smallProject);
    await mkdir(join(project.root, "node_modules"));
    await tinsmith(project.root, "build", "--no-cache");
    expect(await readdir(join(project.root, "node_modules"))).toEqual([]);
  });
});
