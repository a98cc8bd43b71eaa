import type { BuildResult } from "@tinsmith/codegen";
import { formatDiagnostics, isAtLeast } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

import { displayPath } from "./display-path.js";
import { duration, plural, summarize } from "./summary.js";
import type { Terminal } from "./terminal.js";

/**
 * Returns the warnings and errors as text, with notes of the build itself, such as what it skips;
 * empty if there are none.
 */
export function describeProblems(diagnostics: readonly Diagnostic[], terminal: Terminal): string {
  const shown = diagnostics.filter(
    ({ code, severity }) => isAtLeast(severity, "WARNING") || code.startsWith("Build."),
  );
  const text = formatDiagnostics(shown, { color: terminal.colors.isColorSupported });
  return text === "" ? "" : `${text}\n`;
}

type Outcome = Pick<BuildResult, "ok" | "diagnostics" | "changes" | "targets">;

/**
 * Reports the files that a build wrote, or with `check` would write, and its duration in
 * milliseconds.
 */
export function reportOutcome(
  { ok, diagnostics, changes, targets }: Outcome,
  took: number,
  terminal: Terminal,
  { check }: { readonly check?: boolean } = {},
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
        `Run ${bold("tinsmith build")} and commit the changes.\n`,
    );
  } else if (changes.length > 0) {
    terminal.err(`${green(`${plural(changes.length, "file")} changed`)}, of ${scope} ${time}\n`);
  } else {
    terminal.err(`${green("up to date")}: ${scope} ${time}\n`);
  }
}
