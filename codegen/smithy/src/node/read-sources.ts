import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../diagnostics/compare.js";
import type { SourceText } from "../source/source-file.js";

/** Folders that hold no models: dependencies, output, and what starts with a dot. */
const ignoredFolders: ReadonlySet<string> = new Set(["node_modules", "build", "dist"]);

/**
 * Reads model files. A path may be a file, which is read whatever its name, or a folder, whose
 * `*.smithy` files and JSON ASTs are read, those of its folders too. Sorted by path, each once.
 *
 * @throws what `node:fs` throws where a path does not exist or cannot be read.
 */
export async function readSources(paths: readonly string[]): Promise<readonly SourceText[]> {
  const sources = new Map<string, SourceText>();
  for (const path of paths) {
    const found = (await stat(path)).isDirectory() ? await readFolder(path) : [await read(path)];
    for (const source of found) sources.set(source.path, source);
  }
  return [...sources.values()].sort((a, b) => compareText(a.path, b.path));
}

async function read(path: string): Promise<SourceText> {
  const text = await readFile(path, "utf8");
  // A byte order mark is no part of the text.
  return { path, text: text.startsWith("\uFEFF") ? text.slice(1) : text };
}

async function readFolder(folder: string): Promise<readonly SourceText[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sources = await Promise.all(
    entries.map(async (entry): Promise<readonly SourceText[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const skip = entry.name.startsWith(".") || ignoredFolders.has(entry.name);
        return skip ? [] : readFolder(path);
      }
      if (entry.name.endsWith(".smithy")) return [await read(path)];
      if (!entry.name.endsWith(".json")) return [];
      // Other JSON files (package.json, smithy-build.json) stand beside models: only an AST says `smithy`.
      const source = await read(path);
      return isAst(source.text) ? [source] : [];
    }),
  );
  return sources.flat();
}

const isAst = (text: string): boolean => /^\s*\{[\s\S]*"smithy"\s*:\s*"/.test(text);
