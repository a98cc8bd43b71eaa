import { Mismatch } from "../malformed-message.js";

/** Writes an element of a list in a header. Adds quotes if it contains separators. */
export const quoteElement = (text: string): string =>
  /[",]/.test(text) || text !== text.trim() ? `"${text.replace(/["\\]/g, "\\$&")}"` : text;

/**
 * Splits a list in a header into its elements. @throws Mismatch if a quoted element does not end
 */
export function splitElements(header: string): string[] {
  const elements: string[] = [];
  let at = 0;
  for (;;) {
    while (header[at] === " " || header[at] === "\t") at++;
    if (header[at] === '"') {
      let element = "";
      for (at++; header[at] !== '"'; at++) {
        if (header[at] === "\\") at++;
        if (at >= header.length) throw new Mismatch("Expected the end of a quoted element.");
        element += header[at];
      }
      elements.push(element);
      const comma = header.indexOf(",", at);
      if (header.slice(at + 1, comma < 0 ? undefined : comma).trim() !== "") {
        throw new Mismatch("Expected a comma after a quoted element.");
      }
      if (comma < 0) return elements;
      at = comma + 1;
      continue;
    }
    const comma = header.indexOf(",", at);
    elements.push(header.slice(at, comma < 0 ? undefined : comma).trim());
    if (comma < 0) return elements;
    at = comma + 1;
  }
}

/** Splits a list of dates. Each date contains a comma. */
export function splitHttpDates(header: string): string[] {
  const parts = header.split(",").map((part) => part.trim());
  const dates: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    dates.push(parts.slice(index, index + 2).join(", "));
  }
  return dates;
}
