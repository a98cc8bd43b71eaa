import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintWorkflow } from "../src/actionlint.js";
import { readManifest, workspaceRoot } from "../src/workspace.js";

const folder = join(workspaceRoot, ".github/workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8"),
}));
const {
  scripts,
  packageManager,
}: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly packageManager: string;
} = JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8"));

/** Lists the shell scripts of the steps: one line after `run:`, or the block below it. */
function runSteps(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/^( *)(?:- )?run: (?:\|\n((?:\1 +.*\n|\n)+)|(.*)$)/gm),
    ([, , block, line]) => block ?? line ?? "",
  );
}

describe("the workflows", () => {
  it("pin every action to a commit, and name its version", () => {
    const uses = workflows.flatMap(({ text }) => text.match(/uses:.*/g) ?? []);
    expect(uses.length).toBeGreaterThan(5);
    expect(
      uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  });

  it("pin the same action to one commit", () => {
    const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
    const actions = new Set(uses.map((line) => line.split("@")[0]));
    expect(new Set(uses).size).toBe(actions.size);
  });

  it("use the actions that new workspaces get", () => {
    const made = readFileSync(
      join(workspaceRoot, "codegen/cli/src/workspace/release-files.ts"),
      "utf8",
    );
    const pins = made.match(/actions\/[\w-]+@[^"]*/g) ?? [];
    expect(pins).toHaveLength(2);
    for (const pin of pins) expect(workflows[0]?.text).toContain(`uses: ${pin}\n`);
  });

  it("run scripts of the root package with the version of pnpm that the package names", () => {
    const commands = workflows
      .flatMap(({ text }) => runSteps(text))
      .flatMap((script) => Array.from(script.matchAll(/npx -y (pnpm@\S+) (\S+)/g)));
    expect(commands.length).toBe(5);
    for (const [, pnpm, script = ""] of commands) {
      expect(pnpm).toBe(packageManager);
      expect(Object.keys(scripts)).toContain(script);
    }
  });

  it("run scripts of the root package that only name existing files of tools", () => {
    const files = Object.values(scripts).flatMap((script) =>
      Array.from(script.matchAll(/node (\S+\.mjs)/g), ([, file = ""]) => file),
    );
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(join(workspaceRoot, file)))).toEqual([]);
  });

  it("have steps that bash can parse", () => {
    const steps = workflows.flatMap(({ text }) => runSteps(text));
    expect(steps.length).toBeGreaterThan(8);
    for (const step of steps) {
      const script = step.replaceAll(/\$\{\{.*?\}\}/g, "x");
      const { status, stderr } = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }
  });

  it("test the versions of Node that packages support", () => {
    const test = workflows.find(({ name }) => name === "test.yml");
    expect(test?.text).toContain("node: [20, 22, 24]");
    expect(readManifest(workspaceRoot)).toMatchObject({ engines: { node: ">=20.19" } });
  });

  it.each(workflows)(
    "pass actionlint: $name",
    async ({ name, text }) => {
      expect(await lintWorkflow(text, join(".github/workflows", name))).toEqual([]);
    },
    60_000,
  );

  it("fail actionlint if an expression misspells a name", async () => {
    const release = workflows.find(({ name }) => name === "release.yml")?.text ?? "";
    const wrong = release.replaceAll("needs.plan.outputs.pending", "needs.plan.outputs.penging");
    const problems = await lintWorkflow(wrong, ".github/workflows/release.yml");
    expect(problems.map(({ kind }) => kind)).toEqual(["expression", "expression"]);
  }, 60_000);
});
