import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "tsup";
import type { Options } from "tsup";

/** The build of every library here: ESM, CommonJS and declarations for both, from the given entry files. */
export const library = (
  entry: string[] | Record<string, string>,
  options: Pick<Options, "loader" | "esbuildPlugins" | "external" | "noExternal" | "treeshake"> & {
    platform?: "node" | "neutral" | "browser";
  } = {},
) =>
  defineConfig({
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

/**
 * Declarations for ES modules that hand on those for CommonJS, so that a package has them once: for a build whose
 * declarations are those of its CommonJS entries. It also empties `dist`: several builds share the folder, so none of
 * them can, and shared files of earlier builds, whose names have a hash, would be published.
 */
export const handOnDeclarations = (entries: readonly string[]): void => {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist", { recursive: true });
  for (const entry of entries) {
    writeFileSync(`dist/${entry}.d.ts`, `export * from "./${entry}.cjs";\n`);
  }
};

/** Every module directly below `src`, as an entry of the package. */
export const modulesOfSource = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync("src")
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [basename(file, ".ts"), `src/${file}`]),
  );

interface SmallLibraryOptions {
  readonly esbuildPlugins?: NonNullable<Options["esbuildPlugins"]>;
  /** Packages that are no dependencies: the declarations carry what they use of theirs. */
  readonly carriedTypes?: readonly string[];
}

/**
 * The build of a library that comes with every client, for which size counts: declarations are there once, and CommonJS
 * is what the ES modules say once more, without what makes those readable. Names of classes stay: errors show them.
 */
export const smallLibrary = (
  entry: Record<string, string>,
  { esbuildPlugins = [], carriedTypes = [] }: SmallLibraryOptions = {},
) => {
  handOnDeclarations(Object.keys(entry));
  return defineConfig(
    (["esm", "cjs"] as const).map((format) => ({
      entry,
      format: [format],
      ...(format === "cjs" && { dts: { resolve: [...carriedTypes] } }),
      target: "es2022",
      platform: "neutral",
      splitting: true,
      // It also turns into CommonJS what was minified; what does so otherwise reads classes wrongly then.
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
};
