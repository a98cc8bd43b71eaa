import type { Doc } from "../code/doc.js";
import { wrapText } from "./markdown-text.js";
import { documentationToMarkdown } from "./markdown.js";

/** Comments stand at most a few columns in, with a star before each line. */
const noteWidth = 92;

/** Writes a TSDoc comment; empty where it would say nothing. */
export function writeTsdoc(doc: Doc): string {
  const { notes = [], deprecated, tags = [] } = doc.options;
  const text = doc.text === undefined ? "" : documentationToMarkdown(doc.text);
  const blocks = [text, ...notes.map((note) => wrapText(closeSafe(note), noteWidth))].filter(
    (block) => block !== "",
  );
  const blockTags = tags.map(closeSafe);
  if (deprecated !== undefined) {
    blockTags.push(`@deprecated ${documentationToMarkdown(deprecated)}`.trimEnd());
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
