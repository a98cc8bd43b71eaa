import type { Diagnostic } from "@tinsmith/smithy";

import { eventsAsCsv } from "./event-csv.js";
import { eventsAsJson } from "./event-json.js";
import { eventText } from "./event-text.js";
import { explainHint } from "./explain-hint.js";
import { duration } from "./summary.js";
import type { Terminal } from "./terminal.js";

/** A format of events: for people, or for programs. */
export type EventFormat = "text" | "csv" | "json";

/**
 * Prints the result events of a command to standard output. The format for people includes a
 * summary.
 *
 * @param summary - the outcome of the command
 * @param start - when the command started, by `performance.now`
 */
export function printEvents(
  events: readonly Diagnostic[],
  { format, summary, start }: { format: EventFormat; summary: string; start: number },
  terminal: Terminal,
): void {
  if (format === "json") terminal.out(eventsAsJson(events));
  else if (format === "csv") terminal.out(eventsAsCsv(events));
  else {
    terminal.out(eventText(events, terminal) + explainHint(events, terminal));
    if (terminal.verbosity === "quiet") return;
    const took = terminal.colors.dim(`(${duration(performance.now() - start)})`);
    terminal.out(`${summary} ${took}\n`);
  }
}
