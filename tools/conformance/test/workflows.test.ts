import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

const actionlintVersion = "v1.7.12";

/** The command that runs actionlint, or the reason why there is none. */
function actionlint(): readonly [string, ...string[]] | { readonly reason: string } {
  const module = `github.com/rhysd/actionlint/cmd/actionlint@${actionlintVersion}`;
  const commands = [["actionlint"], ["go", "run", module]] as const;
  const found = commands.find(
    ([command, ...args]) =>
      spawnSync(command, [...args, "--version"], { timeout: 240_000 }).status === 0,
  );
  return found ?? { reason: "neither actionlint nor Go, which could build it, is here" };
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

  it("run scripts of the root package with the pnpm that it names", () => {
    const commands = workflows
      .flatMap(({ text }) => runSteps(text))
      .flatMap((script) => Array.from(script.matchAll(/npx -y (pnpm@\S+) (\S+)/g)));
    expect(commands.length).toBe(5);
    for (const [, pnpm, script = ""] of commands) {
      expect(pnpm).toBe(packageManager);
      expect(Object.keys(scripts)).toContain(script);
    }
  });

  it("name files of tools that exist in scripts of the root package", () => {
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

  it("pass actionlint", ({ skip }) => {
    const command = actionlint();
    if ("reason" in command) {
      console.warn(`The workflows were not checked by actionlint: ${command.reason}.`);
      return skip(command.reason);
    }
    const [program, ...args] = command;
    // The list of files is explicit, because a copy of the workspace may not be a repository.
    const files = workflows.map(({ name }) => join(folder, name));
    const { status, stdout, stderr } = spawnSync(program, [...args, "-no-color", ...files], {
      encoding: "utf8",
    });
    expect(stdout + stderr).toBe("");
    expect(status).toBe(0);
  }, 300_000);
});
