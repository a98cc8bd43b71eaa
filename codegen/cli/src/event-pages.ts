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
  /** The model before the change, for an event of a difference. */
  readonly before?: string;
  /**
   * A model or a configuration that causes the event. For an event of a difference, the model after
   * the change.
   */
  readonly wrong: string;
  /**
   * A model, a configuration or a change that does not cause the event. Null if the event is not a
   * fault.
   */
  readonly right: string | null;
  /** The whole page, in Markdown. */
  readonly markdown: string;
}

const extension = ".md";

/** The packages with pages: first those about models, then those about configurations. */
const packages = ["@tinsmith/smithy", "@tinsmith/codegen"];

/** Returns the files of pages by id. They are read only when they are needed. */
function pageFiles(): ReadonlyMap<string, string> {
  const { resolve } = createRequire(import.meta.url);
  return new Map(
    packages.flatMap((name) => {
      const folder = join(dirname(resolve(`${name}/package.json`)), "events");
      return readdirSync(folder)
        .filter((file) => file.endsWith(extension))
        .map((file) => [file.slice(0, -extension.length), join(folder, file)] as const);
    }),
  );
}

/** Returns the ids of all events that have a page, in alphabetical order. */
export function eventPageIds(): readonly string[] {
  return [...pageFiles().keys()].sort();
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

/**
 * Reads the page with an id of {@link eventPageIds}.
 *
 * @throws Error if the id has no page
 */
export function readEventPage(id: string): EventPage {
  const file = pageFiles().get(id);
  if (file === undefined) throw new Error(`The event ${id} has no page`);
  const markdown = readFileSync(file, "utf8");
  const section = /^## (Before|Wrong|After|Right)\n\n```(?:smithy|json)\n(.*?)^```\n\n/gms;
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
