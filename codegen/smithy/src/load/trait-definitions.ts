import type { ShapeId } from "../model/model.js";
import { createSourceFile } from "../source/source-file.js";
import { parseIdl } from "../syntax/parse.js";
import { preludeSource } from "../traits/registry.js";
import type { TraitSource } from "../traits/trait-source.js";
import { collectIdl, declaredIds } from "./collect-idl.js";
import type { Collected } from "./collect-idl.js";

let prelude: Collected | undefined;
const libraries = new WeakMap<TraitSource, Collected>();

/** The definitions of the prelude, read on first use and kept: its text never changes. */
export function preludeDefinitions(): Collected {
  prelude ??= read(preludeSource(), []);
  return prelude;
}

/** The definitions of the trait libraries, each read on first use and kept. */
export function libraryDefinitions(sources: readonly TraitSource[]): readonly Collected[] {
  const missing = sources.filter((source) => !libraries.has(source));
  for (const source of missing) {
    const namespace = namespaceIn(source);
    const siblings = sources.filter((other) => namespaceIn(other) === namespace);
    libraries.set(source, read([source], siblings));
  }
  return sources.flatMap((source) => libraries.get(source) ?? []);
}

const namespaceIn = ({ text }: TraitSource) => /^namespace +(\S+)/m.exec(text)?.[1] ?? "";

/**
 * Reads files that ship with this package. They refer only to themselves, their siblings and the
 * prelude.
 */
function read(sources: readonly TraitSource[], siblings: readonly TraitSource[]): Collected {
  const parse = ({ path, text }: TraitSource) => parseIdl(createSourceFile(path, text));
  const trees = sources.map(parse);
  const declared = new Set<ShapeId>([...trees, ...siblings.map(parse)].flatMap(declaredIds));
  if (sources !== preludeSource()) {
    for (const { id } of preludeDefinitions().definitions.shapes) declared.add(id);
  }
  const files = trees.map((tree) => collectIdl(tree, declared));
  return {
    definitions: {
      version: "2.0",
      shapes: files.flatMap(({ definitions }) => definitions.shapes),
      applications: files.flatMap(({ definitions }) => definitions.applications),
      metadata: files.flatMap(({ definitions }) => definitions.metadata),
    },
    diagnostics: [
      ...trees.flatMap((tree) => tree.diagnostics),
      ...files.flatMap((file) => file.diagnostics),
    ],
    checkReferences: () => [],
  };
}
