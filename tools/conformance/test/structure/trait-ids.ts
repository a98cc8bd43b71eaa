import { literalsOf } from "./literals.js";
import type { SourceUnit } from "./source-units.js";

/** The folder of the generated descriptors, the only one in which trait ids may be written. */
const descriptors = "codegen/smithy/src/traits/generated/";

/** Returns the ids of all traits that the language ships, read from their descriptors. */
export function shippedTraits(units: readonly SourceUnit[]): ReadonlySet<string> {
  return new Set(
    units
      .filter(({ path }) => path.startsWith(descriptors))
      .flatMap(({ tree }) => literalsOf(tree, (text) => /^[\w.]+#\w+$/.test(text)))
      .map(({ text }) => text),
  );
}

/**
 * Lists the places where the id of a shipped trait is written but should not be, as `path:line id`.
 *
 * Packages that may import the language use the descriptor. The runtimes may not, yet such ids name
 * authentication schemes and protocols: each id is written once in a package, in the module that
 * implements it, and imported from there. Generated code contains ids as data.
 */
export function strayTraitIds(units: readonly SourceUnit[]): readonly string[] {
  const shipped = shippedTraits(units);
  const seen = new Set<string>();
  return units.flatMap(({ path, packageFolder, tree }) => {
    if (path.startsWith(descriptors) || path.includes("/src/generated/")) return [];
    const sites = literalsOf(tree, (text) => shipped.has(text));
    return sites.flatMap(({ text, line }) => {
      const key = `${packageFolder} ${text}`;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst && cannotImportLanguage(packageFolder) ? [] : `${path}:${line} ${text}`;
    });
  });
}

/** True for packages that may not import the language. */
function cannotImportLanguage(packageFolder: string): boolean {
  return (
    packageFolder.startsWith("packages/") && packageFolder !== "packages/runtime/dynamic-client"
  );
}
