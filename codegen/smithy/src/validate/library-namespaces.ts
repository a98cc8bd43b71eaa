import { PRELUDE_NAMESPACE, traitLibraries } from "../traits/registry.js";

/** The namespaces whose traits this package ships. */
export const libraryNamespaces: ReadonlySet<string> = new Set([
  PRELUDE_NAMESPACE,
  ...traitLibraries.keys(),
]);
