import { compareText } from "@tinsmith/smithy";
import ts from "typescript";
import { block } from "./markdown.js";

/** An export of a module, as its declarations and comments describe it. */
export interface ExportText {
  readonly name: string;
  /** The kind of the export. `type` means that it exists only for the compiler. */
  readonly kind: "value" | "type";
  /** The comment, in Markdown. */
  readonly text: string;
  readonly declaration: string;
  readonly parameters: readonly { readonly term: string; readonly meaning: string }[];
  /** Results, errors and examples, in Markdown. */
  readonly notes: readonly string[];
}

/**
 * Describes the exports of a module in alphabetical order, values first.
 *
 * @param file - a file of declarations of the program
 */
export function describeExports(file: string, program: ts.Program): readonly ExportText[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker
    .getExportsOfModule(module)
    .flatMap((symbol) => describeSymbol(symbol, checker) ?? [])
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.name, b.name));
}

/** Returns the declarations in a file that extend other modules: `declare module "vitest"`. */
export function describeAugmentations(file: string, program: ts.Program): readonly string[] {
  const { statements = [] } = program.getSourceFile(file) ?? {};
  return [...statements]
    .filter((statement) => ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name))
    .map((statement) => indentedByTwo(statement.getText()));
}

const kinds: readonly ExportText["kind"][] = ["value", "type"];

function describeSymbol(symbol: ts.Symbol, checker: ts.TypeChecker): ExportText | undefined {
  const target =
    (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = target.getDeclarations() ?? [];
  if (declarations.length === 0) return undefined;
  const tags = target.getJsDocTags(checker);
  const textOf = (tag: ts.JSDocTagInfo): string => links(ts.displayPartsToString(tag.text)).trim();
  return {
    name: symbol.getName(),
    kind: (target.flags & ts.SymbolFlags.Value) === 0 ? "type" : "value",
    text: links(ts.displayPartsToString(target.getDocumentationComment(checker))),
    declaration: declarations.map(printDeclaration).join("\n"),
    parameters: tags
      .filter(({ name }) => name === "param")
      .map((tag) => /^(\S+)\s+(?:-\s*)?(.*)$/s.exec(textOf(tag)) ?? [])
      .map(([, term = "", meaning = ""]) => ({ term, meaning })),
    notes: tags.flatMap((tag) => {
      switch (tag.name) {
        case "returns":
          return [`**Returns** ${textOf(tag)}`];
        case "throws":
          return [`**Throws** ${textOf(tag)}`];
        case "deprecated":
          return [`**Deprecated** ${textOf(tag)}`];
        case "example":
          return [exampleOf(ts.displayPartsToString(tag.text).trim())];
        default:
          return [];
      }
    }),
  };
}

/** Returns a declaration without the keywords that only separate files of declarations need. */
function printDeclaration(node: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return indentedByTwo(
    statement
      .getText()
      .replace(/^(?:export\s+)?(?:default\s+)?declare\s+/, "")
      .replace(/^export\s+/, ""),
  );
}

/** The compiler indents declarations with four spaces. */
const indentedByTwo = (text: string): string =>
  text.replaceAll(/^(?: {4})+/gm, (indent) => " ".repeat(indent.length / 2));

/** Replaces references to other declarations with their names. */
function links(text: string): string {
  return text.replaceAll(
    /\{@link(?:code|plain)?\s+([^}|\s]+)(?:\s*\|\s*([^}]*))?\}/g,
    (_, name: string, label?: string) => (label === undefined ? `\`${name}\`` : label.trim()),
  );
}

const exampleOf = (text: string): string => (text.includes("```") ? text : block("ts", text));
