import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build } from "esbuild";
import type { Plugin } from "esbuild";

type AssetKind = "text" | "script";

const suffix = /\?(text|script)$/;

/** A file as text; as `script`, a browser script bundled with its imports and minified. */
export async function loadAsset(path: string, kind: AssetKind): Promise<string> {
  if (kind === "text") return readFile(path, "utf8");
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * Lets the build of this package import files as text, for the assets of the documentation target.
 */
export const assetsForEsbuild: Plugin = {
  name: "assets",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: suffix }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: "asset",
    }));
    onLoad({ filter: suffix, namespace: "asset" }, async ({ path }) => ({
      contents: await loadAsset(path.replace(suffix, ""), kindOf(path)),
      loader: "text",
    }));
  },
};

/** Lets the tests, which run the sources, import the same files as text. */
export const assetsForVite = {
  name: "assets",
  enforce: "pre" as const,
  resolveId(source: string, importer: string | undefined): string | undefined {
    if (!suffix.test(source) || importer === undefined) return undefined;
    const path = resolve(dirname(importer), source.replace(suffix, ""));
    // The id must not end like a style sheet: those are emptied in tests.
    return `\0${kindOf(source)}:${path}.asset`;
  },
  async load(id: string): Promise<string | undefined> {
    const [, kind, path] = /^\0(text|script):(.*)\.asset$/.exec(id) ?? [];
    if (kind === undefined || path === undefined) return undefined;
    const text = await loadAsset(path, kindOf(`?${kind}`));
    return `export default ${JSON.stringify(text)};`;
  },
};

function kindOf(path: string): AssetKind {
  return path.endsWith("?script") ? "script" : "text";
}
