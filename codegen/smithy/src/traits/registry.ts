import { libraries } from "./libraries.js";
import { prelude } from "./prelude.js";

/** One model file that ships with this package. */
export interface TraitSource {
  /** A name for messages, not a place on disk: `smithy.api/http.smithy`. */
  readonly path: string;
  /** Smithy IDL 2.0. */
  readonly text: string;
}

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
 * A library may refer to others, so look the namespaces it uses up in turn.
 */
export const traitLibraries: ReadonlyMap<string, readonly TraitSource[]> = libraries;
