import type {
  ApplyNode,
  ObjectEntryNode,
  ObjectNode,
  ShapeNode,
  StatementNode,
} from "../syntax/nodes.js";
import { printBrackets, withComments } from "./brackets.js";
import { group, indent, join, line, lines, softline } from "./document.js";
import type { Document } from "./document.js";
import { plainComments } from "./format-context.js";
import type { FormatContext } from "./format-context.js";
import { printMembers, printMixins, printOperationBody } from "./print-members.js";
import { printTrait, printTraits } from "./print-traits.js";
import { needsLines, printBroken, printEntry, printValue } from "./print-value.js";

/** The start of a statement, after its documentation. */
export function startOfStatement(statement: StatementNode): number {
  if (statement.kind !== "shape") return statement.start;
  return statement.traits[0]?.start ?? statement.type.start;
}

export function printStatement(statement: StatementNode, context: FormatContext): Document {
  switch (statement.kind) {
    case "shape":
      return printShape(statement, context);
    case "apply":
      return printApply(statement, context);
    case "skipped":
      return context.file.text.slice(statement.start, statement.end);
  }
}

function printShape(shape: ShapeNode, context: FormatContext): Document {
  const { traits, type, name, forResource, mixins, body } = shape;
  const headEnd = mixins?.end ?? forResource?.end ?? name.end;
  return [
    printTraits(traits, type.start, context),
    // A comment between the name and the brace is moved above the statement.
    lines(plainComments(context, headEnd, body?.start ?? headEnd)),
    join(" ", [
      type.text,
      name.text,
      ...(forResource ? [`for ${forResource.resource.text}`] : []),
      ...(mixins ? [printMixins(mixins, context)] : []),
    ]),
    body ? group(printBody(body, context)) : "",
  ];
}

function printBody(body: NonNullable<ShapeNode["body"]>, context: FormatContext): Document {
  switch (body.kind) {
    case "members":
      return printMembers(body, context);
    case "operationBody":
      return printOperationBody(body, context);
    case "object":
      return printProperties(body, context);
  }
}

/** Properties of services and resources that list one shape per line. */
const spreadProperties: ReadonlySet<string> = new Set([
  "resources",
  "operations",
  "collectionOperations",
  "errors",
  "identifiers",
  "properties",
  "rename",
]);

/** Prints the body of a service or a resource. */
function printProperties(body: ObjectNode, context: FormatContext): Document {
  const items = withComments(body.entries, body, context, (entry) =>
    printEntry(entry, context, spreadProperties.has(nameOf(entry)) ? printBroken : printValue),
  );
  const layout = needsLines(body, context) ? "broken" : "fitting";
  return [softline(" "), printBrackets(items, { open: "{", close: "}", layout })];
}

const nameOf = ({ key }: ObjectEntryNode): string => (key.kind === "string" ? key.value : key.text);

function printApply(apply: ApplyNode, context: FormatContext): Document {
  const { target, traits, braces } = apply;
  const [first] = traits;
  // Comments before the first trait are moved above the statement.
  const above = lines(plainComments(context, target.end, first?.start ?? apply.end));
  const head = `apply ${target.text}`;
  if (!braces) return [above, head, " ", first ? printTrait(first, context) : ""];
  if (first === undefined) return [above, head, " {}"];
  const paragraphs = traits.flatMap((trait, index) => {
    const next = traits[index + 1]?.start ?? apply.end;
    return [printTrait(trait, context), ...plainComments(context, trait.end, next)];
  });
  return [above, head, " {", indent([line, join(line, paragraphs)]), line, "}"];
}
