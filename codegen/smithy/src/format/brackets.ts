import type { NodeRange } from "../syntax/nodes.js";
import { flatWidth, group, indent, join, line, softline } from "./document.js";
import type { Document } from "./document.js";
import { plainComments } from "./format-context.js";
import type { FormatContext } from "./format-context.js";

export interface Brackets {
  readonly open: "{" | "[" | "(";
  readonly close: "}" | "]" | ")";
  /**
   * The layout of the items: each on its own line (`broken`), on one line with commas if they fit
   * (`fitting`), or directly inside the brackets (`hugging`).
   */
  readonly layout: "broken" | "fitting" | "hugging";
}

/** Prints items in brackets. Commas are printed only between items that share a line. */
export function printBrackets(items: readonly Document[], brackets: Brackets): Document {
  const { open, close, layout } = brackets;
  if (layout === "broken" && items.length > 0) {
    return [open, indent([line, join(line, items)]), line, close];
  }
  const padding = paddingOf(items.length, open);
  const content = [padding, join(softline(", "), items)];
  return group([open, layout === "hugging" ? content : indent(content), padding, close]);
}

/**
 * The space between brackets and items: a space inside of braces; nothing around a single item in
 * other brackets.
 */
function paddingOf(count: number, open: Brackets["open"]): Document {
  if (count > 0 && open === "{") return softline(" ");
  return count > 1 ? softline("") : "";
}

/** True if the items in brackets do not fit even on an otherwise empty line. */
export function isTooWide(
  items: readonly Document[],
  brackets: Omit<Brackets, "layout">,
  { width }: FormatContext,
): boolean {
  return flatWidth(printBrackets(items, { ...brackets, layout: "fitting" }), width) > width;
}

/** Nodes with the comments around and between them that lie in the range, in order. */
export function withComments<Node extends NodeRange>(
  nodes: readonly Node[],
  { start, end }: NodeRange,
  context: FormatContext,
  print: (node: Node) => Document,
): readonly Document[] {
  const items: Document[] = [];
  let from = start;
  for (const node of nodes) {
    items.push(...plainComments(context, from, node.start), print(node));
    from = node.end;
  }
  items.push(...plainComments(context, from, end));
  return items;
}
