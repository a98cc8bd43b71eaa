import { sortDiagnostics } from "../diagnostics/compare.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ShapeId } from "../model/model.js";
import { createSourceFile, type SourceText } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { traitSourcesFor } from "../traits/registry.js";
import { compareText } from "../diagnostics/compare.js";
import { assemble } from "./assemble.js";
import { collectAst } from "./collect-ast.js";
import { collectIdl, type Collected, declaredIds } from "./collect-idl.js";
import { libraryDefinitions, preludeDefinitions } from "./trait-definitions.js";

export interface LoadOptions {
  /** Accept traits that are not defined anywhere, with a warning. Off by default. */
  readonly allowUnknownTraits?: boolean;
}

export interface LoadResult {
  /** Absent where no model can be made of the sources at all. */
  readonly model: Model | undefined;
  /** Everything that was found wrong, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads model files into one model. The prelude is always part of it, and the trait libraries
 * (`aws.*`, `smithy.*`) that the sources refer to. Files named `*.json` are read as JSON AST, all
 * others as Smithy IDL. The order of the sources does not matter.
 *
 * Pure: no file system, no state. Never throws for what is in a source; the model then holds what
 * could be understood, and `diagnostics` says with severity `ERROR` what could not.
 */
export function loadModel(sources: readonly SourceText[], options: LoadOptions = {}): LoadResult {
  const ordered = [...sources].sort(
    (a, b) => compareText(a.path, b.path) || compareText(a.text, b.text),
  );
  const diagnostics: Diagnostic[] = [];
  const trees: SyntaxTree[] = [];
  const collected: Collected[] = [];
  for (const { path, text } of ordered) {
    const file = createSourceFile(path, text);
    if (path.endsWith(".json")) collected.push(collectAst(file));
    else {
      const tree = parseIdl(file);
      trees.push(tree);
      diagnostics.push(...tree.diagnostics);
    }
  }
  const prelude = preludeDefinitions();
  const libraries = libraryDefinitions(traitSourcesFor(sources.map(({ text }) => text)));
  const declared = new Set<ShapeId>(trees.flatMap(declaredIds));
  for (const { definitions } of [...collected, prelude]) {
    for (const { id } of definitions.shapes) declared.add(id);
  }
  collected.push(...trees.map((tree) => collectIdl(tree, declared)));
  diagnostics.push(...collected.flatMap((file) => file.diagnostics));
  const result = assemble(prelude, libraries, collected, options);
  return {
    model: result.model,
    diagnostics: sortDiagnostics([...diagnostics, ...result.diagnostics]),
  };
}
