import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const stringifier = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/**
 * Returns a page as HTML with one block per line, so that changes of the model have readable diffs.
 */
export function writeHtml(tree: Root): string {
  return `${stringifier.stringify({ ...tree, children: onLines(tree.children) })}\n`;
}

/** Elements whose children are blocks, so that whitespace between the children is insignificant. */
const containers: ReadonlySet<string> = new Set(
  "html head body header main article aside footer nav div ul ol dl table thead tbody tr details figure fieldset blockquote".split(
    " ",
  ),
);

const blocks: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 h5 h6 li dt dd th td pre summary figcaption button label input legend meta link title script a".split(
    " ",
  ),
);

function breakLines(element: Element): Element {
  const children = element.children.map((child) =>
    child.type === "element" ? breakLines(child) : child,
  );
  if (!containers.has(element.tagName) || !children.every(isBlock)) return { ...element, children };
  return { ...element, children: [newline, ...children.flatMap((child) => [child, newline])] };
}

function onLines(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => [
    ...(index === 0 ? [] : [newline]),
    node.type === "element" ? breakLines(node) : node,
  ]);
}

function isBlock(node: ElementContent): boolean {
  return node.type === "element" && (containers.has(node.tagName) || blocks.has(node.tagName));
}

const newline = { type: "text", value: "\n" } as const;
