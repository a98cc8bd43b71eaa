import type { Doc } from "../code/doc.js";
import { wrapMarkdown, wrapText } from "./markdown-text.js";
import { documentationToMarkdown } from "./markdown.js";

/**
 * The width of a note. It leaves room for the indentation of the comment and the star before each
 * line.
 */
const noteWidth = 92;

/** Writes a TSDoc comment. Returns an empty string for a comment without content. */
export function writeTsdoc(doc: Doc): string {
  const { notes = [], deprecated, tags = [] } = doc.options;
  const text = wrapMarkdown(documentationToMarkdown(doc.text ?? ""), noteWidth);
  const blocks = [text, ...notes.map((note) => wrapText(closeSafe(note), noteWidth))].filter(
    (block) => block !== "",
  );
  const blockTags = tags.map(closeSafe);
  if (deprecated !== undefined) {
    const reason = `@deprecated ${documentationToMarkdown(deprecated)}`.trimEnd();
    blockTags.push(wrapMarkdown(reason, noteWidth));
  }
  const paragraphs = [...blocks, ...blockTags];
  const lines = paragraphs.join("\n\n").split("\n");
  if (paragraphs.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n");
}

function closeSafe(text: string): string {
  return text.replace(/\*\//g, "*\\/");
}
