/**
 * A document that can be laid out in several ways, after Wadler's "A prettier printer": the width
 * decides whether the softlines of a group become line breaks.
 */
export type Document =
  | string
  | readonly Document[]
  | { readonly kind: "line" }
  | { readonly kind: "softline"; readonly flat: string }
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "indent"; readonly content: Document }
  | { readonly kind: "group"; readonly content: Document };

/** A line break at any width. */
export const line: Document = { kind: "line" };

/** A line break, or `flat` if the surrounding group stays on one line. */
export const softline = (flat: string): Document => ({ kind: "softline", flat });

/** Creates text that contains line breaks and is never indented. */
export const verbatim = (text: string): Document => ({ kind: "verbatim", text });

/** Indents the content by four columns after each line break. */
export const indent = (content: Document): Document => ({ kind: "indent", content });

/**
 * Prints the content flat if everything up to its first {@link line} fits; groups inside then stay
 * flat too. Inner groups are measured separately only if the outer group is broken.
 */
export const group = (content: Document): Document => ({ kind: "group", content });

export function join(separator: Document, parts: readonly Document[]): Document {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** Prints each part on its own line, with a line break after the last. */
export const lines = (parts: readonly Document[]): Document => parts.map((part) => [part, line]);

const indentWidth = 4;

interface Pending {
  readonly document: Document;
  readonly indentation: number;
  readonly flat: boolean;
}

/** Lays out a document in at most `width` columns where possible. Lines end with `\n`. */
export function printDocument(document: Document, width: number): string {
  let output = "";
  let column = 0;
  // Indentation is written with the first text of a line, so that blank lines remain empty.
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

/**
 * Returns the width of the plain text that follows directly, such as closing brackets. This text
 * has to fit too.
 */
function widthBehind(stack: readonly Pending[]): number {
  let width = 0;
  for (let index = stack.length - 1; index >= 0; index--) {
    const next = stack[index]?.document;
    if (typeof next !== "string") break;
    width += next.length;
  }
  return width;
}

/**
 * Counts the columns up to the first line break if all softlines stay flat; stops above `limit`.
 */
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
