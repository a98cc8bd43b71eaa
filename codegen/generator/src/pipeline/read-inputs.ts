import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { compareText } from "@tinsmith/smithy";

/**
 * Reads the files that a target needs besides the model, as text by their path from a folder. A
 * path that does not exist is left out.
 */
export async function readInputs(
  paths: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesBelow(posix.normalize(path), folder)) {
      files.set(file, await readFile(join(folder, file), "utf8"));
    }
  }
  return files;
}

async function filesBelow(path: string, folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(folder, path), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relativePath(path, entry.parentPath, entry.name, folder))
      .sort(compareText);
  } catch (error) {
    if (isFileError(error, "ENOTDIR")) return [path];
    if (isFileError(error, "ENOENT")) return [];
    throw error;
  }
}

function relativePath(path: string, parent: string, name: string, folder: string): string {
  const below = parent.slice(join(folder, path).length).split(/[\\/]/).filter(Boolean);
  return posix.join(path, ...below, name);
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
