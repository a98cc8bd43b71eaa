import { libraries } from "./libraries.js";
import { prelude } from "./prelude.js";
import type { TraitSource } from "./trait-source.js";

/** The namespace of the prelude. */
export const PRELUDE_NAMESPACE = "smithy.api";

/**
 * The prelude: the shapes and traits of `smithy.api`, part of every model
 * (Smithy 2.0 specification, "Prelude"). The files make one namespace and refer to each other.
 */
export function preludeSource(): readonly TraitSource[] {
  return prelude;
}

/**
 * The trait libraries by namespace, for models that use them: `aws.api`, `smithy.waiters` ….
 * A library may use others; `traitSourcesFor` follows them.
 */
export const traitLibraries: ReadonlyMap<string, readonly TraitSource[]> = libraries;

/**
 * Whether a namespace is a library of this project's own. Tools that read an exported model do not have it, so its
 * shapes go with the models that use them.
 */
export const isOwnLibrary = (namespace: string): boolean =>
  namespace.startsWith("tinsmith.") && traitLibraries.has(namespace);

/**
 * The library files that model files with these texts use, directly or through another library,
 * in the order of their namespaces. A namespace counts as used where one of its shape ids is
 * written out, in a trait value too: protocol tests name `aws.test#AwsVendorParams` in a string.
 *
 * A model that brings a library's shapes along itself, as an exported JSON AST does, keeps its own.
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
