import { sep } from "node:path";
import type { BuildChange, BuildResult } from "@tinsmith/codegen";
import type { Diagnostic } from "@tinsmith/smithy";

import { displayPath } from "./display-path.js";
import type { EventOptions } from "./event-options.js";
import { eventText } from "./event-text.js";
import { explainHint } from "./explain-hint.js";
import { duration, plural, summarize } from "./summary.js";
import type { Terminal } from "./terminal.js";
import { visibleEvents } from "./visible-events.js";

/** Returns the diagnostics of warnings and errors as text; empty if there are none. */
export function describeProblems(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  options: EventOptions = {},
): string {
  const events = visibleEvents(diagnostics, options, "WARNING", terminal);
  return eventText(events, terminal) + explainHint(events, terminal);
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
  for (const { kind, text } of changeLines(changes, targets, terminal)) {
    terminal.note(`  ${paint[kind](kind)} ${text}\n`);
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
    terminal.note(`${green(`${plural(changes.length, "file")} changed`)}, of ${scope} ${time}\n`);
  } else {
    terminal.note(`${green("up to date")}: ${scope} ${time}\n`);
  }
}

/** The number of files of one kind and target that are listed by name. */
const listedFiles = 30;

/**
 * Returns a line for each file. More than `listedFiles` files of one kind and target share a line,
 * except with `--verbose`.
 */
function changeLines(
  changes: Outcome["changes"],
  targets: Outcome["targets"],
  { cwd, verbosity }: Terminal,
) {
  const groups = new Map<string, { output: string; changes: BuildChange[] }>();
  for (const change of changes) {
    const output = targets.find((target) => change.path.startsWith(target.output + sep))?.output;
    const key = `${change.kind} ${output ?? ""}`;
    const group = groups.get(key) ?? { output: output ?? cwd, changes: [] };
    groups.set(key, group);
    group.changes.push(change);
  }
  return [...groups.values()].flatMap(({ output, changes: some }) => {
    const [first] = some;
    if (first !== undefined && verbosity !== "verbose" && some.length > listedFiles) {
      const text = `${plural(some.length, "file")} in ${displayPath(cwd, output)}`;
      return [{ kind: first.kind, text }];
    }
    return some.map(({ kind, path }) => ({ kind, text: displayPath(cwd, path) }));
  });
}
