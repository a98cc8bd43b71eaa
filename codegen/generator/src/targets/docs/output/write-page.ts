import { createHash } from "node:crypto";
import type { ElementContent, Root } from "hast";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";

/** A page in both of its forms. */
export interface WrittenPage {
  readonly html: string;
  readonly markdown: string;
}

/** Pages written before, by a hash of their tree: an edit of the model changes few of them. */
const written = new Map<string, WrittenPage>();
const writtenLimit = 300;

/**
 * Writes a page as HTML and as Markdown.
 *
 * @param document the whole page, with its content somewhere in it
 */
export function writePage(document: Root, content: readonly ElementContent[]): WrittenPage {
  const key = createHash("sha256").update(JSON.stringify(document)).digest("base64");
  const before = written.get(key);
  if (before) return before;
  const page = { html: writeHtml(document), markdown: writeMarkdown(content) };
  if (written.size >= writtenLimit) written.clear();
  written.set(key, page);
  return page;
}
