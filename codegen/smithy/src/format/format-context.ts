import type { SourceFile } from "../source/source-file.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Tokens } from "../syntax/tokens.js";
import { Comments, printComment } from "./comments.js";

/** The file, and the settings that are needed to print a node. */
export interface FormatContext {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  readonly comments: Comments;
  /** Columns that lines should not exceed. */
  readonly width: number;
}

export const createContext = ({ file, tokens }: SyntaxTree, width: number): FormatContext => ({
  file,
  tokens,
  comments: new Comments(file, tokens),
  width,
});

/** The line of an offset, counted from 1. */
export const lineOf = ({ file }: FormatContext, offset: number): number =>
  file.positionAt(offset).line;

/** Prints the comments of a range that cannot document anything. */
export const plainComments = (
  { comments }: FormatContext,
  from: number,
  to: number,
): readonly string[] => comments.between(from, to).map(printComment);
