import { loadProject } from "@tinsmith/codegen/project";
import {
  type Diagnostic,
  eventMessage,
  formatDiagnostics,
  isAtLeast,
  type Severity,
  validateModel,
} from "@tinsmith/smithy";

import { type ExitCode, exitCodes } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { loadPaths } from "../load-paths.js";
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
    terminal.out(`${JSON.stringify({ events: shown.map(toEvent) }, undefined, 2)}\n`);
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
    return (await loadProject({ configPath: findConfig(cwd), cwd, run })).diagnostics;
  }
  const { model, diagnostics } = await loadPaths(paths, terminal);
  return model === undefined ? diagnostics : validateModel(model, { loaded: diagnostics });
}

/** Returns an event in machine-readable form; lines and columns count from 1. */
function toEvent(diagnostic: Diagnostic): Readonly<Record<string, string | number | null>> {
  const { severity, code, shapeId, span, hint } = diagnostic;
  const place = span?.file.positionAt(span.start);
  return {
    severity,
    id: code,
    shapeId: shapeId ?? null,
    message: eventMessage(diagnostic),
    filename: span?.file.path ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    hint: hint ?? null,
  };
}
