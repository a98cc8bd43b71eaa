/**
 * A document that may be laid out in several ways, after Wadler's "A prettier printer": where the
 * softlines of a group become line breaks depends on the width.
 */
export type Document =
  | string
  | readonly Document[]
  | { readonly kind: "line" }
  | { readonly kind: "softline"; readonly flat: string }
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "indent"; readonly content: Document }
  | { readonly kind: "group"; readonly content: Document };

/** A line break, whatever the width. */
export const line: Document = { kind: "line" };

/** A line break, or `flat` where the group around it stays on one line. */
export const softline = (flat: string): Document => ({ kind: "softline", flat });

/** Text with line breaks of its own, behind which nothing may be indented. */
export const verbatim = (text: string): Document => ({ kind: "verbatim", text });

/** Four columns more behind each line break inside. */
export const indent = (content: Document): Document => ({ kind: "indent", content });

/**
 * Stays flat if all up to its first {@link line} fits, and then so do the groups inside: they are
 * asked for themselves only where the outer one is broken.
 */
export const group = (content: Document): Document => ({ kind: "group", content });

export function join(separator: Document, parts: readonly Document[]): Document {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** Each part on a line of its own, with a line break behind the last. */
export const lines = (parts: readonly Document[]): Document => parts.map((part) => [part, line]);

const indentWidth = 4;

interface Pending {
  readonly document: Document;
  readonly indentation: number;
  readonly flat: boolean;
}

/** Lays a document out in at most `width` columns where it can be done. Lines end with `\n`. */
export function printDocument(document: Document, width: number): string {
  let output = "";
  let column = 0;
  // Indentation is written with the first text of a line, so that blank lines stay empty.
  let owed = 0;
  const write = (text: string): void => {
    if (text === "") return;
    output += " ".repeat(owed) + text;
    const lastBreak = text.lastIndexOf("\n");
    column = lastBreak === -1 ? column + text.length : text.length - lastBreak - 1;
    owed = 0;
  };
  const breakLine = (indentation: number): void => {
    output += "\n";
    column = indentation;
    owed = indentation;
  };
  const stack: Pending[] = [{ document, indentation: 0, flat: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { document: current, indentation, flat } = next;
    if (typeof current === "string") write(current);
    else if (isConcatenation(current)) {
      for (let index = current.length - 1; index >= 0; index--) {
        stack.push({ document: current[index] ?? "", indentation, flat });
      }
    } else if (current.kind === "line") breakLine(indentation);
    else if (current.kind === "verbatim") write(current.text);
    else if (current.kind === "softline") {
      if (flat) write(current.flat);
      else breakLine(indentation);
    } else if (current.kind === "indent") {
      stack.push({
        document: current.content,
        indentation: indentation + indentWidth,
        flat,
      });
    } else {
      const room = width - column - widthBehind(stack);
      const fitsHere = flat || flatWidth(current.content, room) <= room;
      stack.push({ document: current.content, indentation, flat: fitsHere });
    }
  }
  return output;
}

/** The width of the plain text right behind, such as closing brackets: it has to fit as well. */
function widthBehind(stack: readonly Pending[]): number {
  let width = 0;
  for (let index = stack.length - 1; index >= 0; index--) {
    const next = stack[index]?.document;
    if (typeof next !== "string") break;
    width += next.length;
  }
  return width;
}

/** Columns up to the first line break if all softlines stay flat; stops counting above `limit`. */
export function flatWidth(document: Document, limit = Infinity): number {
  let width = 0;
  const stack: Document[] = [document];
  for (let next = stack.pop(); next !== undefined && width <= limit; next = stack.pop()) {
    if (typeof next === "string") width += next.length;
    else if (isConcatenation(next)) {
      for (let index = next.length - 1; index >= 0; index--) stack.push(next[index] ?? "");
    } else if (next.kind === "line") return width;
    else if (next.kind === "softline") width += next.flat.length;
    else if (next.kind === "verbatim") {
      const [first = "", ...rest] = next.text.split("\n", 2);
      width += first.length;
      if (rest.length > 0) return width;
    } else stack.push(next.content);
  }
  return width;
}

const isConcatenation = (document: Document): document is readonly Document[] =>
  Array.isArray(document);
