import type { SourceFile } from "../source/source-file.js";
import { TokenKind } from "../syntax/tokens.js";
import type { Tokens } from "../syntax/tokens.js";
import { firstIndexWhere } from "../source/binary-search.js";

export interface Comment {
  readonly start: number;
  /** The line of the comment, counted from 1. */
  readonly line: number;
  /** True for `///`, whether it documents something or not. */
  readonly isDocumentation: boolean;
  /** The text from the first slash on, without the line break. */
  readonly text: string;
}

/** The comments of a file, which are not part of the nodes of the syntax tree. */
export class Comments {
  readonly #comments: readonly Comment[];

  constructor(file: SourceFile, tokens: Tokens) {
    const comments: Comment[] = [];
    for (let index = 0; index < tokens.count; index++) {
      const kind = tokens.kindAt(index);
      if (kind !== TokenKind.Comment && kind !== TokenKind.DocComment) continue;
      const start = tokens.startOf(index);
      const text = file.text.slice(start, tokens.endOf(index)).replace(/\r?\n$/, "");
      const isDocumentation = kind === TokenKind.DocComment;
      comments.push({ start, line: file.positionAt(start).line, isDocumentation, text });
    }
    this.#comments = comments;
  }

  /** The comments that start between `from` and `to` (exclusive), in order. */
  between(from: number, to: number): readonly Comment[] {
    return this.#comments.slice(this.#firstFrom(from), this.#firstFrom(to));
  }

  areBetween(from: number, to: number): boolean {
    return this.#firstFrom(from) < this.#firstFrom(to);
  }

  #firstFrom(offset: number): number {
    return firstIndexWhere(this.#comments, ({ start }) => start >= offset);
  }
}

/** True for `////` and longer: a divider rather than documentation. */
export const isBanner = ({ text }: Comment): boolean => text.startsWith("////");

/** Prints a comment that documents nothing, with two slashes and a space. */
export function printComment(comment: Comment): string {
  const slashes = comment.isDocumentation && !isBanner(comment) ? 3 : 2;
  const content = trimEnd(comment.text.slice(slashes));
  return content === "" || /^[ \t]/.test(content) ? `//${content}` : `// ${content}`;
}

/**
 * Prints a comment that may be documentation: the text that the model reads from it is unchanged.
 */
export function printDocumentation(comment: Comment): string {
  if (!comment.isDocumentation) return printComment(comment);
  const content = trimEnd(comment.text.slice(3));
  if (content === "") return "///";
  return /^[ \t/]/.test(content) ? `///${content}` : `/// ${content}`;
}

/** Removes spaces and control characters at the end, but no other whitespace of Unicode. */
// oxlint-disable-next-line no-control-regex -- as the reference does
export const trimEnd = (text: string): string => text.replace(/[\u0000- ]+$/, "");
