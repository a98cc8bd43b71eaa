import type { NodeRange } from "../syntax/nodes.js";
import { printComment, printDocumentation } from "./comments.js";
import type { Comment } from "./comments.js";
import { indent, join, line, lines, softline } from "./document.js";
import type { Document } from "./document.js";
import { lineOf } from "./format-context.js";
import type { FormatContext } from "./format-context.js";

/** A member of a shape or a property of an operation. */
export interface BlockItem {
  /** The start of the item, after its documentation. */
  readonly start: number;
  readonly end: number;
  /** True if a line break has to follow, as after an assigned value. */
  readonly endsLine: boolean;
  /** True if `///` after the previous item, on the same line, documents this one. */
  readonly hasDocumentation: boolean;
  /**
   * True for an item that has traits or contains comments, except for trailing comments of assigned
   * values.
   */
  readonly isAnnotated: boolean;
  readonly document: Document;
}

/**
 * Prints `{ item item }` after a space. Items are on consecutive lines; if any has traits or
 * comments, blank lines separate them.
 */
export function printBlock(
  items: readonly BlockItem[],
  block: NodeRange,
  context: FormatContext,
): Document {
  const isSpread = isSpreadOut(items, block, context);
  const paragraphs: Document[] = [];
  let before: BlockItem | undefined;
  for (const item of items) {
    const gap = splitGap(before, item, block, context);
    appendTo(paragraphs, gap.trailing);
    paragraphs.push([lines(gap.below.map(printDocumentation)), item.document]);
    before = item;
  }
  const gap = splitGap(before, undefined, block, context);
  // After the last item of a spread-out block, a comment belongs to the block.
  const staysBehind = !isSpread || before?.endsLine === true;
  if (staysBehind) appendTo(paragraphs, gap.trailing);
  const last = [...(staysBehind ? [] : gap.trailing), ...gap.below].map(printComment);
  if (last.length > 0) paragraphs.push(join(line, last));
  if (paragraphs.length === 0) return [softline(" "), "{}"];
  const separator = isSpread ? [line, line] : line;
  return [softline(" "), "{", indent([line, join(separator, paragraphs)]), line, "}"];
}

interface Gap {
  /** Comments on the line of the previous item. They are about that item. */
  readonly trailing: readonly Comment[];
  /** Comments on their own lines. */
  readonly below: readonly Comment[];
}

function splitGap(
  before: BlockItem | undefined,
  after: BlockItem | undefined,
  block: NodeRange,
  context: FormatContext,
): Gap {
  const from = before?.end ?? block.start;
  const comments = context.comments.between(from, after?.start ?? block.end);
  const [first] = comments;
  const isTrailing =
    first !== undefined && before !== undefined && first.line === lineOf(context, before.end);
  const documentsNext =
    first?.isDocumentation === true && before?.endsLine === false && after?.hasDocumentation;
  return isTrailing && documentsNext !== true
    ? { trailing: [first], below: comments.slice(1) }
    : { trailing: [], below: comments };
}

function appendTo(paragraphs: Document[], trailing: readonly Comment[]): void {
  const last = paragraphs.pop();
  if (last === undefined) return;
  paragraphs.push([last, ...trailing.map((comment) => ` ${printComment(comment)}`)]);
}

/** True if an item is annotated, or if there is a comment other than a trailing one. */
function isSpreadOut(
  items: readonly BlockItem[],
  block: NodeRange,
  context: FormatContext,
): boolean {
  if (items.some((item) => item.isAnnotated)) return true;
  return [undefined, ...items].some((before, index) => {
    const { below } = splitGap(before, items[index], block, context);
    // Directly below an assigned value, a comment continues the comment about that value.
    const next = before?.endsLine === true ? lineOf(context, before.end) + 1 : 0;
    return items.length > 0 && below.some((comment) => comment.line !== next);
  });
}
