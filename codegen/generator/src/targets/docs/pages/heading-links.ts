import type { ElementContent } from "hast";
import { h } from "hastscript";

/** Adds a link to itself to each heading that has an id. Its sign is in the style sheet. */
export function linkHeadings(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const id = node.properties["id"];
    if (/^h[23]$/.test(node.tagName) && typeof id === "string") {
      const link = h("a", {
        className: ["self"],
        href: `#${encodeURIComponent(id)}`,
        ariaLabel: "Link to this section",
      });
      return { ...node, children: [...node.children, link] };
    }
    return { ...node, children: linkHeadings(node.children) };
  });
}
