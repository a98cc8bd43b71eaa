import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the corpora: next to the project's root, and not part of the project. */
export const corporaFolder = fileURLToPath(new URL("../../../../shared/corpora", import.meta.url));

export interface CorpusFile {
  readonly path: string;
  /** The path from the corpus folder, with forward slashes. */
  readonly name: string;
  /** The last segment of the path. */
  readonly base: string;
}

/**
 * Lists all files below a folder whose name ends in `ending`, sorted by name; empty if the folder
 * is absent.
 */
export function filesBelow(folder: string, ending: string): readonly CorpusFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path,
      name: relative(folder, path).replaceAll("\\", "/"),
      base: basename(path),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function readText(path: string): string {
  return readFileSync(path, "utf8");
}

/** Reads a file in the form that `loadModel` takes. */
export function source(path: string): { path: string; text: string } {
  return { path, text: readText(path) };
}
