import type { ManualPage } from "@tinsmith/codegen/manual";
import { eventPageIds, readEventPage } from "../../../codegen/cli/dist/commands.js";
import { code, fileName, table } from "./markdown.js";

/**
 * Returns a page for each event, as `tinsmith explain` prints it, and a page that lists all events.
 */
export function eventPages(): readonly ManualPage[] {
  const pages = eventPageIds().map(readEventPage);
  const rows = pages.map(({ id, severity, text }) => [
    `[${code(id)}](${fileName(id)}.md)`,
    severity.join(", "),
    text.split("\n")[0] ?? "",
  ]);
  const markdown = [
    "An event is what `tinsmith validate`, `tinsmith diff` or a build reports about a model or its configuration. `tinsmith explain ID` prints the page of one.",
    table(["Event", "Severity", "Meaning"], rows),
  ].join("\n\n");
  return [
    { path: "events/index.html", title: "All events", markdown },
    ...pages.map((page) => ({
      path: `events/${fileName(page.id)}.html`,
      title: page.id,
      isListed: false,
      markdown: page.markdown.replace(/^# .*\n/, ""),
    })),
  ];
}
