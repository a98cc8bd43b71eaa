import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

const suffix = /\?(text|script)$/;

/** A file as text; with `?script`, a browser script bundled with its imports and minified. */
export async function loadAsset(path: string, kind: "text" | "script"): Promise<string> {
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

/** Lets the build of this package import files as text: what the documentation target writes out. */
export const assetsForEsbuild: Plugin = {
  name: "assets",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: suffix }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: "asset",
    }));
    onLoad({ filter: suffix, namespace: "asset" }, async ({ path }) => ({
      contents: await loadAsset(...splitKind(path)),
      loader: "text",
    }));
  },
};

/** The same for the tests, which run the sources. */
export const assetsForVite = {
  name: "assets",
  enforce: "pre" as const,
  resolveId(source: string, importer: string | undefined): string | undefined {
    if (!suffix.test(source) || importer === undefined) return undefined;
    return `\0asset:${resolve(dirname(importer), source)}`;
  },
  async load(id: string): Promise<string | undefined> {
    if (!id.startsWith("\0asset:")) return undefined;
    const text = await loadAsset(...splitKind(id.slice("\0asset:".length)));
    return `export default ${JSON.stringify(text)};`;
  },
};

function splitKind(path: string): [path: string, kind: "text" | "script"] {
  return [path.replace(suffix, ""), path.endsWith("?script") ? "script" : "text"];
}
