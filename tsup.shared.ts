import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { compact, mustMatch } from "./tsup.plugins.js";
import type { EsbuildPlugin } from "./tsup.plugins.js";

/** Configures a library: ES modules, CommonJS and declarations for both, from the given entries. */
export function library(
  entry: string[] | Record<string, string>,
  options: Pick<Options, "loader" | "esbuildPlugins" | "external" | "noExternal" | "treeshake"> & {
    platform?: "node" | "neutral" | "browser";
  } = {},
) {
  return defineConfig({
    entry,
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    target: "es2022",
    platform: options.platform ?? "node",
    splitting: true,
    removeNodeProtocol: false,
    ...(options.external && { external: options.external }),
    ...(options.noExternal && { noExternal: options.noExternal }),
    ...(options.treeshake !== undefined && { treeshake: options.treeshake }),
    ...(options.loader && { loader: options.loader }),
    ...(options.esbuildPlugins && { esbuildPlugins: options.esbuildPlugins }),
    outExtension: ({ format }) => ({ js: format === "cjs" ? ".cjs" : ".js" }),
  });
}

/**
 * Writes the declarations of the ES modules as re-exports of the CommonJS declarations, so that a
 * package contains each declaration once. Also empties `dist`, because builds that share the folder
 * cannot: otherwise hashed chunks of earlier builds would be published.
 */
export function reExportDeclarations(entries: readonly string[]): void {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist", { recursive: true });
  for (const entry of entries) {
    writeFileSync(`dist/${entry}.d.ts`, `export * from "./${entry}.cjs";\n`);
  }
}

/** Returns an entry for every module directly below `src`. */
export function sourceEntries(): Record<string, string> {
  return Object.fromEntries(
    readdirSync("src")
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [basename(file, ".ts"), `src/${file}`]),
  );
}

interface SmallLibraryOptions {
  readonly esbuildPlugins?: NonNullable<Options["esbuildPlugins"]>;
  /** Packages that are not dependencies: their types are bundled into the declarations. */
  readonly bundledTypes?: readonly string[];
  /**
   * Entries whose files other entries import, by the module that they import. A common chunk would
   * be one more file to load.
   */
  readonly importedEntries?: Readonly<Record<string, RegExp>>;
}

/** Imports the built file of an entry instead of bundling a module that the entry re-exports. */
function importEntry(entry: string, module: RegExp, extension: string): EsbuildPlugin {
  return mustMatch({
    name: `import-${entry}`,
    setup: (build) =>
      build.onResolve({ filter: module }, ({ importer }) =>
        basename(importer, ".ts") === entry && dirname(importer).endsWith("src")
          ? undefined
          : { path: `./${entry}${extension}`, external: true, sideEffects: false },
      ),
  });
}

/**
 * Configures a library that every client installs. Its size matters, so the declarations are
 * written once and the files are minified. Names are not minified, because stack traces and errors
 * print them.
 */
export function smallLibrary(
  entry: Record<string, string>,
  { esbuildPlugins = [], bundledTypes = [], importedEntries = {} }: SmallLibraryOptions = {},
) {
  reExportDeclarations(Object.keys(entry));
  return defineConfig(
    (["esm", "cjs"] as const).map((format) => {
      const extension = format === "cjs" ? ".cjs" : ".js";
      return {
        entry,
        format: [format],
        ...(format === "cjs" && { dts: { resolve: [...bundledTypes] } }),
        target: "es2022",
        platform: "neutral",
        splitting: true,
        // With `treeshake`, Rollup converts the minified code to CommonJS. The default converter
        // misreads minified classes.
        treeshake: true,
        removeNodeProtocol: false,
        esbuildPlugins: [
          ...esbuildPlugins,
          compact,
          ...Object.entries(importedEntries).map(([name, module]) =>
            importEntry(name, module, extension),
          ),
        ],
        outExtension: () => ({ js: extension }),
      };
    }),
  );
}
