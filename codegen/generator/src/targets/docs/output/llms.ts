import type { PageSection } from "../pages/page.js";
import type { Site } from "../site/site.js";
import { markdownPath } from "./markdown.js";
import type { WrittenPage } from "./written-page.js";

const sections: readonly PageSection[] = ["Overview", "Operations", "Errors", "Shapes", "Guides"];

/**
 * Returns a table of contents in the form of llms.txt: title, summary, and a list of links per
 * section.
 */
export function writeLlmsIndex(site: Site, pages: readonly WrittenPage[]): string {
  const [overview] = pages;
  const lines = [
    `# ${oneLine(site.plan.title)}`,
    "",
    `> ${oneLine(overview?.page.description ?? "")}`,
  ];
  for (const section of sections) {
    const listed = pages.filter(({ page }) => page.section === section);
    if (listed.length === 0) continue;
    lines.push("", `## ${section}`, "");
    for (const { title, path, description } of listed.map(({ page }) => page)) {
      lines.push(`- [${oneLine(title)}](${markdownPath(path)}): ${oneLine(description)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Returns all pages in one text, each below its path. */
export function writeLlmsFull(pages: readonly WrittenPage[]): string {
  return pages
    .map(({ page, markdown }) => `<!-- ${markdownPath(page.path)} -->\n\n${markdown}`)
    .join("\n\n---\n\n");
}

/** Returns the text on one line, with Markdown syntax escaped. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\[\]<>`*_]/g, (char) => `\\${char}`)
    .trim();
}
