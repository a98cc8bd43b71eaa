import { eventPageIds, findEventPage, readEventPage } from "../event-pages.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";

export interface ExplainOptions {
  readonly json?: boolean;
}

/**
 * Prints the page about an event, or without an id the ids of all pages.
 *
 * @throws Error if no page covers the id
 */
export async function explain(
  event: string | undefined,
  { json = false }: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const ids = eventPageIds();
  if (event === undefined) {
    terminal.out(json ? `${JSON.stringify(ids, undefined, 2)}\n` : `${ids.join("\n")}\n`);
    return exitCodes.ok;
  }
  const found = findEventPage(event, ids);
  if (found === undefined) throw new Error(await describeUnknown(event, ids));
  const { markdown, ...page } = readEventPage(found);
  terminal.out(json ? `${JSON.stringify(page, undefined, 2)}\n` : paint(markdown, terminal));
  return exitCodes.ok;
}

const suggested = 3;

async function describeUnknown(event: string, ids: readonly string[]): Promise<string> {
  const { closest } = await import("@tinsmith/smithy");
  const near: string[] = [];
  while (near.length < suggested) {
    const next = closest(
      event,
      ids.filter((id) => !near.includes(id)),
    );
    if (next === undefined) break;
    near.push(next);
  }
  const lower = event.toLowerCase();
  const similar = ids.filter((id) => !near.includes(id) && id.toLowerCase().includes(lower));
  const names = [...near, ...similar].slice(0, suggested);
  const advice =
    names.length === 0
      ? "Run tinsmith explain to list all ids."
      : `Did you mean ${new Intl.ListFormat("en", { type: "disjunction" }).format(names)}?`;
  return `Unknown event id ${JSON.stringify(event)}. ${advice}`;
}

/** Emphasizes the headings of Markdown, and dims the fences of code. */
function paint(markdown: string, { colors }: Terminal): string {
  return markdown
    .replaceAll(/^#+ .*$/gm, (heading) => colors.bold(heading))
    .replaceAll(/^```.*$/gm, (fence) => colors.dim(fence));
}
