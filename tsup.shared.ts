import { mkdirSync, writeFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

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
 * declarations are those of its CommonJS entries.
 */
export const handOnDeclarations = (entries: readonly string[]): void => {
  mkdirSync("dist", { recursive: true });
  for (const entry of entries) {
    writeFileSync(`dist/${entry}.d.ts`, `export * from "./${entry}.cjs";\n`);
  }
};
