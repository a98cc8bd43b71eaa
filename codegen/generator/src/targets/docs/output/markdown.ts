import type { ElementContent } from "hast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { simplify } from "./simplify.js";

const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", fences: true, listItemIndent: "one" })
  .freeze();

/** Sections written before: an edit of a page leaves most of them as they are. */
const written = new Map<string, string>();
const writtenLimit = 1000;

/** The content of a page as Markdown: the same tree that becomes the HTML page. */
export function writeMarkdown(content: readonly ElementContent[]): string {
  return sectionsOf(simplify(content)).map(writeSection).join("\n");
}

function writeSection(children: ElementContent[]): string {
  const key = JSON.stringify(children);
  const before = written.get(key);
  if (before !== undefined) return before;
  const text = writer.stringify(writer.runSync({ type: "root", children }));
  if (written.size >= writtenLimit) written.clear();
  written.set(key, text);
  return text;
}

/** Splits a page before each heading: what is on either side of one is written the same without the other. */
function sectionsOf(nodes: readonly ElementContent[]): readonly ElementContent[][] {
  const sections: ElementContent[][] = [];
  for (const node of nodes) {
    const last = sections.at(-1);
    const starts = node.type === "element" && /^h[1-6]$/.test(node.tagName);
    if (last === undefined || starts) sections.push([node]);
    else last.push(node);
  }
  return sections;
}

/** Where the Markdown of a page is: beside it. */
export function markdownPath(page: string): string {
  return page.replace(/\.html$/, ".md");
}
