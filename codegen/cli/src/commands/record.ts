import { recordProject } from "@tinsmith/codegen";
import type { RecordedFile } from "@tinsmith/codegen";

import { describeProblems } from "../build-report.js";
import { displayPath } from "../display-path.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { recorder } from "../recorder.js";
import type { Terminal } from "../terminal.js";

export interface RecordOptions {
  readonly check?: boolean;
}

/** Records the calls of the documentation, or checks that their file is up to date. */
export async function record(
  configPath: string | undefined,
  { check = false }: RecordOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = await recordProject({
    configPath: configPath ?? findConfig(terminal.cwd),
    cwd: terminal.cwd,
    recorder,
    check,
    signal: terminal.stopped,
  });
  terminal.err(describeProblems(result.diagnostics, terminal));
  for (const file of result.files)
    terminal.err(describeFile(file, check, result.changes, terminal));
  if (lacksConfig(result.diagnostics)) return exitCodes.usage;
  return result.ok ? exitCodes.ok : exitCodes.failed;
}

function describeFile(
  { path, calls, unrecorded }: RecordedFile,
  check: boolean,
  changes: readonly { readonly path: string }[],
  terminal: Terminal,
): string {
  const { green, red, yellow } = terminal.colors;
  const shown = displayPath(terminal.cwd, path);
  const isChanged = changes.some((change) => change.path === path);
  const state = !isChanged
    ? green("up to date")
    : check
      ? red("stale: run tinsmith record")
      : green("written");
  const lost = unrecorded.map(
    ({ operation, title, reason }) =>
      `${yellow("warning")}: ${operation}${title === undefined ? "" : ` (${title})`} was not sent: ${reason}\n`,
  );
  return `${lost.join("")}${shown}: ${calls} calls, ${state}\n`;
}
