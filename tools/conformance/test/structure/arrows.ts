import { importsOf, resolveRelative } from "./imports.js";
import type { SourceUnit } from "./source-units.js";

/** Matches the names of the workspace's packages. */
const workspaceName = /^(?:@tinsmith\/|@marketplace-metering\/|tinsmith(?:$|\/))/;

/**
 * The entries of the workspace that the sources of each package may import, as the arrows in
 * ARCHITECTURE.md show. `name/*` means every entry of a package, including the root.
 */
export const packageArrows: Readonly<Record<string, readonly string[]>> = {
  "codegen/smithy": [],
  "codegen/service": ["@tinsmith/smithy", "@tinsmith/smithy/diff", "@tinsmith/smithy/traits"],
  "codegen/generator": [
    "@tinsmith/service",
    "@tinsmith/smithy",
    "@tinsmith/smithy/diff",
    "@tinsmith/smithy/node",
    "@tinsmith/smithy/traits",
  ],
  "codegen/cli": [
    "@tinsmith/codegen/*",
    // The command line passes the recorder to the generator, which does not import the recorder.
    "@tinsmith/recorder",
    "@tinsmith/service/release",
    "@tinsmith/smithy",
    "@tinsmith/smithy/diff",
    "@tinsmith/smithy/node",
    // The command line reads the versions of the runtimes for generated packages, but none of their
    // code.
    "@tinsmith/client-runtime/package.json",
    "@tinsmith/console/package.json",
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
  "packages/runtime/alloy": ["@tinsmith/protocols/*", "@tinsmith/validation"],
  "packages/runtime/dynamic-client": [
    "@tinsmith/client-runtime/*",
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/service",
    "@tinsmith/smithy/*",
    "@tinsmith/validation/*",
    "@tinsmith/values",
  ],
  "packages/runtime/recorder": [
    "@tinsmith/dynamic-client/*",
    "@tinsmith/protocols/*",
    "@tinsmith/schema/*",
    "@tinsmith/server-runtime/*",
    "@tinsmith/service",
    "@tinsmith/smithy",
    "@tinsmith/values",
  ],
  "packages/runtime/console": [
    "@tinsmith/dynamic-client/*",
    "@tinsmith/protocols/*",
    "@tinsmith/recorder/*",
    "@tinsmith/schema/*",
    "@tinsmith/server-runtime/*",
    "@tinsmith/service",
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

/** The folders of a package that each folder may import; `*` may import all. */
export const layerArrows: Readonly<
  Record<string, Readonly<Record<string, readonly string[] | "*">>>
> = {
  "codegen/generator": {
    code: [],
    print: ["code"],
    output: [],
    package: ["output"],
    targets: ["code", "print"],
    cache: [],
    project: ["output", "cache"],
    pipeline: "*",
  },
};

/** The built texts of commands, for Tinsmith's site. The command line is a program without entries. */
const textsOfCommands = "codegen/cli/dist/commands.ts";

/** Lists the imports of other packages without an arrow: `path:line imports specifier`. */
export function forbiddenImports(units: readonly SourceUnit[]): readonly string[] {
  return units.flatMap(({ path, packageFolder, tree }) => {
    const allowed = packageArrows[packageFolder];
    return importsOf(tree).flatMap(({ specifier, line }) => {
      const isForeign =
        workspaceName.test(specifier) && allowed !== undefined && !isAllowed(specifier, allowed);
      const target = resolveRelative(path, specifier);
      const leaves =
        target !== undefined &&
        !target.startsWith(`${packageFolder}/`) &&
        !(packageFolder === "tools/site" && target === textsOfCommands);
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

/** Lists the imports between folders of a package without an arrow. */
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

/**
 * Returns the folder below `src` that contains a file; `undefined` for a file in `src` itself or
 * outside.
 */
export function topFolder(path: string, packageFolder: string): string | undefined {
  if (!path.startsWith(`${packageFolder}/src/`)) return undefined;
  const [first, ...rest] = path.slice(`${packageFolder}/src/`.length).split("/");
  return rest.length === 0 ? undefined : first;
}
