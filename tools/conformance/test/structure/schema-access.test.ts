import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * Generated code and its golden files contain schemas as data; the module itself uses positions.
 */
const skipped = new Set(["node_modules", "dist", "generated", "golden", "fixtures", "reports"]);
const readers = ["packages/runtime", "tools", "codegen"];
const module = join("packages", "runtime", "schema");

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (skipped.has(entry.name) || path === module) return [];
    if (entry.isDirectory()) return sourcesBelow(path);
    return /(?<!\.d)\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** The kinds of tuple in `StaticSchema` of `@smithy/types`: their first element. */
const kinds = new Set([0, 1, 2, 3, 4, -3, 9]);

/** Finds reads of schema tuples by position. */
function positionsIn(files: readonly string[], host?: ts.CompilerHost): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  const program = ts.createProgram(files, options, host);
  const checker = program.getTypeChecker();

  function isSchema(type: ts.Type | undefined): boolean {
    if (type === undefined) return false;
    if (type.isUnion()) return type.types.some(isSchema);
    if (type.flags & ts.TypeFlags.TypeParameter) {
      return isSchema(checker.getBaseConstraintOfType(type));
    }
    if (!checker.isTupleType(type)) return false;
    if (type.aliasSymbol?.name === "$MemberSchema") return true;
    const [kind, namespace, name, ...rest] = checker.getTypeArguments(type as ts.TypeReference);
    if (kind === undefined || namespace === undefined || name === undefined) return false;
    const literals = kind.isUnion() ? kind.types : [kind];
    return (
      rest.length > 0 &&
      literals.every((literal) => literal.isNumberLiteral() && kinds.has(literal.value)) &&
      [namespace, name].every(({ flags }) => (flags & ts.TypeFlags.StringLike) !== 0)
    );
  }

  /**
   * Returns the type of the value that a pattern destructures; the pattern itself has the type of
   * its variables.
   */
  function sourceOf(pattern: ts.ArrayBindingPattern): ts.Type | undefined {
    const { parent } = pattern;
    if (ts.isParameter(parent)) {
      if (parent.type) return checker.getTypeFromTypeNode(parent.type);
      const [signature] = checker.getTypeAtLocation(parent.parent).getCallSignatures();
      const parameter = signature?.parameters[parent.parent.parameters.indexOf(parent)];
      return parameter && checker.getTypeOfSymbolAtLocation(parameter, parent);
    }
    if (!ts.isVariableDeclaration(parent)) return checker.getTypeAtLocation(pattern);
    if (parent.initializer) return checker.getTypeAtLocation(parent.initializer);
    const loop = parent.parent.parent;
    if (!ts.isForOfStatement(loop)) return undefined;
    const items = checker.getTypeAtLocation(loop.expression);
    return checker.getIndexTypeOfType(items, ts.IndexKind.Number);
  }

  const found: string[] = [];
  function visit(node: ts.Node, file: ts.SourceFile): void {
    const isAccess =
      ts.isElementAccessExpression(node) &&
      ts.isNumericLiteral(node.argumentExpression) &&
      isSchema(checker.getTypeAtLocation(node.expression));
    if (isAccess || (ts.isArrayBindingPattern(node) && isSchema(sourceOf(node)))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${relative(root, file.fileName)}:${line + 1}: ${node.getText()}`);
    }
    ts.forEachChild(node, (child) => visit(child, file));
  }
  for (const path of files) {
    const file = program.getSourceFile(path);
    if (file) visit(file, file);
  }
  return found;
}

describe("schema tuples", () => {
  it("are read by name everywhere except in @tinsmith/schema", () => {
    const files = readers.flatMap(sourcesBelow).map((path) => join(root, path));
    expect(files.length).toBeGreaterThan(500);
    expect(positionsIn(files)).toEqual([]);
  }, 300_000);

  it("are reported if they are read by position", () => {
    const path = join(root, "tools/conformance/test/structure/positions.ts");
    const text = `
      import type { $MemberSchema, StaticErrorSchema, StaticSchema } from "@smithy/types";
      declare const schema: StaticSchema;
      declare const member: $MemberSchema;
      declare const errors: readonly StaticErrorSchema[];
      export const name = schema[2];
      export const target = member[0];
      const [, namespace] = schema;
      for (const [kind] of errors) console.log(kind, namespace);
      errors.find(([, , name]) => name === "Fault");
      export const other = ["a", "b", "c", "d"][2];
      const [first] = errors;
      export const last = first?.[5];
    `;
    const host = ts.createCompilerHost({});
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, ...rest) =>
      name === path
        ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
        : getSourceFile.call(host, name, ...rest);
    host.fileExists = (name) => name === path || fileExists.call(host, name);
    host.readFile = (name) => (name === path ? text : readFile.call(host, name));
    const found = positionsIn([path], host).map((place) => place.slice(place.indexOf(": ") + 2));
    expect(found).toEqual([
      "schema[2]",
      "member[0]",
      "[, namespace]",
      "[kind]",
      "[, , name]",
      "first?.[5]",
    ]);
  }, 60_000);
});
