import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { EsbuildPlugin } from "./tsup.plugins.js";

const folder = fileURLToPath(new URL("packages/runtime/schema/src", import.meta.url));

interface Inlined {
  readonly parameter: string;
  readonly body: ts.Expression;
}

/** Functions that return one expression with one use of their parameter, and constants by path. */
const functions = new Map<string, Inlined>();
const constants = new Map<string, string>();

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
}

function identifiersIn(node: ts.Node): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isTypeNode(node)) return [];
  if (ts.isPropertyAccessExpression(node)) return identifiersIn(node.expression);
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...identifiersIn(child)));
  return found;
}

function collectConstants(file: ts.SourceFile): void {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isAsExpression(initializer)) continue;
      if (!ts.isObjectLiteralExpression(initializer.expression)) continue;
      for (const property of initializer.expression.properties) {
        if (!ts.isPropertyAssignment(property)) continue;
        constants.set(
          `${name.getText()}.${property.name.getText()}`,
          property.initializer.getText(),
        );
      }
    }
  }
}

function collectFunctions(file: ts.SourceFile): void {
  for (const statement of file.statements) {
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !statement.body) continue;
    const [only, ...others] = statement.body.statements;
    const [parameter, ...more] = statement.parameters;
    if (!only || !ts.isReturnStatement(only) || !only.expression) continue;
    if (others.length > 0 || !parameter || more.length > 0) continue;
    const name = parameter.name.getText();
    const used = identifiersIn(only.expression);
    const isPure = used.every((one) => one === name || one === "ShapeKind" || functions.has(one));
    if (isPure && used.filter((one) => one === name).length === 1) {
      functions.set(statement.name.text, { parameter: name, body: only.expression });
    }
  }
}

const files = readdirSync(folder).map((name) => parse(join(folder, name)));
files.forEach(collectConstants);
// Functions may call each other, in any order of files: collect until no more are found.
for (let count = -1; count < functions.size;) {
  count = functions.size;
  files.forEach(collectFunctions);
}

/** Returns the names that a file imports from `@tinsmith/schema` and does not declare again. */
function namesFrom(file: ts.SourceFile): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const imported = new Set<string>();
  const own = file.fileName.startsWith(folder);
  function visit(node: ts.Node): void {
    if (ts.isImportSpecifier(node)) {
      const { moduleSpecifier } = node.parent.parent.parent;
      const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
      if (own || from === "@tinsmith/schema") imported.add(node.name.text);
    }
    const isDeclaration =
      ts.isImportSpecifier(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if (isDeclaration && node.name) {
      const name = node.name.getText();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (own && ts.isSourceFile(node.parent)) imported.add(name);
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  if (own) for (const name of [...functions.keys(), "ShapeKind", "Sentinel"]) imported.add(name);
  return new Set([...imported].filter((name) => (counts.get(name) ?? 0) < 2));
}

function inlineIn(file: ts.SourceFile): string {
  const names = namesFrom(file);

  function render(
    node: ts.Node,
    parameter?: { readonly name: string; readonly text: string },
  ): string {
    if (ts.isIdentifier(node) && node.text === parameter?.name) return parameter.text;
    if (
      ts.isPropertyAccessExpression(node) &&
      (parameter || names.has(node.expression.getText()))
    ) {
      const value = constants.get(node.getText());
      if (value !== undefined) return `(${value})`;
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && !node.questionDotToken) {
      const { text } = node.expression;
      const inlined = parameter || names.has(text) ? functions.get(text) : undefined;
      const [argument] = node.arguments;
      if (inlined && argument) {
        const value = { name: inlined.parameter, text: `(${render(argument, parameter)})` };
        return `(${render(inlined.body, value)})`;
      }
    }
    const source = node.getSourceFile().text;
    let text = "";
    let end = node.getStart();
    ts.forEachChild(node, (child) => {
      text += source.slice(end, child.getStart()) + render(child, parameter);
      end = child.end;
    });
    return text + source.slice(end, node.end);
  }

  return render(file);
}

/**
 * Inlines calls of the small functions of `@tinsmith/schema`: `nameOf(schema)` becomes `schema[2]`.
 * Bundlers do not inline them; the functions and calls would add a kilobyte to the bundles of users.
 */
export const inlineSchemaReads: EsbuildPlugin = {
  name: "inline-schema-reads",
  setup: (build) =>
    build.onLoad(
      { filter: /[\\/]packages[\\/]runtime[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ },
      ({ path }) => {
        const file = parse(path);
        return file.text.includes("@tinsmith/schema") || path.startsWith(folder)
          ? { contents: inlineIn(file), loader: "ts" }
          : undefined;
      },
    ),
};
