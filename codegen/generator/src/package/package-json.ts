import { isNodeObject } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type { PackageDependency, PackageFacts } from "../generator.js";
import type { OwnedFields } from "../output/output-tree.js";

/** The content of a `package.json` that the target does not define. */
export interface PackageIdentity {
  readonly name: string;
  /** The owner's fields, which every build updates. */
  readonly owner: NodeObject;
  /** Further owner's fields, for new packages only. `owner` takes precedence. */
  readonly newOwner: NodeObject;
  /** Returns the range of a dependency whose facts define none. */
  readonly rangeOf: (dependency: string) => string;
  /** Returns the version of a package that the same run generates. */
  readonly versionOf: (dependency: string) => string | undefined;
}

/** Creates the `package.json` of a new package. */
export function newPackageJson(facts: PackageFacts, identity: PackageIdentity): NodeObject {
  const dependencies = ranges(facts.dependencies ?? [], identity);
  const devDependencies = ranges(scaffoldDependencies(facts), identity);
  return {
    name: identity.name,
    version: "0.0.0",
    description: facts.description,
    ...(facts.keywords !== undefined && { keywords: [...facts.keywords] }),
    ...identity.newOwner,
    ...identity.owner,
    ...(facts.bin !== undefined && { bin: { ...facts.bin } }),
    ...(hasEntries(facts) ? { files: ["dist"] } : { private: true }),
    type: "module",
    sideEffects: false,
    ...entryFieldsOf(facts),
    ...(hasEntries(facts) && {
      exports: exportsOf(facts),
      publishConfig: { access: "public" },
    }),
    scripts: { ...buildScripts(facts), ...facts.scripts },
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
    ...(Object.keys(devDependencies).length > 0 && { devDependencies }),
    engines: { node: ">=20.19" },
  };
}

/**
 * Updates the fields of an existing `package.json` that belong to the generator: the entry points,
 * the exports, the commands, the dependencies of its code, and the fields that describe its owner.
 * The order of keys and existing ranges are preserved, except for packages that the same run
 * generates: their ranges follow their versions. Keys that an earlier run added and this run does
 * not need are removed; all others belong to the user.
 */
export function updatePackageJson(
  existing: NodeObject,
  facts: PackageFacts,
  identity: PackageIdentity,
  earlier: OwnedFields,
): NodeObject {
  const dependencies = ranges(facts.dependencies ?? [], identity);
  const current = objectOf(existing["dependencies"]);
  const keptDependencies = Object.fromEntries(
    Object.entries(without(current, earlier.dependencies, dependencies)).map(([name, range]) => [
      name,
      Object.hasOwn(dependencies, name) ? followVersion(range, identity.versionOf(name)) : range,
    ]),
  );
  const missing = Object.entries(dependencies).filter(
    ([name]) => !Object.hasOwn(keptDependencies, name),
  );
  const nextDependencies =
    missing.length === 0
      ? keptDependencies
      : sortKeys({ ...keptDependencies, ...Object.fromEntries(missing) });
  const wantedExports = exportsOf(facts);
  const nextExports = {
    ...without(objectOf(existing["exports"]), earlier.exports, wantedExports),
    ...wantedExports,
  };
  const bin = facts.bin ?? {};
  const nextBin = { ...without(objectOf(existing["bin"]), earlier.bin, bin), ...bin };
  const updated = {
    ...existing,
    ...identity.owner,
    ...entryFieldsOf(facts),
    ...(hasEntries(facts) && { exports: keepOrder(objectOf(existing["exports"]), nextExports) }),
    bin: nextBin,
    dependencies: nextDependencies,
  };
  return Object.fromEntries(
    Object.entries(updated).filter(([key, value]) => {
      const isOptional = key === "bin" || key === "dependencies";
      return !isOptional || Object.keys(objectOf(value)).length > 0;
    }),
  );
}

/** Updates a range `^1.2.3` to the version of a package that the same run generates. */
function followVersion(range: NodeValue, version: string | undefined): NodeValue {
  const isCaret = typeof range === "string" && /^\^\d+\.\d+\.\d+$/.test(range);
  return isCaret && version !== undefined ? `^${version}` : range;
}

/** Returns the keys of the generator, which the manifest records. */
export function ownedFields(facts: PackageFacts): OwnedFields {
  return {
    exports: Object.keys(exportsOf(facts)).filter((key) => key !== "./package.json"),
    dependencies: (facts.dependencies ?? []).map((dependency) => dependency.name),
    bin: Object.keys(facts.bin ?? {}),
  };
}

/** Lists the dependencies without a range that the package does not have yet. */
export function openDependencies(
  facts: PackageFacts,
  existing: NodeObject | undefined,
): readonly string[] {
  const present = objectOf(existing?.["dependencies"]);
  const wanted = [
    ...(facts.dependencies ?? []),
    ...(existing === undefined ? scaffoldDependencies(facts) : []),
  ];
  return wanted
    .filter((dependency) => !("range" in dependency) && !Object.hasOwn(present, dependency.name))
    .map((dependency) => dependency.name);
}

/** Returns the file name of an entry: `index` for `.`, `schemas` for `./schemas`. */
export function entryName(key: string): string {
  return key === "." ? "index" : key.replace(/^\.\//, "");
}

/** Returns true if the package can be imported. Other packages are private and need no build. */
export function hasEntries(facts: PackageFacts): boolean {
  return facts.frontPage !== undefined || Object.keys(facts.entries).length > 0;
}

/** Returns the fields for tools that do not support `exports`. */
function entryFieldsOf(facts: PackageFacts): NodeObject {
  if (facts.frontPage !== undefined || !hasEntries(facts)) return {};
  return {
    main: "./dist/index.cjs",
    module: "./dist/index.js",
    types: "./dist/index.d.ts",
    ...furtherEntriesOf(facts),
  };
}

function buildScripts(facts: PackageFacts): Readonly<Record<string, string>> {
  if (facts.frontPage !== undefined) return { build: "node build.mjs" };
  return { ...(hasEntries(facts) && { build: "tsup" }), typecheck: "tsc --noEmit" };
}

/** Returns the dependencies for building and testing a new package. */
function scaffoldDependencies(facts: PackageFacts): readonly PackageDependency[] {
  const builders = hasEntries(facts) ? ["tsup"] : [];
  const tools = facts.frontPage === undefined ? ["@types/node", ...builders, "typescript"] : [];
  return [...tools.map((name) => ({ name })), ...(facts.devDependencies ?? [])];
}

function exportsOf(facts: PackageFacts): NodeObject {
  if (facts.frontPage !== undefined) {
    return {
      ".": `./dist/${facts.frontPage}`,
      "./package.json": "./package.json",
      "./*": "./dist/*",
    };
  }
  const entries = Object.keys(facts.entries).map((key) => {
    const file = `./dist/${entryName(key)}`;
    return [
      key,
      {
        import: { types: `${file}.d.ts`, default: `${file}.js` },
        require: { types: `${file}.d.cts`, default: `${file}.cjs` },
      },
    ] as const;
  });
  return { ...Object.fromEntries(entries), "./package.json": "./package.json" };
}

/**
 * Returns the paths of further entries for tools that do not read `exports`: `moduleResolution:
 * "node10"`, and Parcel with its default settings.
 */
function furtherEntriesOf(facts: PackageFacts): NodeObject {
  const names = Object.keys(facts.entries)
    .filter((key) => key !== ".")
    .map(entryName);
  if (names.length === 0) return {};
  const paths = names.map((name) => [name, [`./dist/${name}.d.ts`]] as const);
  const pattern = names.length === 1 ? names[0] : `{${names.join(",")}}`;
  return {
    typesVersions: { "*": Object.fromEntries(paths) },
    alias: { [`./${pattern}`]: names.length === 1 ? `./dist/${pattern}.js` : "./dist/$1.js" },
  };
}

function ranges(
  dependencies: readonly { readonly name: string; readonly range?: string }[],
  identity: PackageIdentity,
): Record<string, string> {
  return sortKeys(
    Object.fromEntries(
      dependencies.map(({ name, range }) => [name, range ?? identity.rangeOf(name)]),
    ),
  );
}

/** Removes keys that an earlier run added and this run does not need. */
function without(object: NodeObject, earlier: readonly string[], wanted: NodeObject): NodeObject {
  const stale = new Set(earlier.filter((key) => !Object.hasOwn(wanted, key)));
  return Object.fromEntries(Object.entries(object).filter(([key]) => !stale.has(key)));
}

/** Orders the keys like `before`, followed by the new ones. */
function keepOrder(before: NodeObject, after: NodeObject): NodeObject {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const value = after[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function sortKeys<Value>(object: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function objectOf(value: NodeValue | undefined): NodeObject {
  return isNodeObject(value) ? value : {};
}
