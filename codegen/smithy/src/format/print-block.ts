import type { NodeRange } from "../syntax/nodes.js";
import { printComment, printDocumentation } from "./comments.js";
import type { Comment } from "./comments.js";
import { indent, join, line, lines, softline } from "./document.js";
import type { Document } from "./document.js";
import { lineOf } from "./format-context.js";
import type { FormatContext } from "./format-context.js";

/** A member of a shape or a property of an operation. */
export interface BlockItem {
  /** Where it starts, behind the documentation before it. */
  readonly start: number;
  readonly end: number;
  /** True where its line has to end behind it, as it does after an assigned value. */
  readonly endsLine: boolean;
  /** True where `///` behind the item before, on the same line, documents this one. */
  readonly hasDocumentation: boolean;
  /** True with a trait or a comment inside, but for notes behind assigned values. */
  readonly isAnnotated: boolean;
  readonly document: Document;
}

/**
 * `{ item item }` behind a blank. Items stand close together; with traits or comments among them
 * each is a paragraph of its own.
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
  // Behind the last item of a block that is spread out, a comment belongs to the block.
  const staysBehind = !isSpread || before?.endsLine === true;
  if (staysBehind) appendTo(paragraphs, gap.trailing);
  const last = [...(staysBehind ? [] : gap.trailing), ...gap.below].map(printComment);
  if (last.length > 0) paragraphs.push(join(line, last));
  if (paragraphs.length === 0) return [softline(" "), "{}"];
  const separator = isSpread ? [line, line] : line;
  return [softline(" "), "{", indent([line, join(separator, paragraphs)]), line, "}"];
}

interface Gap {
  /** On the line of the item before, and about that. */
  readonly trailing: readonly Comment[];
  /** On lines of their own. */
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

/** True with an annotated item, or a comment among them that is more than a note at the end of a line. */
function isSpreadOut(
  items: readonly BlockItem[],
  block: NodeRange,
  context: FormatContext,
): boolean {
  if (items.some((item) => item.isAnnotated)) return true;
  return [undefined, ...items].some((before, index) => {
    const { below } = splitGap(before, items[index], block, context);
    // Right below an assigned value a comment goes on about that.
    const next = before?.endsLine === true ? lineOf(context, before.end) + 1 : 0;
    return items.length > 0 && below.some((comment) => comment.line !== next);
  });
}
