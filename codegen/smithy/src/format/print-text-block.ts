import { textBlockLines } from "../syntax/string-literal.js";
import { join, line } from "./document.js";
import type { Document } from "./document.js";

const quotes = '"""';

/** A text block whose lines stand below its quotes, indented as much as they. */
export function printTextBlock(source: string): Document {
  const content = textBlockLines(source.slice(quotes.length, -quotes.length)) ?? [];
  const last = content.at(-1) ?? "";
  // A quote right before the closing ones would be taken for one of them.
  const gap = endsWithQuote(last) ? " " : "";
  return join(line, [quotes, ...content.slice(0, -1), last + gap + quotes]);
}

/** True for a quote that is not escaped, at the end. */
function endsWithQuote(text: string): boolean {
  return text.endsWith('"') && !/(?<!\\)\\(?:\\\\)*"$/.test(text);
}
