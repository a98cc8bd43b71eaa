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

/** The content of a page as Markdown: the same tree that becomes the HTML page. */
export function writeMarkdown(content: readonly ElementContent[]): string {
  return sectionsOf(simplify(content)).map(writeSection).join("\n");
}

/** An edit of a page leaves most of its sections as they are. */
const writeSection = remember(
  1000,
  (children: ElementContent[]) => JSON.stringify(children),
  (children) => writer.stringify(writer.runSync({ type: "root", children })),
);

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
