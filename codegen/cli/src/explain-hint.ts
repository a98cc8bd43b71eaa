import type { Diagnostic } from "@tinsmith/smithy";

import { eventPageIds, findEventPage } from "./event-pages.js";
import type { Terminal } from "./terminal.js";

/** The number of ids that the hint lists. */
const listed = 5;

/**
 * Returns a line with the ids of the events that `tinsmith explain` explains. Empty if there are
 * none.
 */
export function explainHint(
  events: readonly Diagnostic[],
  { colors, verbosity }: Terminal,
): string {
  if (events.length === 0 || verbosity === "quiet") return "";
  const ids = eventPageIds();
  const pages = [...new Set(events.map(({ code }) => findEventPage(code, ids)))];
  const explained = pages.filter((id) => id !== undefined).sort();
  if (explained.length === 0) return "";
  const more = explained.length > listed ? ", …" : "";
  const names = `${explained.slice(0, listed).join(", ")}${more}`;
  return colors.dim(`Run tinsmith explain ID for more about ${names}\n`);
}
