import { escapeMarkup, mapOutsideCode, withoutCode } from "./markdown-text.js";
import { htmlToMarkdown } from "./html-to-markdown.js";
import { inlineHtmlToMarkdown } from "./inline-html.js";

/**
 * Documentation of a model as Markdown that is safe in a TSDoc comment: no HTML, no `@`, `{` or
 * end of comment that a tool would act on. CommonMark keeps its lines, with what it has of inline
 * HTML replaced; text that is HTML throughout, as AWS models have it, is converted and wrapped.
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
 * Tags that only a text which is HTML throughout has; in it, line breaks and indentation mean
 * nothing.
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

/** Takes off what the model's own indentation put before every line but the first. */
function dedent(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const indents = rest
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const strip = indents.length === 0 ? 0 : Math.min(...indents);
  return [first.trimStart(), ...rest.map((line) => line.slice(strip))].join("\n");
}
