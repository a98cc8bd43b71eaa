import { loadProject } from "@tinsmith/codegen/project";
import { formatDiagnostics, isAtLeast, validateModel } from "@tinsmith/smithy";
import type { Diagnostic, Severity } from "@tinsmith/smithy";

import { eventsAsJson } from "../event-json.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { loadPaths } from "../load-paths.js";
import { readDependencies } from "../maven/read-dependencies.js";
import { duration, summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";

export interface ValidateOptions {
  readonly json?: boolean;
  /** False if the modules that the configuration names are not loaded. */
  readonly run?: boolean;
  /** The lowest severity to show. It does not affect the exit code. */
  readonly severity: Severity;
}

/**
 * Loads and validates a model: the given files and folders, or the sources of the configuration.
 * The events are the result of the command, so they go to standard output.
 */
export async function validate(
  paths: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const start = performance.now();
  const events = await collectEvents(paths, options, terminal);
  const shown = events.filter(({ severity }) => isAtLeast(severity, options.severity));
  if (options.json === true) {
    terminal.out(eventsAsJson(shown));
  } else {
    const text = formatDiagnostics(shown, { color: terminal.colors.isColorSupported });
    if (text !== "") terminal.out(`${text}\n`);
    const took = terminal.colors.dim(`(${duration(performance.now() - start)})`);
    terminal.out(`${summarize(events, terminal)} ${took}\n`);
  }
  if (lacksConfig(events)) return exitCodes.usage;
  return events.some(({ severity }) => isAtLeast(severity, "DANGER"))
    ? exitCodes.failed
    : exitCodes.ok;
}

async function collectEvents(
  paths: readonly string[],
  { run = true }: ValidateOptions,
  terminal: Terminal,
): Promise<readonly Diagnostic[]> {
  const { cwd } = terminal;
  if (paths.length === 0) {
    return (await loadProject({ configPath: findConfig(cwd), cwd, run, readDependencies }))
      .diagnostics;
  }
  const { model, diagnostics } = await loadPaths(paths, terminal);
  return model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
}
