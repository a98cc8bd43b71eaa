import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the corpora. It is next to the root of the project, and not part of the project.
 */
export const corporaFolder = fileURLToPath(new URL("../../../../shared/corpora", import.meta.url));

export interface CorpusFile {
  readonly path: string;
  /** The path from the corpus folder, with forward slashes. */
  readonly name: string;
  /** The last segment of the path. */
  readonly base: string;
}

/**
 * Lists all files below a folder whose names end in `ending`, sorted by name. Empty if the folder
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

/** Reads a file in the form that `loadModel` accepts. */
export function source(path: string): { path: string; text: string } {
  return { path, text: readText(path) };
}
