import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { smallProject, workspace } from "./workspace.js";

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/** Returns the scripts of packages that a command loads, according to V8's coverage. */
async function scriptsOf(...argv: readonly string[]): Promise<readonly string[]> {
  await using project = await workspace(smallProject);
  return scriptsIn(project.root, argv);
}

function scriptsIn(root: string, argv: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-coverage-"));
  try {
    const { status } = spawnSync(process.execPath, [bin, ...argv], {
      cwd: root,
      env: { ...process.env, NODE_V8_COVERAGE: folder },
    });
    expect(status).toBe(0);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    return texts.flatMap((text) =>
      [...text.matchAll(/"url":"(file:[^"]*)"/g)].map(([, url = ""]) => url),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("tinsmith", () => {
  it("validates without loading the generators", async () => {
    const scripts = await scriptsOf("validate");
    expect(scripts.some((url) => url.includes("/smithy/dist/"))).toBe(true);
    expect(scripts.map((url) => basename(url))).toContain("project.js");
    expect(scripts.filter((url) => url.endsWith("/generator/dist/index.js"))).toEqual([]);
    expect(scripts.filter((url) => /render-site|-target-|oxfmt/.test(url))).toEqual([]);
    expect(scripts.filter((url) => /\/dist\/(?:diff|release)\./.test(url))).toEqual([]);
  });

  it("repeats a build without loading the formatter, the renderer and the list of packages", async () => {
    await using project = await workspace(smallProject);
    await mkdir(join(project.root, "node_modules"));
    const heavy = (scripts: readonly string[]) =>
      scripts.filter((url) => /\/oxfmt\/|render-site|get-packages/.test(url));
    expect(heavy(scriptsIn(project.root, ["build"]))).not.toEqual([]);
    expect(heavy(scriptsIn(project.root, ["build"]))).toEqual([]);
  });

  it("prints the version without loading the language", async () => {
    const scripts = await scriptsOf("--version");
    expect(scripts.filter((url) => /\/(?:smithy|generator)\/dist\//.test(url))).toEqual([]);
  });
});
