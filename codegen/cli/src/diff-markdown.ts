import { eventMessage } from "@tinsmith/smithy";
import type { Diagnostic, Severity } from "@tinsmith/smithy";

const sections: readonly { readonly title: string; readonly severities: readonly Severity[] }[] = [
  { title: "Breaking changes", severities: ["ERROR", "DANGER"] },
  { title: "Changes that may break", severities: ["WARNING"] },
  { title: "Other changes", severities: ["NOTE"] },
];

/** Prints the events of a comparison as Markdown, for a pull request or a change log. */
export function diffAsMarkdown(events: readonly Diagnostic[]): string {
  const parts = sections.flatMap(({ title, severities }) => {
    const items = events.filter(({ severity }) => severities.includes(severity)).map(printItem);
    return items.length === 0 ? [] : [`### ${title}\n\n${items.join("\n")}\n`];
  });
  return parts.length === 0 ? "The model did not change.\n" : parts.join("\n");
}

function printItem(diagnostic: Diagnostic): string {
  const { shapeId, code, severity } = diagnostic;
  const shape = shapeId === undefined ? "" : `\`${shapeId}\`: `;
  const message = escape(eventMessage(diagnostic)).trim().replaceAll("\n", "\n  ");
  return `- ${shape}${message} (${severity}, \`${code}\`)`;
}

/** Escapes what Markdown would read as markup, except code, which messages contain on purpose. */
const escape = (text: string): string =>
  text
    .split(/(```[^]*?```|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*_<>[\]#|~]/g, "\\$&")))
    .join("");
