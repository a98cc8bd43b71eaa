import { lstatSync, mkdirSync } from "node:fs";
import type { Stats } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Returns the folder for results that last between runs: `node_modules/.cache/tinsmith` of the
 * nearest folder with `node_modules`, at most `workspace`. Creates it if needed. Returns
 * `undefined` if there is no such folder, or if other users can write to it.
 */
export function cacheFolder(configPath: string, workspace: string): string | undefined {
  const modules = nearestModules(dirname(configPath), workspace);
  if (modules === undefined) return undefined;
  const outer = join(modules, ".cache");
  const folder = join(outer, "tinsmith");
  try {
    for (const each of [outer, folder]) {
      if (lstatSync(each, { throwIfNoEntry: false }) === undefined) makePrivate(each);
      if (!isDirectory(each)) return undefined;
    }
    return isPrivate(lstatSync(folder)) ? folder : undefined;
  } catch {
    // A read-only or full disk: a build works without the cache.
    return undefined;
  }
}

/** Reports whether only this user can write to a file or folder. Windows has no such modes. */
export function isPrivate({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function nearestModules(folder: string, workspace: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (isDirectory(modules)) return modules;
  const parent = dirname(folder);
  return folder === workspace || parent === folder ? undefined : nearestModules(parent, workspace);
}

/** Reports whether a path is a folder. Links do not count, because they may lead anywhere. */
const isDirectory = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Creates a folder that only this user can access. Another build may create it at the same time.
 */
const makePrivate = (folder: string) => mkdirSync(folder, { recursive: true, mode: 0o700 });
