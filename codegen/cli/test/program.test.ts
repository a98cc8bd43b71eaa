import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { run } from "../src/program.js";
import { recordingTerminal, smallProject, workspace } from "./workspace.js";

const broken = smallProject["main.smithy"].replace("operations: [GetTime]", "operations: GetTime]");

async function tinsmith(root: string, ...argv: readonly string[]) {
  const { terminal, written } = recordingTerminal(root);
  const code = await run(argv, terminal);
  return { code, ...written };
}

describe("tinsmith", () => {
  it("lists the commands and the exit codes on standard output with --help", async () => {
    const { code, out, err } = await tinsmith(".", "--help");
    expect(code).toBe(0);
    expect(out).toMatch(/build .*\n.*validate /);
    expect(out).toContain("Exit codes:");
    expect(err).toBe("");
  });

  it("prints the version of the package with --version", async () => {
    const manifest: { version: string } = JSON.parse(
      await readFile(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(await tinsmith(".", "--version")).toEqual({
      code: 0,
      out: `${manifest.version}\n`,
      err: "",
    });
  });

  it("rejects an unknown command with a suggestion", async () => {
    const { code, err } = await tinsmith(".", "biuld");
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'biuld'");
    expect(err).toContain("Did you mean build?");
  });

  it("rejects an unknown option with a suggestion", async () => {
    const { code, err } = await tinsmith(".", "build", "--chek");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean --check?");
  });
});

describe("tinsmith build", () => {
  it("writes the packages, and changes nothing when run again", async () => {
    await using project = await workspace(smallProject);
    const first = await tinsmith(project.root, "build");
    expect(first.err).toContain("create out/types/src/generated/structures.ts");
    expect(first.code).toBe(0);
    const written = await readFile(
      join(project.root, "out/types/src/generated/structures.ts"),
      "utf8",
    );
    expect(written).toContain("export interface GetTimeOutput");

    const second = await tinsmith(project.root, "build");
    expect(second.err).toMatch(/^up to date: \d+ generated files in 1 target/);
    expect(second.code).toBe(0);
  });

  it("fails with --check before a build, and passes with --check after the build", async () => {
    await using project = await workspace(smallProject);
    const before = await tinsmith(project.root, "build", "--check");
    expect(before.code).toBe(1);
    expect(before.err).toContain("files would change");
    await expect(readFile(join(project.root, "out/types/package.json"))).rejects.toThrow("ENOENT");

    await tinsmith(project.root, "build");
    expect((await tinsmith(project.root, "build", "--check")).code).toBe(0);
  });

  it("shows a syntax error with its line and the expected token, and keeps the old output", async () => {
    await using project = await workspace(smallProject);
    await tinsmith(project.root, "build");
    const path = join(project.root, "out/types/src/generated/structures.ts");
    const old = await readFile(path, "utf8");

    await project.write("main.smithy", broken);
    const { code, err } = await tinsmith(project.root, "build");
    expect(code).toBe(1);
    expect(err).toContain("at main.smithy:10:24");
    expect(err).toContain("10 |     operations: GetTime]");
    expect(err).toMatch(/expected/i);
    expect(err).toContain("nothing was written");
    expect(await readFile(path, "utf8")).toBe(old);
  });

  it("finds the configuration in model/", async () => {
    await using project = await workspace(
      Object.fromEntries(
        Object.entries(smallProject).map(([path, text]) => [`model/${path}`, text]),
      ),
    );
    const { code, err } = await tinsmith(project.root, "build");
    expect(err).toContain("create model/out/types/package.json");
    expect(code).toBe(0);
  });

  it("names the missing configuration file", async () => {
    await using project = await workspace({});
    const { code, err } = await tinsmith(project.root, "build");
    expect(code).toBe(2);
    expect(err).toContain("Configuration file not found: smithy-build.json");
  });

  it("shows the duration of each stage with --timing", async () => {
    await using project = await workspace(smallProject);
    const { err } = await tinsmith(project.root, "build", "--timing");
    for (const stage of [
      "read",
      "load",
      "validate",
      "plan types",
      "emit types",
      "write",
      "total",
    ]) {
      expect(err).toMatch(new RegExp(`^  ${stage} +\\d+\\.\\d ms`, "m"));
    }
  });

  it("rebuilds after edits with --watch, shows new and fixed errors, and stops on request", async () => {
    await using project = await workspace(smallProject);
    const { terminal, written, stop } = recordingTerminal(project.root);
    const ended = run(["build", "--watch"], terminal);
    const seen = (text: string) =>
      expect.poll(() => written.err, { timeout: 10_000, interval: 20 }).toContain(text);

    await seen("watching for changes");
    await project.write("main.smithy", broken);
    await seen("main.smithy:10:24");
    await project.write("main.smithy", smallProject["main.smithy"].replaceAll("now", "time"));
    await seen("update out/types/src/generated/structures.ts");
    stop();
    expect(await ended).toBe(0);
  });
});

describe("tinsmith validate", () => {
  it("reports no problems for a valid model", async () => {
    await using project = await workspace(smallProject);
    const { code, out } = await tinsmith(project.root, "validate");
    expect(out).toMatch(/^no problems/);
    expect(code).toBe(0);
  });

  it("shows errors with their source line, and exits with 1", async () => {
    await using project = await workspace({ "a.smithy": broken });
    const { code, out } = await tinsmith(project.root, "validate", "a.smithy");
    expect(code).toBe(1);
    expect(out).toContain("at a.smithy:10:24");
    expect(out).toContain("1 error ");
  });

  it("prints the events as JSON with --json", async () => {
    await using project = await workspace({
      "a.smithy": `$version: "2.0"\nnamespace a\n\nstructure S {\n    m: Missing\n}\n`,
    });
    const { code, out } = await tinsmith(project.root, "validate", "--json", "a.smithy");
    expect(code).toBe(1);
    const { events } = JSON.parse(out) as { events: readonly Record<string, unknown>[] };
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      severity: "ERROR",
      id: "Target.UnresolvedShape",
      shapeId: "a#S$m",
      filename: "a.smithy",
      line: 5,
    });
  });

  it("reports a path that does not exist as a usage error", async () => {
    await using project = await workspace({});
    const { code, err } = await tinsmith(project.root, "validate", "nowhere.smithy");
    expect(code).toBe(2);
    expect(err).toContain("nowhere.smithy");
  });
});
