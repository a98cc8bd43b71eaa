import type {
  InlineShapeNode,
  MemberNode,
  MembersNode,
  MixinsNode,
  OperationBodyNode,
  OperationPropertyNode,
  ShapeIdListNode,
} from "../syntax/nodes.js";
import { TokenKind } from "../syntax/tokens.js";
import { printBrackets, withComments } from "./brackets.js";
import { printDocumentation } from "./comments.js";
import { group, indent, join, line, lines } from "./document.js";
import type { Document } from "./document.js";
import { lineOf, plainComments } from "./format-context.js";
import type { FormatContext } from "./format-context.js";
import { printBlock } from "./print-block.js";
import type { BlockItem } from "./print-block.js";
import { printTraits } from "./print-traits.js";
import { printValue } from "./print-value.js";

export function printMembers({ members, ...range }: MembersNode, context: FormatContext): Document {
  const items = members.map((member): BlockItem => {
    // The name of an elided member follows its `$`.
    const nameStart = member.name.start - (member.elided ? 1 : 0);
    const start = member.traits[0]?.start ?? nameStart;
    return {
      start,
      end: member.end,
      endsLine: member.value !== undefined,
      hasDocumentation: true,
      isAnnotated: member.traits.length > 0 || context.comments.areBetween(start, member.end),
      document: printMember(member, nameStart, context),
    };
  });
  return printBlock(items, inside(range), context);
}

/** The range between the brackets of a node. */
const inside = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  start: start + 1,
  end: end - 1,
});

function printMember(member: MemberNode, nameStart: number, context: FormatContext): Document {
  const { traits, name, elided, target, value } = member;
  return [
    printTraits(traits, nameStart, context),
    // In version 1.0, comments may surround the colon.
    target ? lines(plainComments(context, name.end, target.start)) : "",
    elided ? "$" : "",
    name.text,
    target ? `: ${target.text}` : "",
    value ? [" = ", printValue(value, context)] : "",
  ];
}

export function printOperationBody(
  { properties, ...range }: OperationBodyNode,
  context: FormatContext,
): Document {
  const items = properties.map((property): BlockItem => {
    const { name, end, value } = property;
    return {
      start: name.start,
      end,
      endsLine: false,
      hasDocumentation: false,
      isAnnotated:
        value?.kind === "inlineShape"
          ? hasTraits(value) || hasComments(property, value, context)
          : context.comments.areBetween(name.start, end),
      document: printProperty(property, context),
    };
  });
  return printBlock(items, inside(range), context);
}

const hasTraits = ({ traits, body }: InlineShapeNode): boolean =>
  traits.length > 0 || body?.members.some((member) => member.traits.length > 0) === true;

/**
 * True if a property contains a comment, except for trailing comments of the assigned values of an
 * inline shape.
 */
function hasComments(
  { name, end }: OperationPropertyNode,
  { body }: InlineShapeNode,
  context: FormatContext,
): boolean {
  const assigned = body?.members.filter((member) => member.value !== undefined) ?? [];
  const noted = new Set(assigned.map((member) => lineOf(context, member.end)));
  return context.comments.between(name.end, end).some(({ line: at }) => !noted.has(at));
}

function printProperty({ name, value }: OperationPropertyNode, context: FormatContext): Document {
  if (value?.kind === "inlineShape") {
    const walrus = findWalrus(name.end, context);
    const comments = plainComments(context, name.end, walrus);
    return [lines(comments), name.text, printInlineShape(value, walrus, context)];
  }
  const comments = lines(plainComments(context, name.end, value?.start ?? name.end));
  const printed = value?.kind === "shapeIds" ? printShapeIds(value, context) : (value?.text ?? "");
  return [comments, name.text, ": ", printed];
}

/** Finds the `:=` after a name. */
function findWalrus(from: number, { tokens }: FormatContext): number {
  let index = tokens.indexAt(from);
  while (index < tokens.count && tokens.kindAt(index) !== TokenKind.Walrus) index++;
  return tokens.startOf(index);
}

function printShapeIds(node: ShapeIdListNode, context: FormatContext): Document {
  const items = withComments(node.ids, node, context, (id) => id.text);
  // `smithy format` breaks this list even if it is empty.
  if (items.length === 0) return ["[", line, line, "]"];
  return printBrackets(items, { open: "[", close: "]", layout: "broken" });
}

/**
 * Prints `:= {...}` on the line of the name, or on the lines below if there are traits or comments.
 */
function printInlineShape(
  { traits, forResource, mixins, body }: InlineShapeNode,
  walrus: number,
  context: FormatContext,
): Document {
  if (!body) return " :=";
  const head = [
    ...(forResource ? [`for ${forResource.resource.text}`] : []),
    ...(mixins ? [printMixins(mixins, context)] : []),
  ];
  const headStart = forResource?.start ?? mixins?.start ?? body.start;
  const above = context.comments
    .between(walrus, traits[0]?.start ?? headStart)
    .map(printDocumentation);
  const beforeBody = mixins?.end ?? forResource?.end;
  if (beforeBody !== undefined) above.push(...plainComments(context, beforeBody, body.start));
  const members = printMembers(body, context);
  if (above.length === 0 && traits.length === 0) {
    return [join(" ", [" :=", ...head]), group(members)];
  }
  return [
    " :=",
    indent([
      line,
      lines(above),
      printTraits(traits, headStart, context),
      join(" ", head),
      // `smithy format` keeps the space before a block even at the beginning of a line.
      group(members),
    ]),
  ];
}

/** `with [A, B]` */
export function printMixins({ ids, start, end }: MixinsNode, context: FormatContext): Document {
  const items = withComments(ids, { start, end }, context, (id) => id.text);
  const layout = items.length > ids.length ? "broken" : "fitting";
  return ["with ", printBrackets(items, { open: "[", close: "]", layout })];
}
