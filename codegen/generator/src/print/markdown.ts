import { escapeMarkup, mapOutsideCode, withoutCode } from "./markdown-text.js";
import { htmlToMarkdown } from "./html-to-markdown.js";

/**
 * Documentation of a model as Markdown that is safe in a TSDoc comment: no HTML, no `@`, `{` or
 * end of comment that a tool would act on. Text that is CommonMark already keeps its lines; text
 * that is HTML, as AWS models have it, is converted and wrapped.
 */
export function documentationToMarkdown(text: string): string {
  const normalized = text.replace(/\r\n?/g, "\n");
  const markdown = isHtml(normalized)
    ? htmlToMarkdown(normalized)
    : mapOutsideCode(dedent(normalized), escapeMarkup);
  return markdown
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\*\//g, "*\\/")
    .trim();
}

const tags =
  "a|b|blockquote|br|caution|code|dd|div|dl|dt|em|fullname|h[1-6]|i|important|kbd|li|note|ol|p|pre|" +
  "span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var";
const htmlTag = new RegExp(`</?(?:${tags})(?:\\s[^<>]*)?/?>`, "i");

function isHtml(text: string): boolean {
  return text.includes("<") && htmlTag.test(withoutCode(text));
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
