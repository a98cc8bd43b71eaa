import type { ElementContent } from "hast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { remember } from "../remember.js";
import { simplify } from "./simplify.js";

const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", fences: true, listItemIndent: "one" })
  .freeze();

/** Returns the content of a page as Markdown, from the same tree as the HTML page. */
export function writeMarkdown(content: readonly ElementContent[]): string {
  return sectionsOf(simplify(content)).map(writeSection).join("\n");
}

/** Caches sections, because an edit of a page leaves most of them unchanged. */
const writeSection = remember(
  1000,
  (children: ElementContent[]) => JSON.stringify(children),
  (children) => writer.stringify(writer.runSync({ type: "root", children })),
);

/**
 * Splits a page before each heading, because the Markdown of a section does not depend on the
 * others.
 */
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

/** Returns the path of the Markdown of a page, in the same folder. */
export function markdownPath(page: string): string {
  return page.replace(/\.html$/, ".md");
}
