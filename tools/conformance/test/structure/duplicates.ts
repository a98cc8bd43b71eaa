import ts from "typescript";
import { resolveRelative } from "./imports.js";
import type { SourceUnit } from "./source-units.js";

/** A named function at the top of a module. */
export interface FunctionSite {
  readonly name: string;
  readonly path: string;
}

/** Functions with the same body, whatever they and their variables are called. */
export interface DuplicateGroup {
  readonly sites: readonly FunctionSite[];
  /** How many names, literals and operators the body has. */
  readonly size: number;
}

/**
 * Finds the functions that say the same. Types, comments, the names of variables, and the difference
 * between `function` and an arrow do not count; names that are imported count with their module.
 *
 * @param smallest - bodies with fewer names, literals and operators than this are left out
 */
export function findDuplicates(
  units: readonly SourceUnit[],
  smallest: number,
): readonly DuplicateGroup[] {
  const groups = new Map<string, { readonly sites: FunctionSite[]; readonly size: number }>();
  for (const { path, tree } of units) {
    const names = moduleNames(path, tree);
    for (const { name, node } of namedFunctions(tree)) {
      const words = canonicalWords(node, names);
      if (words.size < smallest) continue;
      const group = groups.get(words.text) ?? { sites: [], size: words.size };
      groups.set(words.text, group);
      group.sites.push({ name, path });
    }
  }
  return [...groups.values()].filter(({ sites }) => sites.length > 1);
}

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface NamedFunction {
  readonly name: string;
  readonly node: FunctionNode;
}

function namedFunctions(tree: ts.SourceFile): readonly NamedFunction[] {
  const found: NamedFunction[] = [];
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement)) {
      const { name, body } = statement;
      if (name !== undefined && body !== undefined)
        found.push({ name: name.text, node: statement });
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || initializer === undefined) continue;
      if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) {
        found.push({ name: name.text, node: initializer });
      }
    }
  }
  return found;
}

/**
 * The names that a file imports or defines as values, each with its module: what two modules call
 * the same need not be the same. Functions of the module keep their names, for they may be
 * duplicates as well.
 */
function moduleNames(path: string, tree: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (
          ts.isIdentifier(name) &&
          initializer !== undefined &&
          !ts.isArrowFunction(initializer)
        ) {
          names.set(name.text, `${path}#${name.text}`);
        }
      }
    }
    if (!ts.isImportDeclaration(statement)) continue;
    const { moduleSpecifier, importClause } = statement;
    if (!ts.isStringLiteral(moduleSpecifier) || importClause === undefined) continue;
    const module = resolveRelative(path, moduleSpecifier.text) ?? moduleSpecifier.text;
    const { name, namedBindings } = importClause;
    if (name !== undefined) names.set(name.text, `${module}#default`);
    if (namedBindings === undefined) continue;
    if (ts.isNamespaceImport(namedBindings)) names.set(namedBindings.name.text, `${module}#*`);
    else {
      for (const element of namedBindings.elements) {
        names.set(element.name.text, `${module}#${(element.propertyName ?? element.name).text}`);
      }
    }
  }
  return names;
}

/** A function as text in which variables are numbered and types are missing. */
function canonicalWords(
  node: FunctionNode,
  names: ReadonlyMap<string, string>,
): { readonly text: string; readonly size: number } {
  const words: string[] = [];
  const numbers = numberVariables(node);
  let size = 0;
  const visit = (child: ts.Node): void => {
    if (ts.isTypeNode(child) || ts.isTypeParameterDeclaration(child)) return;
    if (ts.isPropertyAccessExpression(child)) {
      visit(child.expression);
      words.push(child.questionDotToken === undefined ? "." : "?.", child.name.text);
      size += 1;
      return;
    }
    if (ts.isAsExpression(child) || ts.isParenthesizedExpression(child)) {
      visit(child.expression);
      return;
    }
    if (ts.isPropertyAssignment(child) || ts.isBindingElement(child)) {
      words.push(String(child.kind));
      const key = ts.isBindingElement(child) ? child.propertyName : child.name;
      if (key !== undefined && ts.isIdentifier(key)) words.push(key.text);
      else if (key !== undefined) visit(key);
      // `{ a }` is `{ a: a }`: the name of the property counts, even where it names a variable.
      else if (ts.isIdentifier(child.name)) words.push(child.name.text);
      if (ts.isBindingElement(child)) visit(child.name);
      if (child.initializer !== undefined) visit(child.initializer);
      return;
    }
    if (ts.isIdentifier(child)) {
      words.push(numbers.get(child.text) ?? names.get(child.text) ?? child.text);
      size += 1;
      return;
    }
    words.push(String(child.kind));
    if (ts.isShorthandPropertyAssignment(child)) words.push(child.name.text);
    if (ts.isLiteralExpression(child) || ts.isTemplateLiteralToken(child)) {
      words.push(JSON.stringify(child.text));
      size += 1;
    }
    if (ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) {
      words.push(String(child.operator));
      size += 1;
    }
    if (ts.isBinaryExpression(child)) size += 1;
    ts.forEachChild(child, visit);
    words.push(")");
  };
  if (isAsync(node.modifiers)) words.push("async");
  for (const parameter of node.parameters) visit(parameter);
  words.push("=>");
  const { body } = node;
  if (body !== undefined && ts.isBlock(body)) body.statements.forEach(visit);
  else if (body !== undefined) {
    words.push(String(ts.SyntaxKind.ReturnStatement));
    visit(body);
    words.push(")");
  }
  return { text: words.join(" "), size };
}

function isAsync(modifiers: ts.NodeArray<ts.ModifierLike> | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
}

/** A number for each name that the function binds, in the order in which they are bound. */
function numberVariables(node: FunctionNode): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const visit = (child: ts.Node): void => {
    const isBinding =
      ts.isParameter(child) || ts.isVariableDeclaration(child) || ts.isBindingElement(child);
    if (isBinding && ts.isIdentifier(child.name) && !numbers.has(child.name.text)) {
      numbers.set(child.name.text, `$${numbers.size}`);
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return numbers;
}
