import { posix } from "node:path";
import ts from "typescript";
import type { SourceUnit } from "./source-units.js";

/** A module that a file imports, and the place. */
export interface ImportSite {
  readonly specifier: string;
  readonly line: number;
}

/**
 * Lists the modules that a file imports in any form: `import`, `import type`, `export … from`,
 * `import()` in code and in types, `import x = require()`, `require()`.
 */
export function importsOf(tree: ts.SourceFile): readonly ImportSite[] {
  const known = importsByTree.get(tree);
  if (known !== undefined) return known;
  const sites: ImportSite[] = [];
  const add = (node: ts.Node | undefined) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    sites.push({ specifier: node.text, line: line + 1 });
  };
  const isDeep = /\b(?:import|require)\s*\(/.test(tree.text);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportEqualsDeclaration(node)) {
      if (ts.isExternalModuleReference(node.moduleReference)) add(node.moduleReference.expression);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal);
    } else if (ts.isCallExpression(node) && isImportCall(node.expression)) add(node.arguments[0]);
    // Most files have all their imports at the top level, so the search can stop there.
    if (node === tree || isDeep) ts.forEachChild(node, visit);
  };
  visit(tree);
  importsByTree.set(tree, sites);
  return sites;
}

/** A cache, because several rules need the imports of the same files. */
const importsByTree = new WeakMap<ts.SourceFile, readonly ImportSite[]>();

function isImportCall(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(callee) && callee.text === "require";
}

/** The files that each file imports, by path: only relative imports of files among the units. */
export function importGraph(
  units: readonly SourceUnit[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(units.map(({ path }) => path));
  return new Map(
    units.map(({ path, tree }) => {
      const targets = importsOf(tree).flatMap(({ specifier }) => {
        const target = resolveRelative(path, specifier);
        return target !== undefined && known.has(target) ? target : [];
      });
      return [path, new Set(targets)];
    }),
  );
}

/** Resolves a relative import to the path of a TypeScript file; `undefined` for a package. */
export function resolveRelative(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.([cm]?)js$/, ".$1ts");
}

/** Groups the graph by folder, or by another key; imports within a group are left out. */
export function groupGraph(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  groupOf: (path: string) => string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [from, targets] of graph) {
    const group = groupOf(from);
    if (group === undefined) continue;
    const others = groups.get(group) ?? new Set();
    groups.set(group, others);
    for (const target of targets) {
      const other = groupOf(target);
      if (other !== undefined && other !== group) others.add(other);
    }
  }
  return groups;
}
