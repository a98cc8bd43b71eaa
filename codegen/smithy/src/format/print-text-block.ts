import { textBlockLines } from "../syntax/string-literal.js";
import { join, line } from "./document.js";
import type { Document } from "./document.js";

const quotes = '"""';

/** Prints a text block whose lines are below its quotes and equally indented. */
export function printTextBlock(source: string): Document {
  const content = textBlockLines(source.slice(quotes.length, -quotes.length)) ?? [];
  const last = content.at(-1) ?? "";
  // A quote directly before the closing quotes would be read as one of them.
  const gap = endsWithQuote(last) ? " " : "";
  return join(line, [quotes, ...content.slice(0, -1), last + gap + quotes]);
}

/** True if the text ends with a quote that is not escaped. */
function endsWithQuote(text: string): boolean {
  return text.endsWith('"') && !/(?<!\\)\\(?:\\\\)*"$/.test(text);
}
