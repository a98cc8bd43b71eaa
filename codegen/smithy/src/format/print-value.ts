import { isIdentifier } from "../syntax/characters.js";
import type {
  ArrayNode,
  IdentifierNode,
  ObjectEntryNode,
  ObjectNode,
  StringNode,
  ValueNode,
} from "../syntax/nodes.js";
import { isTooWide, printBrackets, withComments } from "./brackets.js";
import { indent, lines, verbatim } from "./document.js";
import type { Document } from "./document.js";
import { plainComments } from "./format-context.js";
import type { FormatContext } from "./format-context.js";
import { printTextBlock } from "./print-text-block.js";

export function printValue(value: ValueNode, context: FormatContext): Document {
  switch (value.kind) {
    case "array":
      return printArray(value, context);
    case "object":
      return printObject(value, context);
    case "string":
      return printString(value, context);
    default:
      return sourceOf(value, context);
  }
}

/**
 * True if items or entries cannot share a line because they contain comments, line breaks or
 * containers.
 */
export function needsLines(value: ArrayNode | ObjectNode, context: FormatContext): boolean {
  if (context.comments.areBetween(value.start, value.end)) return true;
  return value.kind === "array"
    ? value.items.some((item) => isContainer(item) || hasLineBreak(item, context))
    : value.entries.some(
        (entry) =>
          isContainer(entry.value) ||
          hasLineBreak(entry.value, context) ||
          hasLineBreak(entry.key, context),
      );
}

const isContainer = ({ kind }: ValueNode): boolean => kind === "array" || kind === "object";

/** True for text blocks and for strings that span several lines. */
export const hasLineBreak = (node: ValueNode | IdentifierNode, { file }: FormatContext): boolean =>
  node.kind === "string" && /[\r\n]/.test(file.text.slice(node.start, node.end));

/** Prints a key, without its quotes if it needs none. */
export function printKey(key: StringNode | IdentifierNode, context: FormatContext): Document {
  if (key.kind === "identifier") return key.text;
  const content = context.file.text.slice(key.start + 1, key.end - 1);
  return isIdentifier(content) ? content : printString(key, context);
}

/** Prints `key: value`, below the comments that were inside. */
export function printEntry(
  entry: ObjectEntryNode,
  context: FormatContext,
  print: (value: ValueNode, context: FormatContext) => Document = printValue,
): Document {
  const { key, value } = entry;
  const printed = print(value, context);
  return [
    lines(plainComments(context, key.end, value.start)),
    printKey(key, context),
    ": ",
    value.kind === "string" && value.textBlock ? indent(printed) : printed,
  ];
}

function printArray(array: ArrayNode, context: FormatContext): Document {
  const items = withComments(array.items, array, context, (item) =>
    // Objects in arrays are always printed on several lines.
    item.kind === "object" ? printBroken(item, context) : printValue(item, context),
  );
  const brackets = { open: "[", close: "]" } as const;
  const broken = needsLines(array, context) || isTooWide(items, brackets, context);
  return printBrackets(items, { ...brackets, layout: broken ? "broken" : "fitting" });
}

function printObject(object: ObjectNode, context: FormatContext): Document {
  const items = entriesOf(object, context);
  const brackets = { open: "{", close: "}" } as const;
  const broken = needsLines(object, context) || isTooWide(items, brackets, context);
  return printBrackets(items, { ...brackets, layout: broken ? "broken" : "fitting" });
}

/** Prints an array or object with each item on its own line, unless it is empty. */
export function printBroken(value: ValueNode, context: FormatContext): Document {
  if (value.kind === "array") {
    const items = withComments(value.items, value, context, (item) =>
      item.kind === "object" ? printBroken(item, context) : printValue(item, context),
    );
    return printBrackets(items, { open: "[", close: "]", layout: "broken" });
  }
  if (value.kind !== "object") return printValue(value, context);
  return printBrackets(entriesOf(value, context), { open: "{", close: "}", layout: "broken" });
}

const entriesOf = (object: ObjectNode, context: FormatContext): readonly Document[] =>
  withComments(object.entries, object, context, (entry) => printEntry(entry, context));

function printString(value: StringNode, context: FormatContext): Document {
  const source = sourceOf(value, context);
  return value.textBlock ? printTextBlock(source) : verbatim(source.replace(/\r\n?/g, "\n"));
}

const sourceOf = ({ start, end }: ValueNode, { file }: FormatContext): string =>
  file.text.slice(start, end);
