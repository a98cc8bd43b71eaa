import {
  build as runBuild,
  type BuildResult,
  createBuildCache,
  type Timing,
} from "@tinsmith/codegen";
import { formatDiagnostics, isAtLeast } from "@tinsmith/smithy";

import { displayPath } from "../display-path.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { findConfig } from "../find-config.js";
import { duration, plural, summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { timingTable } from "../timing-table.js";

export interface BuildOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly timing?: boolean;
}

/** Generates what a `smithy-build.json` asks for, once or at every edit. */
export async function build(
  configPath: string | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const cache = createBuildCache();
  const config = configPath ?? findConfig(terminal.cwd);
  let reported = "";
  const buildOnce = async ({ secondLook }: { readonly secondLook: boolean }) => {
    const start = performance.now();
    const timings: Timing[] = [];
    const result = await runBuild({
      configPath: config,
      cwd: terminal.cwd,
      cache,
      check: options.check === true,
      onTiming: (timing) => timings.push(timing),
    });
    const took = performance.now() - start;
    const problems = describeProblems(result, terminal);
    if (secondLook && result.changes.length === 0 && problems === reported) return result;
    reported = problems;
    terminal.err(problems);
    if (options.timing === true) terminal.err(`${timingTable(timings, took, terminal)}\n`);
    reportOutcome(result, options, took, terminal);
    return result;
  };

  const first = await buildOnce({ secondLook: false });
  if (options.watch !== true) return first.ok ? exitCodes.ok : exitCodes.failed;

  // Loaded here, because no other command needs it.
  const { watch } = await import("../watch.js");
  await watch(first, buildOnce, terminal);
  return exitCodes.ok;
}

/** The diagnostics from warnings up, as text; empty where there are none. */
function describeProblems({ diagnostics }: BuildResult, terminal: Terminal): string {
  const shown = diagnostics.filter(({ severity }) => isAtLeast(severity, "WARNING"));
  const text = formatDiagnostics(shown, { color: terminal.colors.isColorSupported });
  return text === "" ? "" : `${text}\n`;
}

function reportOutcome(
  { ok, diagnostics, changes, targets }: BuildResult,
  { check }: BuildOptions,
  took: number,
  terminal: Terminal,
): void {
  const { bold, dim, green, red, yellow } = terminal.colors;
  if (changes.length === 0 && !ok) {
    terminal.err(`${summarize(diagnostics, terminal)}; ${bold("nothing was written")}\n`);
    return;
  }
  const paint = { create: green, update: yellow, delete: red };
  for (const { kind, path } of changes) {
    terminal.err(`  ${paint[kind](kind)} ${displayPath(terminal.cwd, path)}\n`);
  }
  const files = targets.reduce((sum, target) => sum + target.files, 0);
  const scope = `${plural(files, "generated file")} in ${plural(targets.length, "target")}`;
  const time = dim(`(${duration(took)})`);
  if (check === true && changes.length > 0) {
    terminal.err(
      `${red(`${plural(changes.length, "file")} would change`)} ${time}\n` +
        `Run ${bold("tinsmith build")} and commit what it writes.\n`,
    );
  } else if (changes.length > 0) {
    terminal.err(`${green(`${plural(changes.length, "file")} changed`)}, of ${scope} ${time}\n`);
  } else {
    terminal.err(`${green("up to date")}: ${scope} ${time}\n`);
  }
}
