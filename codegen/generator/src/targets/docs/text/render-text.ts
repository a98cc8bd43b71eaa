import type { Element, ElementContent, Root } from "hast";
import type { Root as MarkdownRoot, RootContent } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { remember } from "../remember.js";
import { polish } from "./polish.js";
import { sanitizeSchema } from "./sanitize-schema.js";
import { escapeForeignTags, isHtmlText } from "../../../print/html-tags.js";
import type { TextPlacement } from "./text-placement.js";

const fromHtml = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, sanitizeSchema)
  .freeze();

const markdownParser = unified().use(remarkParse).use(remarkGfm).freeze();

const fromMarkdown = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeSanitize, sanitizeSchema)
  .freeze();

/** Parses Markdown with HTML, which requires a second parser that most texts do not need. */
const fromMixed = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, sanitizeSchema)
  .freeze();

/** Returns the text as its own key. */
const itself = (text: string): string => text;

/**
 * Renders model text as safe content of a page: HTML if it starts with a block tag, otherwise
 * CommonMark with the extensions of GitHub. Only structure, emphasis and links to http, https and
 * mailto remain.
 */
export function renderText(text: string, placement: TextPlacement = {}): ElementContent[] {
  if (text.trim() === "") return [];
  return polish(parse(text), placement);
}

/** Returns the text without markup on one line, for descriptions, search and summaries. */
export function plainText(text: string): string {
  return textOf(renderText(text)).replace(/\s+/g, " ").trim();
}

/**
 * Returns the first sentence of the text, or the whole text if no sentence ends in it. Results are
 * cached, because tables of members and the search index use the same sentences in each build.
 */
export const firstSentence = remember(20_000, itself, findFirstSentence);

function findFirstSentence(text: string): string {
  const first = renderText(text).find((node) => node.type === "element" && node.tagName === "p");
  const plain = first ? textOf([first]).replace(/\s+/g, " ").trim() : plainText(text);
  return /^.*?[.!?](?=\s+[A-Z`"'(]|$)/s.exec(plain)?.[0] ?? plain;
}

/**
 * Parses with a cache, because the documentation of a member is on every page that opens its shape.
 */
const parse = remember(20_000, itself, (text) =>
  isHtmlText(text) ? parseHtml(text) : parseMarkdown(text),
);

function parseHtml(text: string): Root {
  return fromHtml.runSync(fromHtml.parse(escapeForeignTags(text)));
}

function parseMarkdown(text: string): Root {
  const tree = markdownParser.parse(dedent(text));
  return (showForeignTags(tree) ? fromMixed : fromMarkdown).runSync(tree);
}

/**
 * Removes the indentation that all lines after the first share. Model files indent continued text,
 * which CommonMark would otherwise read as code.
 */
function dedent(text: string): string {
  const [first = "", ...rest] = text.split(/\r\n?|\n/);
  const filled = rest.filter((line) => line.trim() !== "");
  const shared = Math.min(...filled.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  const start = filled.length === 0 ? first.trimStart() : first.replace(/^ {4,}/, "");
  if (!Number.isFinite(shared) || shared === 0) return [start, ...rest].join("\n");
  return [start, ...rest.map((line) => line.slice(shared))].join("\n");
}

/**
 * Turns foreign tags and images into text, because pages must not load anything from other hosts.
 * Returns true if the tree contains HTML.
 */
function showForeignTags(tree: MarkdownRoot): boolean {
  let mixed = false;
  const visit = (node: MarkdownRoot | RootContent): void => {
    if (node.type === "html") {
      node.value = escapeForeignTags(node.value);
      mixed = true;
    }
    if (!("children" in node)) return;
    node.children.forEach((child, index) => {
      if (child.type === "image" || child.type === "imageReference") {
        node.children[index] = { type: "text", value: child.alt ?? "" };
      } else {
        visit(child);
      }
    });
  };
  visit(tree);
  return mixed;
}

function textOf(nodes: readonly (ElementContent | Element)[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      const inner = textOf(node.children);
      return inlineTags.has(node.tagName) ? inner : ` ${inner} `;
    })
    .join("");
}

const inlineTags: ReadonlySet<string> = new Set(
  "a b code del em i kbd q s samp strong sub sup u var".split(" "),
);
