import { loadProject } from "@tinsmith/codegen/project";
import { validateModel } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";

import type { EventOptions } from "../event-options.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { haveFailed, loadPaths } from "../load-paths.js";
import type { LoadingOptions } from "../load-paths.js";
import { readDependencies } from "../maven/read-dependencies.js";
import { printEvents } from "../print-events.js";
import type { EventFormat } from "../print-events.js";
import { summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { visibleEvents } from "../visible-events.js";

export interface ValidateOptions extends EventOptions, LoadingOptions {
  readonly format: EventFormat;
  /** The id of an event to explain, instead of validating a model. */
  readonly explain?: string;
  /** False if the modules that the configuration names are not loaded. */
  readonly run?: boolean;
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
  const shown = visibleEvents(events, options, "WARNING", terminal);
  const summary = summarize(events, terminal);
  printEvents(shown, { format: options.format, summary, start }, terminal);
  if (lacksConfig(events)) return exitCodes.usage;
  return haveFailed(events) ? exitCodes.failed : exitCodes.ok;
}

async function collectEvents(
  paths: readonly string[],
  { run = true, ...options }: ValidateOptions,
  terminal: Terminal,
): Promise<readonly Diagnostic[]> {
  const { cwd } = terminal;
  if (paths.length === 0) {
    const { allowUnknownTraits = false } = options;
    const configPath = findConfig(cwd);
    return (await loadProject({ configPath, cwd, run, allowUnknownTraits, readDependencies }))
      .diagnostics;
  }
  const { model, diagnostics } = await loadPaths(paths, terminal, options);
  return model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
}
