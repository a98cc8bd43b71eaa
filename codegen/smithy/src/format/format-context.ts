import type { SourceFile } from "../source/source-file.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import type { Tokens } from "../syntax/tokens.js";
import { Comments, printComment } from "./comments.js";

/** The context that printing a node needs: the file around it. */
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

/** The comments of a range that can document nothing, printed. */
export const plainComments = (
  { comments }: FormatContext,
  from: number,
  to: number,
): readonly string[] => comments.between(from, to).map(printComment);
