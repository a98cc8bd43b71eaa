import { importsOf, resolveRelative } from "./imports.js";
import type { SourceUnit } from "./source-units.js";

/** The packages of the workspace by the names under which they are imported. */
const workspaceName = /^(?:@tinsmith\/|@marketplace-metering\/|tinsmith(?:$|\/))/;

/**
 * The entries of the workspace that the sources of each package may import: ARCHITECTURE.md, the
 * arrows. `name/*` means every entry of a package, the root included.
 */
export const packageArrows: Readonly<Record<string, readonly string[]>> = {
  "codegen/smithy": [],
  "codegen/service": ["@tinsmith/smithy", "@tinsmith/smithy/traits"],
  "codegen/generator": [
    "@tinsmith/service",
    "@tinsmith/smithy",
    "@tinsmith/smithy/node",
    "@tinsmith/smithy/traits",
  ],
  "codegen/cli": [
    "@tinsmith/codegen/*",
    "@tinsmith/smithy",
    "@tinsmith/smithy/node",
    // The versions of the runtimes, for the packages that it generates; none of their code.
    "@tinsmith/client-runtime/package.json",
    "@tinsmith/protocol-test-runtime/package.json",
    "@tinsmith/protocols/package.json",
    "@tinsmith/server-runtime/package.json",
    "@tinsmith/validation/package.json",
  ],
  "packages/runtime/schema": [],
  "packages/runtime/values": [],
  "packages/runtime/protocols": ["@tinsmith/schema/*", "@tinsmith/values"],
  "packages/runtime/validation": ["@tinsmith/schema/*", "@tinsmith/values"],
  "packages/runtime/client-runtime": [
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/smithy/endpoints",
    "@tinsmith/validation/*",
    "@tinsmith/values",
  ],
  "packages/runtime/server-runtime": [
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/validation/*",
    "@tinsmith/values",
  ],
  "packages/runtime/protocol-test-runtime": [
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/values",
  ],
  "packages/runtime/dynamic-client": [
    "@tinsmith/client-runtime/*",
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/service",
    "@tinsmith/smithy/*",
    "@tinsmith/validation/*",
    "@tinsmith/values",
  ],
  "packages/docs": [],
  "packages/types": ["@tinsmith/validation/*"],
  "packages/client": [
    "@marketplace-metering/types/*",
    "@tinsmith/client-runtime/*",
    "@tinsmith/protocols/*",
    "@tinsmith/validation/*",
  ],
  "packages/mock-server": [
    "@marketplace-metering/types/*",
    "@tinsmith/protocols/*",
    "@tinsmith/server-runtime/*",
    "@tinsmith/values",
  ],
};

/** Which folders of a package may import which others; `*` may import all. */
export const layerArrows: Readonly<
  Record<string, Readonly<Record<string, readonly string[] | "*">>>
> = {
  "codegen/generator": {
    code: [],
    print: ["code"],
    output: [],
    package: ["output"],
    targets: ["code", "print"],
    project: ["output"],
    pipeline: "*",
  },
};

/** Lists the imports of other packages that have no arrow: `path:line imports specifier`. */
export function forbiddenImports(units: readonly SourceUnit[]): readonly string[] {
  return units.flatMap(({ path, packageFolder, tree }) => {
    const allowed = packageArrows[packageFolder];
    return importsOf(tree).flatMap(({ specifier, line }) => {
      const isForeign =
        workspaceName.test(specifier) && allowed !== undefined && !isAllowed(specifier, allowed);
      const target = resolveRelative(path, specifier);
      const leaves = target !== undefined && !target.startsWith(`${packageFolder}/`);
      return isForeign || leaves ? `${path}:${line} imports ${specifier}` : [];
    });
  });
}

function isAllowed(specifier: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const name = entry.endsWith("/*") ? entry.slice(0, -2) : undefined;
    return name === undefined
      ? specifier === entry
      : specifier === name || specifier.startsWith(`${name}/`);
  });
}

/** Lists the imports between folders of a package that have no arrow. */
export function forbiddenLayers(units: readonly SourceUnit[]): readonly string[] {
  return units.flatMap(({ path, packageFolder, tree }) => {
    const layers = layerArrows[packageFolder];
    const from = topFolder(path, packageFolder);
    if (layers === undefined || from === undefined) return [];
    const allowed = layers[from] ?? [];
    return importsOf(tree).flatMap(({ specifier, line }) => {
      const target = resolveRelative(path, specifier);
      const to = target === undefined ? undefined : topFolder(target, packageFolder);
      const isFine = to === undefined || to === from || allowed === "*" || allowed.includes(to);
      return isFine ? [] : `${path}:${line} imports ${specifier}`;
    });
  });
}

/** The folder below `src` that a file is in; nothing for one in `src` itself, or outside of it. */
export function topFolder(path: string, packageFolder: string): string | undefined {
  if (!path.startsWith(`${packageFolder}/src/`)) return undefined;
  const [first, ...rest] = path.slice(`${packageFolder}/src/`.length).split("/");
  return rest.length === 0 ? undefined : first;
}
