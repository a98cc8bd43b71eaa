import { createHash } from "node:crypto";
import type { Root } from "hast";
import type { Page } from "../pages/page.js";
import { writeHtml } from "./html.js";
import { writeMarkdown } from "./markdown.js";

/** A page in both of its forms. */
export interface WrittenPage {
  readonly html: string;
  readonly markdown: string;
}

/** Pages written before, by a hash of what they show: an edit of the model changes few of them. */
const written = new Map<string, WrittenPage>();
const writtenLimit = 300;

/**
 * Writes a page as HTML and as Markdown.
 *
 * @param frame whatever else the document is made of: pages written before with the same content and the same
 * frame are not written again
 * @param layOut puts the page into the whole document
 */
export function writePage(page: Page, frame: string, layOut: () => Root): WrittenPage {
  const key = createHash("sha256")
    .update(JSON.stringify([frame, page]))
    .digest("base64");
  const before = written.get(key);
  if (before) return before;
  const forms = { html: writeHtml(layOut()), markdown: writeMarkdown(page.content) };
  if (written.size >= writtenLimit) written.clear();
  written.set(key, forms);
  return forms;
}
