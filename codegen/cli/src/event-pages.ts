import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The page about an event: its meaning, a model that causes it, and one that does not. */
export interface EventPage {
  readonly id: string;
  /** The severities that the event can have, the highest first. */
  readonly severity: readonly string[];
  /** The prose of the page, in Markdown. */
  readonly text: string;
  /** For an event of a difference, the model before the change. */
  readonly before?: string;
  /** A model that causes the event. For an event of a difference, the model after the change. */
  readonly wrong: string;
  /** A model or a change that does not. Null if the event is not a fault. */
  readonly right: string | null;
  /** The whole page, in Markdown. */
  readonly markdown: string;
}

const extension = ".md";

/** The pages are files of the language's package, which are read only when they are needed. */
function pagesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("@tinsmith/smithy/package.json");
  return join(dirname(manifest), "events");
}

/** Returns the ids of all events that have a page, in alphabetical order. */
export function eventPageIds(): readonly string[] {
  return readdirSync(pagesFolder())
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/**
 * Returns the id of the page about an event. A page also covers the ids below its own:
 * `HttpUriGreedyLabel` covers `HttpUriGreedyLabel.MultipleGreedyLabels`.
 */
export function findEventPage(event: string, ids: readonly string[]): string | undefined {
  // The only id with a variable part that does not follow a period.
  const id = event.replace(/^(UnknownValidator)_.*/, "$1");
  const covering = ids.filter((page) => id === page || id.startsWith(`${page}.`));
  return covering.sort((one, other) => other.length - one.length)[0];
}

/** Reads a page. Its id is one of {@link eventPageIds}. */
export function readEventPage(id: string): EventPage {
  const markdown = readFileSync(join(pagesFolder(), id + extension), "utf8");
  const section = /^## (Before|Wrong|After|Right)\n\n```smithy\n(.*?)^```\n\n/gms;
  const models = new Map([...markdown.matchAll(section)].map(([, title, model]) => [title, model]));
  const before = models.get("Before");
  const prose = markdown.replace(/^# .*\n\nSeverity: .*\n/, "").replaceAll(section, "");
  const severity = /^Severity: (.*)$/m.exec(markdown)?.[1]?.split(", ") ?? [];
  return {
    id,
    severity,
    text: prose.trim(),
    ...(before !== undefined && { before }),
    wrong: models.get("Wrong") ?? models.get("After") ?? "",
    right: models.get("Right") ?? null,
    markdown,
  };
}
