import { isAtLeast } from "@tinsmith/smithy";
import type { Diagnostic, Severity } from "@tinsmith/smithy";

import type { EventOptions } from "./event-options.js";
import type { Terminal } from "./terminal.js";

/**
 * Returns the events that the options of a command choose.
 *
 * @param lowest - the lowest severity that is shown by default
 */
export function visibleEvents(
  events: readonly Diagnostic[],
  { severity, showValidators, hideValidators = [] }: EventOptions,
  lowest: Severity,
  terminal: Terminal,
): readonly Diagnostic[] {
  const threshold = severity ?? (terminal.verbosity === "quiet" ? "DANGER" : lowest);
  return events.filter((event) => {
    const covers = (id: string) => event.code === id || event.code.startsWith(`${id}.`);
    // A build shows its own notes, such as those about skipped plugins, although they are below the
    // threshold.
    const isOfBuild =
      severity === undefined && terminal.verbosity !== "quiet" && event.code.startsWith("Build.");
    if (!isAtLeast(event.severity, threshold) && !isOfBuild) return false;
    return showValidators?.some(covers) ?? !hideValidators.some(covers);
  });
}
