import { firstIndexWhere } from "./binary-search.js";

/** A range of UTF-16 code units in one source file, end exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place in a file for people: line and column count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A source for `loadModel`: the path that names the file, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /**
   * Marks a trait library, such as the prelude. Definitions of the same shapes in other sources
   * take precedence, and validation leaves its shapes out. IDL only. Off by default.
   */
  readonly isLibrary?: boolean;
  /**
   * Marks a file of a dependency. If it defines traits that this package ships, the definitions of
   * this package take precedence. Off by default.
   */
  readonly isDependency?: boolean;
}

/** The text of a model file and the map from offsets to lines. */
export interface SourceFile extends SourceText {
  positionAt(offset: number): Position;
  /** The text of a line, counted from 1, without its line break. */
  lineText(line: number): string;
}

/** Wraps a text in a {@link SourceFile}. The line map is built on first use. */
export function createSourceFile(path: string, text: string): SourceFile {
  let starts: readonly number[] | undefined;
  const lineStarts = () => (starts ??= findLineStarts(text));
  return Object.freeze({
    path,
    text,
    positionAt(offset: number): Position {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = firstIndexWhere(lineStarts(), (start) => start > clamped) - 1;
      return { line: line + 1, column: clamped - (lineStarts()[line] ?? 0) + 1 };
    },
    lineText(line: number): string {
      const start = lineStarts()[line - 1];
      if (start === undefined) return "";
      const end = lineStarts()[line] ?? text.length;
      return text.slice(start, end).replace(/\r?\n$/, "");
    },
  });
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
