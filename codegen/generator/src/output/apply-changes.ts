import { lstat, realpath, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep, isAbsolute } from "node:path";
import { isMissing } from "./changes.js";
import type { Change } from "./changes.js";
import { makeFolder } from "./make-folder.js";

/** The number of files that are written concurrently. */
const atOnce = 16;

/**
 * Applies the changes. New content is staged in temporary files first, so that a full disk or a
 * missing permission changes nothing; then each file is renamed into place. If a rename fails, all
 * changes are rolled back.
 *
 * @throws Error if a file cannot be written, or lies outside of its output folder
 */
export async function applyChanges(changes: readonly Change[]): Promise<void> {
  const createdFolders: string[] = [];
  const staged = new Map<Change, string>();
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
      await make(folder);
    }
    await inParallel(changes, async (change) => {
      if (change.content === undefined) return;
      const name = `.${basename(change.path)}.${process.pid}.tmp`;
      const temporary = join(dirname(change.path), name);
      staged.set(change, temporary);
      await writeFile(temporary, change.content);
    });
    for (const change of changes) {
      const temporary = staged.get(change);
      if (temporary === undefined) await unlink(change.path);
      else await rename(temporary, change.path);
      staged.delete(change);
      done.push(change);
    }
  } catch (error) {
    for (const temporary of staged.values()) await rm(temporary, { force: true });
    for (const change of [...done].reverse()) await rollBack(change);
    for (const folder of [...createdFolders].reverse()) await rm(folder, { recursive: true });
    throw error;
  }
  for (const change of changes) if (change.kind === "delete") await removeEmptyFolders(change);
}

/**
 * Runs an action for many items with limited concurrency, and fails only after all running ones
 * ended.
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
