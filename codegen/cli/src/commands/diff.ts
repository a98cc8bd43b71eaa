import { loadProject } from "@tinsmith/codegen/project";
import { haveFailed, loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { diffModels } from "@tinsmith/smithy/diff";

import { diffAsMarkdown } from "../diff-markdown.js";
import type { EventOptions } from "../event-options.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { findConfig, lacksConfig } from "../find-config.js";
import { reportEvents } from "../load-paths.js";
import { readDependencies } from "../maven/read-dependencies.js";
import { readModelReference } from "../model-reference.js";
import { printEvents } from "../print-events.js";
import type { EventFormat } from "../print-events.js";
import { summarize } from "../summary.js";
import type { Terminal } from "../terminal.js";
import { visibleEvents } from "../visible-events.js";

export interface DiffOptions extends EventOptions {
  readonly old?: string;
  readonly new?: string;
  readonly format: EventFormat;
  readonly markdown?: boolean;
}

/**
 * Compares two versions of a model. The events of the comparison are the result of the command, so
 * they go to standard output. The events of loading a model go to standard error.
 *
 * @throws Error if a model is not named, is named twice, or cannot be read
 */
export async function diff(
  references: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const start = performance.now();
  const { before, after } = assignModels(references, options);
  const oldModel = await load(before, "old", terminal);
  const newModel = await load(after, "new", terminal);
  if (typeof oldModel === "number") return oldModel;
  if (typeof newModel === "number") return newModel;
  const events = diffModels(oldModel, newModel);
  const shown = visibleEvents(events, options, "NOTE", terminal);
  const summary =
    events.length === 0 ? terminal.colors.green("no changes") : summarize(events, terminal);
  if (options.markdown === true) terminal.out(diffAsMarkdown(shown));
  else printEvents(shown, { format: options.format, summary, start }, terminal);
  return haveFailed(events) ? exitCodes.failed : exitCodes.ok;
}

/** Assigns the old and the new model: first from the options, then from the arguments in order. */
function assignModels(
  references: readonly string[],
  options: DiffOptions,
): { readonly before: string; readonly after: string | undefined } {
  const rest = [...references];
  const before = options.old ?? rest.shift();
  const after = options.new ?? rest.shift();
  if (before === undefined) {
    throw new Error("The old model is missing. Name it with --old, or as the first argument");
  }
  if (rest.length > 0) throw new Error(`Unexpected argument: ${rest[0]}. Expected two models`);
  return { before, after };
}

/** Loads a model; by default that of the configuration. */
async function load(
  reference: string | undefined,
  which: "old" | "new",
  terminal: Terminal,
): Promise<Model | ExitCode> {
  const { model, diagnostics } =
    reference === undefined
      ? await loadProject({
          configPath: findConfig(terminal.cwd),
          cwd: terminal.cwd,
          readDependencies,
        })
      : loadModel(await readModelReference(reference, terminal));
  // Loading fails on errors only; validation is the task of another command.
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model !== undefined && errors.length === 0) return model;
  reportEvents(errors, terminal);
  terminal.err(`${terminal.colors.red("error")}: The ${which} model has errors\n`);
  return lacksConfig(diagnostics) ? exitCodes.usage : exitCodes.failed;
}
