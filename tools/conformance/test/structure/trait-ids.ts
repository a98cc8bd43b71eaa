import { literalsOf } from "./literals.js";
import type { SourceUnit } from "./source-units.js";

/** The only place where the ids of traits are spelled: their generated descriptors. */
const descriptors = "codegen/smithy/src/traits/generated/";

/** The ids of all traits that the language ships, as their descriptors have them. */
export function shippedTraits(units: readonly SourceUnit[]): ReadonlySet<string> {
  return new Set(
    units
      .filter(({ path }) => path.startsWith(descriptors))
      .flatMap(({ tree }) => literalsOf(tree, (text) => /^[\w.]+#\w+$/.test(text)))
      .map(({ text }) => text),
  );
}

/**
 * Lists the places where the id of a shipped trait is spelled and should not be, as `path:line id`.
 *
 * Whatever knows the language takes the descriptor. The runtimes do not know it, yet authentication
 * schemes and protocols are named by such ids: there each id is written once in a package, by the
 * module that implements what it names, and everything else imports it from there. Generated code
 * holds ids as data.
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
      return isFirst && speaksForItself(packageFolder) ? [] : `${path}:${line} ${text}`;
    });
  });
}

/** True for packages that may not import the language. */
function speaksForItself(packageFolder: string): boolean {
  return (
    packageFolder.startsWith("packages/") && packageFolder !== "packages/runtime/dynamic-client"
  );
}
