import { compareText, sortDiagnostics } from "../diagnostics/compare.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ShapeId } from "../model/model.js";
import { containerId, shapeNamespace } from "../model/shape-id.js";
import { createSourceFile } from "../source/source-file.js";
import type { SourceText } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";
import { PRELUDE_NAMESPACE, traitLibraries, traitSourcesFor } from "../traits/registry.js";
import { assemble } from "./assemble.js";
import { collectAst } from "./collect-ast.js";
import { collectIdl, declaredIds } from "./collect-idl.js";
import type { Collected } from "./collect-idl.js";
import type { FileDefinitions } from "./definitions.js";
import { libraryDefinitions, preludeDefinitions } from "./trait-definitions.js";

/** Options of `loadModel`. */
export interface LoadOptions {
  /** Accepts traits without a definition, with a warning. Off by default. */
  readonly allowUnknownTraits?: boolean;
}

/** The result of `loadModel`: the model and its diagnostics. */
export interface LoadResult {
  /** Absent if no model can be built from the sources. */
  readonly model: Model | undefined;
  /** All diagnostics, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads successive versions of the sources and parses only the files that changed. */
export interface ModelLoader {
  load(sources: readonly SourceText[]): LoadResult;
}

/**
 * Loads model files into one model. The model always contains the prelude, and the trait libraries
 * (`aws.*`, `smithy.*`) that the sources refer to. Files named `*.json` are read as JSON AST, all
 * others as Smithy IDL. The order of the sources does not matter.
 *
 * Pure: uses no file system and keeps no state. Never throws for faults in a source: the model then
 * contains the readable parts, and `diagnostics` has an `ERROR` for each fault.
 */
export function loadModel(sources: readonly SourceText[], options: LoadOptions = {}): LoadResult {
  return createModelLoader(options).load(sources);
}

/**
 * Creates a loader like {@link loadModel} for repeated loading, as in a watch mode: the parsed form
 * of a file is kept until its text changes.
 */
export function createModelLoader(options: LoadOptions = {}): ModelLoader {
  let known: ReadonlyMap<string, ParsedFile> = new Map();
  return {
    load(sources) {
      const files = [...sources]
        .sort((a, b) => compareText(a.path, b.path) || compareText(a.text, b.text))
        .map((source) => {
          const parsed = known.get(source.path);
          const isSame =
            parsed?.text === source.text &&
            parsed.isLibrary === isLibrary(source) &&
            parsed.isDependency === isDependency(source);
          return isSame ? parsed : parseFile(source);
        });
      known = new Map(files.map((file) => [file.path, file]));
      return loadFiles(files, options);
    },
  };
}

/**
 * The part of a file that does not depend on the others: the whole of a JSON AST, the syntax of an
 * IDL file.
 */
type ParsedFile = Required<SourceText> &
  (
    | { readonly kind: "idl"; readonly tree: SyntaxTree }
    | { readonly kind: "ast"; readonly collected: Collected }
  );

function parseFile(source: SourceText): ParsedFile {
  const { path, text } = source;
  const file = createSourceFile(path, text);
  const parsed = { path, text, isLibrary: isLibrary(source), isDependency: isDependency(source) };
  return isAst(source)
    ? { ...parsed, kind: "ast", collected: collectAst(file) }
    : { ...parsed, kind: "idl", tree: parseIdl(file) };
}

function isAst({ path }: SourceText): boolean {
  return path.endsWith(".json");
}

function isLibrary(source: SourceText): boolean {
  return source.isLibrary === true && !isAst(source);
}

const isDependency = (source: SourceText): boolean => source.isDependency === true;

function loadFiles(files: readonly ParsedFile[], options: LoadOptions): LoadResult {
  const prelude = preludeDefinitions();
  const libraries = libraryDefinitions(traitSourcesFor(files.map(({ text }) => text)));
  const declared = new Set<ShapeId>(idsOf(prelude));
  for (const file of files) {
    const ids = file.kind === "idl" ? declaredIds(file.tree) : idsOf(file.collected);
    for (const id of ids) declared.add(id);
  }
  const collected = files.map((file) =>
    file.kind === "idl" ? collectIdl(file.tree, declared) : file.collected,
  );
  const further = new Set(
    collected.filter((each, index) => {
      const file = files[index];
      return file?.isLibrary === true || (file?.isDependency === true && isOfShippedTraits(each));
    }),
  );
  const shipped = new Set([prelude, ...libraries].flatMap(idsOf));
  const allLibraries = [
    ...libraries,
    ...[...further].map((each) => ({
      ...each,
      definitions: withoutShapes(each.definitions, shipped),
    })),
  ];
  const own = collected.filter((each) => !further.has(each));
  const { model, diagnostics } = assemble(prelude, allLibraries, own, options);
  const all = [
    ...files.flatMap((file, index) => syntaxErrors(file, collected[index]?.end)),
    ...collected.flatMap((file) => file.diagnostics),
    ...diagnostics,
  ];
  return { model, diagnostics: sortDiagnostics(all) };
}

/** Returns whether a file defines shapes only in namespaces of traits that this package ships. */
const isOfShippedTraits = (file: Collected): boolean =>
  file.definitions.shapes.length > 0 &&
  idsOf(file).every((id) => {
    const namespace = shapeNamespace(id);
    return namespace === PRELUDE_NAMESPACE || traitLibraries.has(namespace);
  });

function withoutShapes(definitions: FileDefinitions, ids: ReadonlySet<ShapeId>): FileDefinitions {
  return {
    ...definitions,
    shapes: definitions.shapes.filter(({ id }) => !ids.has(id)),
    applications: definitions.applications.filter(({ target }) => !ids.has(containerId(target))),
  };
}
/** The syntax errors of a file up to the place where reading it ends. */
const syntaxErrors = (file: ParsedFile, end = Infinity): readonly Diagnostic[] =>
  file.kind === "ast"
    ? []
    : file.tree.diagnostics.filter(({ span }) => span === undefined || span.start < end);

const idsOf = ({ definitions }: Collected): readonly ShapeId[] =>
  definitions.shapes.map(({ id }) => id);
