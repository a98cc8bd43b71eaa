import ts from "typescript";

/** A text in quotes, and the line on which it is. */
export interface LiteralSite {
  readonly text: string;
  readonly line: number;
}

/** Lists the string literals of a file that pass a test, those in types included. */
export function literalsOf(
  tree: ts.SourceFile,
  isWanted: (text: string) => boolean,
): readonly LiteralSite[] {
  const sites: LiteralSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isWanted(node.text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      sites.push({ text: node.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return sites;
}
