/** A replacement of a range of a text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits. They must not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Inserts text before an offset: as a line with the same indentation if the offset starts a line, and
 * as a word otherwise.
 */
export function insertBefore(text: string, offset: number, line: string): TextEdit {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = text.slice(start, offset);
  const separator = /^[ \t]*$/.test(indent) ? `${lineBreakOf(text)}${indent}` : " ";
  return { start: offset, end: offset, text: line + separator };
}

/** Removes a range and the whitespace after it. */
export function remove(text: string, { start, end }: { start: number; end: number }): TextEdit {
  const blanks = /[\s,]*/y;
  blanks.lastIndex = end;
  return { start, end: end + (blanks.exec(text)?.[0].length ?? 0), text: "" };
}

/** Returns the line break of the first line. The whole text uses it. */
export const lineBreakOf = (text: string): string => (/^[^\n]*\r\n/.test(text) ? "\r\n" : "\n");
