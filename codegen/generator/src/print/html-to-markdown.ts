import { DomUtils, parseDocument } from "htmlparser2";
import { escapeForeignTags } from "./html-tags.js";
import { codeSpan, escapePlainText, wrapText } from "./markdown-text.js";

type HtmlNode = ReturnType<typeof parseDocument>["children"][number];
type HtmlElement = Extract<HtmlNode, { readonly tagName: string }>;

/** The width of a line of text in a comment that is itself indented. */
const lineWidth = 92;

/**
 * Converts the HTML that AWS models use for documentation to Markdown. Tags without a counterpart
 * are removed, but not their content; placeholders such as `<region>` stay as text.
 */
export function htmlToMarkdown(html: string): string {
  return blocks(
    parseDocument(escapeForeignTags(html.replace(invisible, ""))).children,
    lineWidth,
  ).join("\n\n");
}

/** Elements whose content is not text. */
const invisible = /<(script|style|head)\b[^]*?<\/\1\s*>/gi;
const ignored = new Set(["fullname"]);
const admonitions = new Map([
  ["note", "Note"],
  ["important", "Important"],
  ["caution", "Caution"],
  ["warning", "Warning"],
  ["tip", "Tip"],
]);
const blockTags = new Set([
  ..."blockquote dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre section table tbody thead tr ul".split(
    " ",
  ),
  ...admonitions.keys(),
]);

/**
 * Converts nodes to paragraphs, lists and other blocks. Text between blocks becomes a paragraph.
 */
function blocks(nodes: readonly HtmlNode[], width: number): string[] {
  const result: string[] = [];
  let loose: HtmlNode[] = [];
  const flush = () => {
    const text = wrapText(inlineText(loose), width);
    if (text !== "") result.push(text);
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlock(node)) {
      loose.push(node);
      continue;
    }
    flush();
    result.push(...block(node, width).filter((text) => text !== ""));
  }
  flush();
  return result;
}

function block(element: HtmlElement, width: number): string[] {
  const { name, children } = element;
  if (ignored.has(name)) return [];
  if (name === "ul" || name === "ol") return [list(element, width)];
  if (name === "dl") return [definitions(element, width)];
  if (name === "pre") return [`\`\`\`\n${DomUtils.textContent(element).trim()}\n\`\`\``];
  if (name === "tr") return [wrapText(cells(element), width)];
  if (/^h[1-6]$/.test(name)) {
    const heading = inlineText(children);
    return heading === "" ? [] : [`**${heading}**`];
  }
  const admonition = admonitions.get(name);
  if (admonition !== undefined || name === "blockquote") {
    const inner = blocks(children, width - 2);
    const quoted = admonition === undefined ? inner : [`**${admonition}**`, ...inner];
    return [prefixLines(quoted.join("\n\n"), "> ", "> ")];
  }
  return blocks(children, width);
}

function list(element: HtmlElement, width: number): string {
  const items = element.children.filter(isElement).map((item, index) => {
    const marker = element.name === "ol" ? `${index + 1}. ` : "- ";
    const text = blocks(item.children, width - marker.length).join("\n\n");
    return text === "" ? "" : prefixLines(text, marker, " ".repeat(marker.length));
  });
  return items.filter((item) => item !== "").join("\n");
}

function definitions(element: HtmlElement, width: number): string {
  const lines: string[] = [];
  for (const child of element.children.filter(isElement)) {
    if (child.name === "dt") {
      lines.push(prefixLines(wrapText(inlineText(child.children), width - 2), "- ", "  "));
    } else {
      const text = blocks(child.children, width - 2).join("\n\n");
      if (text !== "") lines.push(prefixLines(text, "\n  ", "  "));
    }
  }
  return lines.join("\n");
}

function cells(row: HtmlElement): string {
  return row.children
    .filter(isElement)
    .map((cell) => inlineText(cell.children))
    .join(" | ");
}

function inlineText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map(inline)
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

function inline(node: HtmlNode): string {
  if (node.type === "text") {
    // In HTML, a line break is a space; only `<br>` breaks a line.
    return escapePlainText("data" in node ? node.data.replace(/\s+/g, " ") : "");
  }
  if (!isElement(node) || ignored.has(node.name)) return "";
  switch (node.name) {
    case "code":
    case "tt":
    case "kbd":
      return aroundSpaces(DomUtils.textContent(node), codeSpan);
    case "b":
    case "strong":
      return aroundSpaces(inlineOf(node), (text) => `**${text}**`);
    case "i":
    case "em":
    case "var":
      return aroundSpaces(inlineOf(node), (text) => `*${text}*`);
    case "a":
      return aroundSpaces(inlineOf(node), (text) => link(text, attribute(node, "href")));
    case "br":
      return "\n";
    default:
      return inlineOf(node);
  }
}

function inlineOf(element: HtmlElement): string {
  return element.children.map(inline).join("");
}

function link(text: string, target: string | undefined): string {
  if (target === undefined || !/^https?:\/\//.test(target)) return text;
  const address = target.trim().replace(/[\s()<>{}@]/g, percentEncode);
  return `[${text}](${address})`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
}

function attribute(element: HtmlElement, name: string): string | undefined {
  return DomUtils.getAttributeValue(element, name);
}

/** Moves spaces inside of a tag to the outside, because Markdown marks must touch the words. */
function aroundSpaces(text: string, mark: (text: string) => string): string {
  const inner = text.trim();
  if (inner === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${mark(inner)}${/\s$/.test(text) ? " " : ""}`;
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function holdsBlock(element: HtmlElement): boolean {
  if (blockTags.has(element.name)) return true;
  return element.children.some((child) => isElement(child) && holdsBlock(child));
}

function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}
