import { libraries } from "./libraries.js";
import { prelude } from "./prelude.js";
import type { TraitSource } from "./trait-source.js";

/** The namespace of the prelude. */
export const PRELUDE_NAMESPACE = "smithy.api";

/**
 * The prelude: the shapes and traits of `smithy.api`, part of every model (Smithy 2.0
 * specification, "Prelude"). The files share a namespace and refer to each other.
 */
export function preludeSource(): readonly TraitSource[] {
  return prelude;
}

/**
 * The trait libraries by namespace, for models that use them: `aws.api`, `smithy.waiters` and so
 * on. A library may use others, which `traitSourcesFor` includes.
 */
export const traitLibraries: ReadonlyMap<string, readonly TraitSource[]> = libraries;

/**
 * Returns whether a namespace is a library that this project defines. Tools that read an exported
 * model do not know such libraries, so their shapes are exported with the models that use them.
 */
export const isOwnLibrary = (namespace: string): boolean =>
  namespace.startsWith("tinsmith.") && traitLibraries.has(namespace);

/**
 * The library files that model files with these texts use, directly or through another library, in
 * the order of their namespaces. A namespace is used if one of its shape ids occurs in full, even
 * in a trait value: protocol tests name `aws.test#AwsVendorParams` in a string.
 *
 * A model that contains the shapes of a library, as an exported JSON AST does, uses its own
 * definitions.
 */
export function traitSourcesFor(texts: Iterable<string>): readonly TraitSource[] {
  const used = new Set<string>();
  for (const text of texts) {
    addUsed(text, used);
  }
  return [...used].sort().flatMap((namespace) => traitLibraries.get(namespace) ?? []);
}

function addUsed(text: string, used: Set<string>): void {
  for (const [, namespace = ""] of text.matchAll(/\b((?:aws|smithy|tinsmith)\.[a-z]+)#/g)) {
    if (used.has(namespace)) {
      continue;
    }
    for (const { text: library } of traitLibraries.get(namespace) ?? []) {
      used.add(namespace);
      addUsed(library, used);
    }
  }
}
