import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import * as traits from "@tinsmith/smithy/traits";

/** The ids of all traits that the language package ships. */
const shipped: ReadonlySet<string> = new Set(
  Object.values(traits).flatMap((value) => (typeof value === "object" ? value.id : [])),
);

/**
 * Returns the string literals that are ids of shipped traits, in the sources below a folder, as
 * `file: id`.
 */
export function traitIdsBelow(folder: string): readonly string[] {
  return sourcesBelow(folder).flatMap(([file, source]) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && shipped.has(node.text)) {
        found.push(`${file}: ${node.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Returns which of the given names the sources below a folder use, as `file: name`. */
export function namesBelow(folder: string, names: readonly string[]): readonly string[] {
  return sourcesBelow(folder).flatMap(([file, source]) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && names.includes(node.text)) found.push(`${file}: ${node.text}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Returns the modules that the sources below a folder import, as `file: module`. */
export function importsBelow(folder: string): readonly string[] {
  return sourcesBelow(folder).flatMap(([file, source]) =>
    source.statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)
        ? [`${file}: ${statement.moduleSpecifier.text}`]
        : [],
    ),
  );
}

function sourcesBelow(folder: string): readonly (readonly [file: string, source: ts.SourceFile])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest)] as const;
    });
}
