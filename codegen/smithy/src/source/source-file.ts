/** A range of UTF-16 code units in one source file, end exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place a person can go to: line and column count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one model file and the map from offsets to lines. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  positionAt(offset: number): Position;
  /** The text of a line, counted from 1, without its line break. */
  lineText(line: number): string;
}
