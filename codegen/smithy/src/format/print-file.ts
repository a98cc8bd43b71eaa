import type {
  ControlNode,
  FileNode,
  MetadataNode,
  StatementNode,
  UseNode,
} from "../syntax/nodes.js";
import { isBanner, printComment, printDocumentation } from "./comments.js";
import type { Comment } from "./comments.js";
import { line, lines, printDocument } from "./document.js";
import type { Document } from "./document.js";
import { lineOf } from "./format-context.js";
import type { FormatContext } from "./format-context.js";
import { usedImports } from "./imports.js";
import { printStatement, startOfStatement } from "./print-statement.js";
import { printKey, printValue } from "./print-value.js";

/** Prints a whole file: its sections, separated by blank lines. */
export function printFile(root: FileNode, context: FormatContext): string {
  const { controls, metadata, namespace, uses, statements } = root;
  const [first] = statements;
  const firstStart = first ? startOfStatement(first) : root.end;
  const starts = [...controls, ...metadata, ...(namespace ? [namespace] : []), ...uses].map(
    ({ start }) => start,
  );
  let printed = 0;
  let above: readonly Comment[] = [];
  /**
   * Prints a statement with the comments above it and on its line; the comments below are left to
   * the next statement.
   */
  const print = (document: Document, end: number): string => {
    const { behind, below } = splitGap(end, starts[++printed] ?? firstStart, context);
    const text = printDocument(
      [lines(above.map(printComment)), document, printBehind(behind)],
      context.width,
    );
    above = below;
    return text;
  };

  const head = context.comments.between(0, starts[0] ?? firstStart).map(printComment);
  const sections = [
    controls.map((node) => print(printControl(node, context), node.end)),
    metadata.map((node) => print(printMetadata(node, context), node.end)),
    namespace ? [print(`namespace ${namespace.name.text}`, namespace.end)] : [],
    sortImports(root, new Map(uses.map((node) => [node, print(`use ${node.id.text}`, node.end)]))),
  ].map(joinStatements);
  const shapes = printStatements(statements, above, root.end, context);
  const body = [...sections, shapes.text].filter((text) => text !== "").join("\n\n");
  const tail = shapes.below.map(printComment).join("\n");
  // Comments at the end of the file follow a shape directly, but are separated from other
  // statements.
  const isApart = body !== "" && tail !== "" && statements.length === 0;
  const parts = [...head, body, isApart ? `\n${tail}` : tail].filter((text) => text !== "");
  return parts.map((part) => `${part}\n`).join("");
}

/** Comments stay with the `use` statement below them, and are removed with it if it is unused. */
const sortImports = (root: FileNode, texts: ReadonlyMap<UseNode, string>): readonly string[] =>
  usedImports(root).map((node) => texts.get(node) ?? "");

const printBehind = (comments: readonly Comment[]): Document =>
  comments.map((comment) => ` ${printComment(comment)}`);

const printControl = ({ key, value }: ControlNode, context: FormatContext): Document => [
  "$",
  printKey(key, context),
  ": ",
  printValue(value, context),
];

const printMetadata = ({ key, value }: MetadataNode, context: FormatContext): Document => [
  "metadata ",
  printKey(key, context),
  " = ",
  printValue(value, context),
];

/** Joins statements, one per line. Statements of several lines are surrounded by blank lines. */
function joinStatements(texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const before = texts[index - 1];
      if (before === undefined) return text;
      return (before.includes("\n") || text.includes("\n") ? "\n\n" : "\n") + text;
    })
    .join("");
}

/**
 * Prints shapes and `apply` statements. Returns the comments after the last statement that do not
 * belong to it as `below`.
 */
function printStatements(
  statements: readonly StatementNode[],
  above: readonly Comment[],
  fileEnd: number,
  context: FormatContext,
) {
  const texts: string[] = [];
  let pending = above;
  let mayDocument = true;
  statements.forEach((statement, index) => {
    const next = statements[index + 1];
    const nextStart = next ? startOfStatement(next) : fileEnd;
    const { behind, below } = splitGap(statement.end, nextStart, context);
    const documentsNext =
      next?.kind === "shape" && !isParted([...behind, ...below], nextStart, context);
    const close = takeContiguous(below, statement.end, documentsNext, context);
    const canDocument = mayDocument && statement.kind === "shape";
    const document = [
      lines(pending.map(canDocument ? printDocumentation : printComment)),
      printStatement(statement, context),
      printBehind(behind),
      close.map((comment) => [line, printComment(comment)]),
    ];
    texts.push(printDocument(document, context.width));
    pending = below.slice(close.length);
    mayDocument = documentsNext;
  });
  return { text: texts.join("\n\n"), below: pending };
}

/** Splits the comments after a statement into those on its line and those below. */
function splitGap(end: number, next: number, context: FormatContext) {
  const comments = context.comments.between(end, next);
  const count = comments[0]?.line === lineOf(context, end) ? 1 : 0;
  return { behind: comments.slice(0, count), below: comments.slice(count) };
}

/**
 * Removes the comments directly below a statement. They belong to the statement unless they are
 * documentation.
 */
function takeContiguous(
  below: readonly Comment[],
  end: number,
  documentsNext: boolean,
  context: FormatContext,
): readonly Comment[] {
  const endLine = lineOf(context, end);
  const count = below.findIndex(
    (comment, index) =>
      comment.line !== endLine + index + 1 || (documentsNext && comment.isDocumentation),
  );
  return count === -1 ? below : below.slice(0, count);
}

/**
 * True if comments are a heading rather than documentation: they contain a banner and a blank line
 * follows.
 */
function isParted(
  comments: readonly Comment[],
  nextStart: number,
  context: FormatContext,
): boolean {
  const last = comments.at(-1);
  if (last === undefined || lineOf(context, nextStart) <= last.line + 1) return false;
  return comments.some((comment) => comment.isDocumentation && isBanner(comment));
}
