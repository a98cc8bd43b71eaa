import { escapeMarkup, mapOutsideCode, withoutCode } from "./markdown-text.js";
import { htmlToMarkdown } from "./html-to-markdown.js";
import { inlineHtmlToMarkdown } from "./inline-html.js";

/**
 * Converts the documentation of a model to Markdown that is safe in a TSDoc comment: without HTML,
 * and without `@`, `{` or an end of comment that a tool would interpret. CommonMark keeps its
 * lines, and its inline HTML is converted. Text that is entirely HTML, as in AWS models, is
 * converted and wrapped.
 */
export function documentationToMarkdown(text: string): string {
  const normalized = text.replace(/\r\n?/g, "\n");
  const markdown = toMarkdown(normalized);
  return markdown
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\*\//g, "*\\/")
    .trim();
}

/**
 * Matches block tags. Text with a block tag is HTML, in which line breaks and indentation have no
 * meaning.
 */
const blockTag =
  /<(?:p|ul|ol|dl|div|blockquote|table|pre|note|important|caution|fullname|h[1-6])(?:\s[^<>]*)?\/?>/i;
const inlineTag = /<\/?(?:a|b|br|code|em|i|kbd|li|span|strong|sub|sup|tt|u|var)(?:\s[^<>]*)?\/?>/i;

function toMarkdown(text: string): string {
  const prose = text.includes("<") ? withoutCode(text) : "";
  if (blockTag.test(prose)) return htmlToMarkdown(text);
  const lines = dedent(text);
  return inlineTag.test(prose) ? inlineHtmlToMarkdown(lines) : mapOutsideCode(lines, escapeMarkup);
}

/** Removes the common indentation that the model file has on every line except the first. */
function dedent(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const indents = rest
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const strip = indents.length === 0 ? 0 : Math.min(...indents);
  return [first.trimStart(), ...rest.map((line) => line.slice(strip))].join("\n");
}
