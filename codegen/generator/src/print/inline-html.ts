import { codeSpan, escapeMarkup, mapOutsideCode } from "./markdown-text.js";

/**
 * Converts the inline HTML of CommonMark to Markdown: `<b>`, `<i>`, `<code>`, `<a>` and `<br>`
 * become their Markdown equivalent; other tags are removed, but not their content. Line breaks are
 * preserved.
 */
export function inlineHtmlToMarkdown(text: string): string {
  const withCode = mapOutsideCode(text, (part) =>
    part.replace(/<(code|tt|kbd)(?:\s[^<>]*)?>([\s\S]*?)<\/\1>/gi, (_, _tag, content: string) =>
      codeSpan(decodeEntities(content.replace(/<[^<>]*>/g, ""))),
    ),
  );
  return mapOutsideCode(withCode, (part) => escapeMarkup(replaceTags(part)));
}

const marks: ReadonlyMap<string, string> = new Map([
  ["b", "**"],
  ["strong", "**"],
  ["i", "*"],
  ["em", "*"],
  ["var", "*"],
]);

function replaceTags(text: string): string {
  return text
    .replace(
      /<a\s[^<>]*?href\s*=\s*(["'])(https?:\/\/[^"'<>\s]*)\1[^<>]*>([\s\S]*?)<\/a>/gi,
      (_, _quote, address: string, content: string) => `[${content}](${address})`,
    )
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(
      /<\/?(a|b|strong|i|em|var|span|u|sub|sup)(?:\s[^<>]*)?\/?>/gi,
      (_, tag: string) => marks.get(tag.toLowerCase()) ?? "",
    );
}

function decodeEntities(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => names[name] ?? "");
}
