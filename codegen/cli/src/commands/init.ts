import { lstat, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { build, formatText, makeFolder } from "@tinsmith/codegen";

import { describeProblems } from "../build-report.js";
import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { recorder } from "../recorder.js";
import { runtimeRanges } from "../runtime-ranges.js";
import { plural, summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { existingProject } from "../workspace/existing-project.js";
import { runScript } from "../workspace/package-manager.js";
import type { PackageManager } from "../workspace/package-manager.js";
import {
  scriptNames,
  workspaceFiles,
  workspaceName,
  workspaceTargets,
} from "../workspace/workspace-files.js";

export interface InitOptions {
  /** Default: the package manager of the project in the folder, or pnpm. */
  readonly packageManager?: PackageManager;
}

/**
 * Writes a new workspace and builds it, so that its packages exist when it is installed.
 *
 * @throws Error if a file would be overwritten; nothing is written then
 */
export async function init(
  folder: string,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = resolve(terminal.cwd, folder);
  await expectFolder(root, terminal);
  const project = existingProject(root);
  const manager = options.packageManager ?? project.manager ?? "pnpm";
  const files = workspaceFiles({ name: workspaceName(basename(root)), manager, project });
  // The only file that is merged with an existing one.
  const newFiles = files.filter(({ path }) => !(path === "package.json" && project.manifest));
  const packages = workspaceTargets.map((target) => `packages/${target}`);
  await expectRoom(root, [...newFiles.map(({ path }) => path), ...packages], terminal);

  const { green, bold } = terminal.colors;
  const created = (path: string, note = "") =>
    terminal.note(`  ${green("create")} ${displayPath(terminal.cwd, join(root, path))}${note}\n`);
  for (const { path, text } of files) {
    await makeFolder(dirname(join(root, path)));
    const isMerged = !newFiles.some((file) => file.path === path);
    const flag = isMerged ? "w" : "wx";
    await writeFile(join(root, path), await formatText(path, text), { flag });
    if (isMerged)
      terminal.note(`  ${green("update")} ${displayPath(terminal.cwd, join(root, path))}\n`);
    else created(path);
  }
  const { ok, diagnostics, changes } = await build({
    configPath: "model",
    cwd: root,
    signal: terminal.stopped,
    guard: (work) => terminal.guard(work),
    dependencyRanges: runtimeRanges,
    recorder,
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
  const steps = nextSteps(displayPath(terminal.cwd, root), manager, scriptNames(project), terminal);
  if (terminal.verbosity !== "quiet") terminal.out(steps);
  return exitCodes.ok;
}

async function expectFolder(root: string, { cwd }: Terminal): Promise<void> {
  if ((await stat(root).catch(() => undefined))?.isDirectory() !== false) return;
  throw new Error(
    `${displayPath(cwd, root)} is a file: name a folder, as in: tinsmith init my-api`,
  );
}

async function expectRoom(
  root: string,
  paths: readonly string[],
  { cwd }: Terminal,
): Promise<void> {
  const shown = displayPath(cwd, root);
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

function nextSteps(
  folder: string,
  manager: PackageManager,
  { generate, test }: ReturnType<typeof scriptNames>,
  { colors }: Terminal,
): string {
  const install = manager === "npm" ? "npm install && " : "";
  const steps = [
    ...(folder === "." ? [] : [{ command: `cd ${quoted(folder)}`, what: "" }]),
    {
      command: `${install}${runScript[manager](test)}`,
      what: "install, build, call the client on the mock server",
    },
    { command: runScript[manager](generate), what: "after each change of model/main.smithy" },
  ];
  const width = Math.max(...steps.map(({ command }) => command.length));
  const lines = steps.map(({ command, what }) => {
    const note = what === "" ? "" : `   ${colors.dim(`# ${what}`)}`;
    return `  ${what === "" ? command : command.padEnd(width)}${note}\n`;
  });
  return `\nNext:\n${lines.join("")}`;
}

const quoted = (path: string): string => (/^[\w./@+-]+$/.test(path) ? path : JSON.stringify(path));
