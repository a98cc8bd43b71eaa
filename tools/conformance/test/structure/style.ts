import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { workspaceRoot } from "../../src/workspace.js";
import { packageFolders, parseUnit } from "./source-units.js";
import type { SourceUnit } from "./source-units.js";

const writtenFolders = ["src", "test", "scripts"];

/** Parses the hand-written sources, tests and scripts of all packages. */
export function readWrittenUnits(): readonly SourceUnit[] {
  return packageFolders()
    .flatMap((packageFolder) => writtenFolders.map((folder) => `${packageFolder}/${folder}`))
    .filter((folder) => existsSync(join(workspaceRoot, folder)))
    .flatMap((folder) =>
      readdirSync(join(workspaceRoot, folder), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
        .filter((path) => /(?<!\.d)\.[cm]?ts$/.test(path))
        .filter((path) => !/\/(?:generated|golden)\//.test(path))
        .sort()
        .map((path) => parseUnit(path, readFileSync(join(workspaceRoot, path), "utf8"))),
    );
}

/**
 * Lists the constants of modules whose value is an arrow function or a function expression with a
 * body in braces, as `path:line name`. A constant with a type is allowed: a declaration could not
 * state that the function has this type.
 */
export function arrowConstants(units: readonly SourceUnit[]): readonly string[] {
  return units.flatMap(({ path, tree }) =>
    tree.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) =>
        declarationList.declarations
          .filter(({ type, initializer }) => type === undefined && hasBlock(initializer))
          .map((node) => `${path}:${lineOf(tree, node.getStart(tree))} ${node.name.getText(tree)}`),
      ),
  );
}

function hasBlock(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  return ts.isFunctionExpression(node) || (ts.isArrowFunction(node) && ts.isBlock(node.body));
}

/** Lists the test cases outside of every `describe`, as `path:line`. */
export function loneTests(units: readonly SourceUnit[]): readonly string[] {
  return units
    .filter(({ path }) => /\.test\.[cm]?ts$/.test(path))
    .flatMap(({ path, tree }) =>
      tree.statements
        .filter(ts.isExpressionStatement)
        .filter(({ expression }) => ["it", "test"].includes(calleeName(expression)))
        .map((node) => `${path}:${lineOf(tree, node.getStart(tree))}`),
    );
}

/** Returns `it` for `it(…)`, `it.skip(…)` and `it.each(…)(…)`. */
function calleeName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return calleeName(node.tag);
  const isChain = ts.isCallExpression(node) || ts.isPropertyAccessExpression(node);
  return isChain ? calleeName(node.expression) : "";
}

/** Lists the `@param` tags that do not read `@param name - text`, as `path:line tag`. */
export function oddParameters(units: readonly SourceUnit[]): readonly string[] {
  return units.flatMap(({ path, tree }) =>
    [...tree.text.matchAll(/^[ \t]*(?:\/\*\*|\*)[ \t]*(@param\b.*)$/gm)]
      .map(({ 1: tag = "", index }) => ({ tag, line: lineOf(tree, index) }))
      .filter(({ tag }) => !/^@param [\w$.]+ - \S/.test(tag))
      .map(({ tag, line }) => `${path}:${line} ${tag}`),
  );
}

function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}
