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

/** The content of a page as Markdown: the same tree that becomes the HTML page. */
export function writeMarkdown(content: readonly ElementContent[]): string {
  const tree = writer.runSync({ type: "root", children: simplify(content) });
  return writer.stringify(tree);
}

/** Where the Markdown of a page is: beside it. */
export function markdownPath(page: string): string {
  return page.replace(/\.html$/, ".md");
}
