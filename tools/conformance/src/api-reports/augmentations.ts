import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * Reads the declarations in a file that extend other modules (`declare module "vitest"`) or the
 * global scope. API Extractor omits them, although some entries consist only of them.
 *
 * @param file - a file of declarations
 */
export function readAugmentations(file: string): readonly string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed, removeComments: true });
  return tree.statements
    .filter((statement) => ts.isModuleDeclaration(statement) && isAugmentation(statement))
    .map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, tree));
}

function isAugmentation({ name, flags }: ts.ModuleDeclaration): boolean {
  return ts.isStringLiteral(name) || (flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}
