import { copyFile, lstat, readdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isMissing } from "./changes.js";
import type { Change } from "./changes.js";
import { makeFolder } from "./make-folder.js";
import { makeStagingFolder } from "./staging-folder.js";

/** The number of files that are written concurrently. */
const atOnce = 16;

/**
 * Applies the changes. New content is staged first, in a folder of each output, so that a full disk
 * or a missing permission changes nothing; then each file is renamed into place. If a rename fails,
 * all changes are rolled back.
 *
 * @param signal - stops the staging, which leaves the old files unchanged; the short phase of
 *   renames is not stopped
 * @param isCurrent - reports, after the staging, whether the changes are still wanted
 * @returns false if nothing was changed because the changes are no longer wanted
 * @throws Error if a file cannot be written, or lies outside of its output folder
 */
export async function applyChanges(
  changes: readonly Change[],
  {
    signal,
    isCurrent,
  }: {
    readonly signal?: AbortSignal | undefined;
    readonly isCurrent?: () => Promise<boolean>;
  } = {},
): Promise<boolean> {
  const createdFolders: string[] = [];
  const stagings = new Map<string, string>();
  const done: Change[] = [];
  const make = async (folder: string) => {
    const created = await makeFolder(folder);
    if (created !== undefined) createdFolders.push(created);
  };
  try {
    const byFolder = new Map(changes.map((change) => [dirname(change.path), change]));
    for (const [folder, change] of byFolder) {
      await make(change.root);
      await checkInside(change);
      if (change.content !== undefined) await make(folder);
    }
    for (const { root } of changes) {
      if (!stagings.has(root)) stagings.set(root, await makeStagingFolder(root));
    }
    const staged = await stage(changes, stagings, signal);
    const isWanted = (await isCurrent?.()) !== false;
    for (const change of isWanted ? changes : []) {
      await applyOne(change, staged.get(change));
      done.push(change);
    }
  } catch (error) {
    for (const change of [...done].reverse()) await rollBack(change);
    for (const folder of stagings.values()) await rm(folder, { recursive: true, force: true });
    for (const folder of [...createdFolders].reverse()) await removeIfEmpty(folder);
    throw error;
  }
  for (const folder of stagings.values()) await rm(folder, { recursive: true, force: true });
  if (done.length < changes.length) {
    for (const folder of [...createdFolders].reverse()) await removeIfEmpty(folder);
    return false;
  }
  for (const change of changes) if (change.kind === "delete") await removeEmptyFolders(change);
  return true;
}

/** Writes the new content of changes to the staging folders of their outputs. */
async function stage(
  changes: readonly Change[],
  stagings: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Change, string>> {
  const staged = new Map<Change, string>();
  await inParallel(changes, async (change) => {
    signal?.throwIfAborted();
    if (change.content === undefined) return;
    const temporary = join(stagings.get(change.root) ?? change.root, String(staged.size));
    staged.set(change, temporary);
    await writeFile(temporary, change.content, { flag: "wx" });
  });
  signal?.throwIfAborted();
  return staged;
}

async function applyOne({ path }: Change, temporary: string | undefined): Promise<void> {
  // Another build may have removed the file already.
  if (temporary === undefined) return rm(path, { force: true });
  try {
    await rename(temporary, path);
  } catch (error) {
    // Another build may have removed the folder, as it was empty.
    if (isMissing(error)) {
      await makeFolder(dirname(path));
      await rename(temporary, path);
    } else if (error instanceof Error && "code" in error && error.code === "EXDEV") {
      // The folder is a mount, to which files can only be copied.
      await copyFile(temporary, path);
    } else throw error;
  }
}

/** Removes a folder and those below it, unless somebody put files there. */
async function removeIfEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory()) await removeIfEmpty(join(folder, entry.name));
  }
  await rmdir(folder).catch(() => undefined);
}

/**
 * Runs an action for many items with limited concurrency, and rejects only after all running
 * actions have ended.
 */
async function inParallel<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items].reverse();
  const work = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item);
  };
  const workers = Array.from({ length: atOnce }, work);
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

async function rollBack(change: Change): Promise<void> {
  if (change.previous === undefined) await rm(change.path, { force: true });
  else await writeFile(change.path, change.previous);
}

/** Verifies that no symbolic link in the path leads out of the output folder. */
async function checkInside(change: Change): Promise<void> {
  const root = await realpath(change.root);
  const folder = await realpath(await existingFolder(dirname(change.path)));
  if (folder !== root && !isInside(root, folder)) {
    throw new Error(`${change.path} is outside of ${change.root}; nothing was written`);
  }
}

/** Returns the folder itself or its nearest existing parent. */
async function existingFolder(path: string): Promise<string> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    if (!isMissing(error)) throw error;
    return existingFolder(dirname(path));
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== "" && !way.startsWith(`..${sep}`) && way !== ".." && !isAbsolute(way);
}

/** Removes folders that a delete left empty, below the folder of generated files. */
async function removeEmptyFolders(change: Change): Promise<void> {
  let folder = dirname(change.path);
  while (isInside(change.folder, folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
    folder = dirname(folder);
  }
}
