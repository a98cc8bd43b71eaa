/** A change of a text: a range that is replaced. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits, which must not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Inserts a line with the indentation of the line at an offset, or a word if it is in a line. */
export function insertBefore(text: string, offset: number, line: string): TextEdit {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = text.slice(start, offset);
  const separator = /^[ \t]*$/.test(indent) ? `${lineBreakOf(text)}${indent}` : " ";
  return { start: offset, end: offset, text: line + separator };
}

/** Removes a range and the blanks up to what follows it. */
export function remove(text: string, { start, end }: { start: number; end: number }): TextEdit {
  const blanks = /[\s,]*/y;
  blanks.lastIndex = end;
  return { start, end: end + (blanks.exec(text)?.[0].length ?? 0), text: "" };
}

/** The line break of a text, as its first line has it. */
export const lineBreakOf = (text: string): string => (/^[^\n]*\r\n/.test(text) ? "\r\n" : "\n");
