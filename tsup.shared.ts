import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "tsup";
import type { Options } from "tsup";

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
}

/**
 * Configures a library that every client installs, so its size matters: declarations are written
 * once, and only the ES modules are readable. The CommonJS files are minified, except for names:
 * errors print the names of classes.
 */
export function smallLibrary(
  entry: Record<string, string>,
  { esbuildPlugins = [], bundledTypes = [] }: SmallLibraryOptions = {},
) {
  reExportDeclarations(Object.keys(entry));
  return defineConfig(
    (["esm", "cjs"] as const).map((format) => ({
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
      esbuildOptions: (options) => {
        options.minifyWhitespace = format === "cjs";
        options.minifySyntax = format === "cjs";
      },
      esbuildPlugins,
      outExtension: () => ({ js: format === "cjs" ? ".cjs" : ".js" }),
    })),
  );
}
