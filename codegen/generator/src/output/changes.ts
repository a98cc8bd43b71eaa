import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestName, readManifest } from "./manifest.js";
import { testFolder, toBytes } from "./output-tree.js";
import type { OutputFile, OutputTree } from "./output-tree.js";

/** A difference between the output of a run and the disk. */
export interface Change {
  readonly kind: "create" | "update" | "delete";
  /** Absolute. */
  readonly path: string;
  /** The output folder that the path is in, and must stay in. */
  readonly root: string;
  /** The folder of generated files, in which empty folders are removed after a delete. */
  readonly folder: string;
  /** The new content; `undefined` for a delete. */
  readonly content: Uint8Array | undefined;
  /** The current content; `undefined` if the file does not exist. */
  readonly previous: Uint8Array | undefined;
}

/**
 * Compares a tree with the disk. Files with equal content are unchanged; files that the manifest
 * lists and the tree lacks are deleted; other files are ignored.
 */
export function planChanges(tree: OutputTree): readonly Change[] {
  const folder = join(tree.root, tree.folder);
  const manifestPath = join(folder, manifestName);
  const manifestBytes = readIfPresent(manifestPath);
  const manifest = readManifest(manifestBytes && new TextDecoder().decode(manifestBytes));
  const tests = join(tree.root, testFolder);

  const base = { root: tree.root, folder };
  const desired = [
    ...tree.files.map((file) => ({ path: join(folder, file.path), content: toBytes(file) })),
    ...tree.tests.map((file) => ({ path: join(tests, file.path), content: toBytes(file) })),
    ...tree.kept.map((file) => ({ path: join(tree.root, file.path), content: toBytes(file) })),
    ...(tree.manifest === undefined
      ? []
      : [{ path: manifestPath, content: new TextEncoder().encode(tree.manifest) }]),
  ];
  const changes = [
    ...desired.map(({ path, content }): Change | undefined => {
      const previous = path === manifestPath ? manifestBytes : readIfPresent(path);
      if (previous !== undefined && Buffer.compare(previous, content) === 0) return undefined;
      return { ...base, kind: previous ? "update" : "create", path, content, previous };
    }),
    ...tree.starters.map((file): Change | undefined => {
      const path = join(tree.root, file.path);
      const previous = readIfPresent(path);
      if (previous !== undefined) return undefined;
      return { ...base, kind: "create", path, content: toBytes(file), previous };
    }),
    ...[
      ...stalePaths(manifest.files, tree.files).map((path) => ({ folder, path })),
      ...stalePaths(manifest.tests, tree.tests).map((path) => ({ folder: tests, path })),
    ].map((stale): Change | undefined => {
      const path = join(stale.folder, stale.path);
      const previous = readIfPresent(path);
      if (previous === undefined) return undefined;
      return {
        root: tree.root,
        folder: stale.folder,
        kind: "delete",
        path,
        content: undefined,
        previous,
      };
    }),
  ];
  return changes.filter((change) => change !== undefined);
}

/** Returns the files that an earlier run wrote and this one does not. */
function stalePaths(earlier: readonly string[], files: readonly OutputFile[]): readonly string[] {
  const written = new Set(files.map((file) => file.path));
  return earlier.filter((path) => !written.has(path));
}

/**
 * Returns the content of a file, or `undefined` if it does not exist. Output files are small and
 * usually cached by the system, so reading them synchronously is several times faster.
 */
export function readIfPresent(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "ENOTDIR")
  );
}
