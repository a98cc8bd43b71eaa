import ts from "typescript";
import type { ServicePlan } from "@tinsmith/service";
import { assembleFile } from "../../../../codegen/generator/src/print/print-file.js";
import { emitClient } from "../../../../codegen/generator/src/targets/client/emit-client.js";

/**
 * The parts of a client's description that determine the client's pipeline. Each part is the text
 * of the code that creates it.
 */
export interface Pipeline {
  readonly features: readonly string[];
  readonly authSchemes: readonly string[];
  readonly furtherAuthSchemes: readonly string[];
  readonly operationAuth: unknown;
  /** The list `parts`, which contains all parts of the client of a service outside AWS. */
  readonly parts: readonly string[];
}

/** Reads the pipeline of a generated client from its source text. */
export function emittedPipeline(plan: ServicePlan): Pipeline {
  const text = assembleFile("client.ts", emitClient(plan), { source: "a model" });
  const file = ts.createSourceFile("client.ts", text, ts.ScriptTarget.Latest, true);
  const names = importedNames(file);
  const description = descriptionIn(file);
  const property = (name: string): ts.Expression | undefined =>
    description.properties
      .filter(ts.isPropertyAssignment)
      .find((assignment) => assignment.name.getText(file) === name)?.initializer;
  const list = (name: string): readonly string[] => {
    const value = property(name);
    if (value === undefined) return [];
    if (ts.isArrayLiteralExpression(value)) {
      return value.elements.map((element) => callText(element, names));
    }
    throw new TypeError(`The emitted ${name} must be a list.`);
  };
  const operationAuth = property("operationAuth");
  return {
    features: list("features"),
    authSchemes: list("authSchemes"),
    furtherAuthSchemes: list("furtherAuthSchemes"),
    operationAuth: operationAuth === undefined ? {} : valueOf(operationAuth),
    parts: list("parts"),
  };
}

/** Formats a call for the comparison of pipelines. */
export function writeCall(name: string, args: readonly unknown[]): string {
  return `${name}(${args.map((argument) => JSON.stringify(argument)).join(", ")})`;
}

/** Returns the original names of imports by their local names. */
function importedNames(file: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      names.set(name.text, (propertyName ?? name).text);
    }
  }
  return names;
}

function descriptionIn(file: ts.SourceFile): ts.ObjectLiteralExpression {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { type, initializer } of statement.declarationList.declarations) {
      const isDescription = /^(?:Service|Api)Description/.test(type?.getText(file) ?? "");
      if (isDescription && initializer && ts.isObjectLiteralExpression(initializer)) {
        return initializer;
      }
    }
  }
  throw new TypeError("The emitted client has no description of its service.");
}

function callText(node: ts.Expression, names: ReadonlyMap<string, string>): string {
  const nameOf = (expression: ts.Expression): string => {
    if (!ts.isIdentifier(expression)) {
      throw new TypeError(`${expression.getText()} must be a name.`);
    }
    return names.get(expression.text) ?? expression.text;
  };
  if (!ts.isCallExpression(node)) return nameOf(node);
  return writeCall(nameOf(node.expression), node.arguments.map(valueOf));
}

/** Evaluates a literal. The value of an identifier is its name. */
function valueOf(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node)) return callText(node, new Map());
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOf);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((property) => {
        if (!ts.isPropertyAssignment(property)) {
          throw new TypeError(`${property.getText()} must have a value.`);
        }
        const { name, initializer } = property;
        const key = ts.isComputedPropertyName(name) ? valueOf(name.expression) : name.text;
        return [String(key), valueOf(initializer)];
      }),
    );
  }
  throw new TypeError(`${node.getText()} must be a literal.`);
}
