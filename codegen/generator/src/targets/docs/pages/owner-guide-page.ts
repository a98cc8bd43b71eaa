import { posix } from "node:path";
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { SnippetLanguage } from "../highlight/highlight.js";
import { headingId } from "../site/plan-guides.js";
import type { Guide } from "../site/plan-guides.js";
import { firstSentence } from "../text/render-text.js";
import { codeBlock } from "./code-block.js";
import type { PageContext } from "./page-context.js";
import type { Page } from "./page.js";

/** Creates the page of a guide that the owner of the model wrote. */
export function ownerGuidePage(guide: Guide, context: PageContext): Page {
  const content = context.text(guide.markdown, {
    headingLevel: 2,
    relativeLink: (href) => linkOf(href, guide, context),
  });
  const ids = new Set<string>();
  return {
    path: guide.page,
    title: guide.title,
    description: firstSentence(guide.markdown),
    section: "Guides",
    content: [
      h("p", { className: ["kicker"], dataSkip: "" }, guide.kicker ?? "Guide"),
      h("h1", guide.title),
      ...content.map((node) => withCode(withHeadingIds(node, ids))),
    ],
  };
}

/** Returns the page of a link to another guide, or to a page of the site by its path. */
function linkOf(href: string, guide: Guide, { site, href: to }: PageContext): string | undefined {
  const [path = "", anchor] = href.split("#");
  if (path === "") return anchor === undefined ? undefined : `#${anchor}`;
  const file = posix.join(posix.dirname(guide.file), path);
  const other = site.guides.find((candidate) => candidate.file === file);
  if (other) return to(other.page, anchor);
  const known =
    Object.hasOwn(site.addresses, path) ||
    [...site.places.values()].some(({ page }) => page === path);
  return known ? to(path, anchor) : undefined;
}

/** Gives each heading an anchor that consists of its words. */
function withHeadingIds(node: ElementContent, ids: Set<string>): ElementContent {
  if (node.type !== "element" || !/^h[2-4]$/.test(node.tagName)) return node;
  const base = headingId(textOf(node));
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  ids.add(id);
  return { ...node, properties: { ...node.properties, id } };
}

/** Replaces code by blocks with colors and a button to copy. */
function withCode(node: ElementContent): ElementContent {
  if (node.type !== "element") return node;
  if (node.tagName !== "pre") return { ...node, children: node.children.map(withCode) };
  const [code] = node.children;
  const { className } = code?.type === "element" ? code.properties : {};
  const [name = ""] = Array.isArray(className) ? className.map(String) : [];
  const text = textOf(node).replace(/\n$/, "");
  return codeBlock(text, languages.get(name.replace(/^language-/, "")) ?? "text");
}

const languages: ReadonlyMap<string, SnippetLanguage> = new Map([
  ["http", "http"],
  ["json", "json"],
  ["sh", "shellscript"],
  ["shell", "shellscript"],
  ["smithy", "smithy"],
  ["ts", "typescript"],
  ["typescript", "typescript"],
]);

function textOf(node: Element | ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
