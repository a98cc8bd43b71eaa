import { lstat, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { build, formatText, makeFolder } from "@tinsmith/codegen";

import { describeProblems } from "../build-report.js";
import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { runtimeRanges } from "../runtime-ranges.js";
import { plural, summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { workspaceFiles, workspaceName, workspaceTargets } from "../workspace/workspace-files.js";

/**
 * Writes a new workspace and builds it, so that its packages exist when it is installed.
 *
 * @throws Error if a file would be overwritten; nothing is written then
 */
export async function init(folder: string, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(terminal.cwd, folder);
  const files = workspaceFiles(workspaceName(basename(root)));
  const packages = workspaceTargets.map((target) => `packages/${target}`);
  await expectRoom(root, [...files.map(({ path }) => path), ...packages], terminal);

  const { green, bold } = terminal.colors;
  const created = (path: string, note = "") =>
    terminal.err(`  ${green("create")} ${displayPath(terminal.cwd, join(root, path))}${note}\n`);
  for (const { path, text } of files) {
    await makeFolder(dirname(join(root, path)));
    await writeFile(join(root, path), await formatText(path, text), { flag: "wx" });
    created(path);
  }
  const { ok, diagnostics, changes } = await build({
    configPath: "model",
    cwd: root,
    dependencyRanges: runtimeRanges,
  });
  terminal.err(describeProblems(diagnostics, terminal));
  if (!ok) {
    terminal.err(`${summarize(diagnostics, terminal)}; ${bold("no package was generated")}\n`);
    return exitCodes.failed;
  }
  for (const path of packages) {
    const count = changes.filter((change) => change.path.startsWith(join(root, path, "/"))).length;
    created(path, `: ${plural(count, "file")}`);
  }
  terminal.out(nextSteps(displayPath(terminal.cwd, root), terminal));
  return exitCodes.ok;
}

async function expectRoom(
  root: string,
  paths: readonly string[],
  { cwd }: Terminal,
): Promise<void> {
  const shown = displayPath(cwd, root);
  if ((await stat(root).catch(() => undefined))?.isDirectory() === false) {
    throw new Error(`${shown} is a file: name a folder, as in: tinsmith init my-api`);
  }
  const taken: string[] = [];
  for (const path of paths) {
    const exists = await lstat(join(root, path)).then(
      () => true,
      () => false,
    );
    if (exists) taken.push(`  ${displayPath(cwd, join(root, path))}`);
  }
  if (taken.length > 0) {
    throw new Error(
      `A new workspace in ${shown} would overwrite\n${taken.join("\n")}\n` +
        "Nothing was written. Name another folder, as in: tinsmith init my-api",
    );
  }
}

function nextSteps(folder: string, { colors }: Terminal): string {
  const steps = [
    ...(folder === "." ? [] : [{ command: `cd ${quoted(folder)}`, what: "" }]),
    { command: "npx -y pnpm@12 test", what: "install, build, call the client on the mock server" },
    { command: "npx -y pnpm@12 generate", what: "after each change of model/main.smithy" },
  ];
  const width = Math.max(...steps.map(({ command }) => command.length));
  const lines = steps.map(({ command, what }) => {
    const note = what === "" ? "" : `   ${colors.dim(`# ${what}`)}`;
    return `  ${what === "" ? command : command.padEnd(width)}${note}\n`;
  });
  return `\nNext:\n${lines.join("")}`;
}

const quoted = (path: string): string => (/^[\w./@+-]+$/.test(path) ? path : JSON.stringify(path));
