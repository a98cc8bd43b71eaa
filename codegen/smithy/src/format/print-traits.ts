import type { TraitNode, ValueNode } from "../syntax/nodes.js";
import { isTooWide, printBrackets, withComments } from "./brackets.js";
import { lines } from "./document.js";
import type { Document } from "./document.js";
import { plainComments } from "./format-context.js";
import type { FormatContext } from "./format-context.js";
import { hasLineBreak, needsLines, printEntry, printValue } from "./print-value.js";

const parentheses = { open: "(", close: ")" } as const;

/**
 * Prints traits on consecutive lines, with the comments between them and those after the last up to
 * `until`.
 */
export function printTraits(
  traits: readonly TraitNode[],
  until: number,
  context: FormatContext,
): Document {
  return traits.map((trait, index) => {
    const next = traits[index + 1]?.start ?? until;
    return lines([printTrait(trait, context), ...plainComments(context, trait.end, next)]);
  });
}

export function printTrait(trait: TraitNode, context: FormatContext): Document {
  const { id, value } = trait;
  const name = `@${id.text}`;
  if (value === undefined) {
    // Empty parentheses are removed, unless they contain a comment.
    const comments = plainComments(context, id.end, trait.end);
    if (comments.length === 0) return name;
    return [name, printBrackets(comments, { ...parentheses, layout: "broken" })];
  }
  const inside = { start: id.end, end: trait.end };
  if (value.kind === "object" && !value.braces) {
    const items = withComments(value.entries, inside, context, (entry) =>
      printEntry(entry, context),
    );
    const broken =
      context.comments.areBetween(inside.start, inside.end) ||
      needsLines(value, context) ||
      isTooWide(items, parentheses, context);
    return [name, printBrackets(items, { ...parentheses, layout: broken ? "broken" : "fitting" })];
  }
  const items = withComments([value], inside, context, (node) => printValue(node, context));
  return [
    name,
    printBrackets(items, { ...parentheses, layout: valueLayout(value, items, context) }),
  ];
}

function valueLayout(value: ValueNode, items: readonly Document[], context: FormatContext) {
  if (items.length > 1) return "broken";
  if (value.kind === "array" || value.kind === "object") return "hugging";
  return hasLineBreak(value, context) ? "broken" : "fitting";
}
