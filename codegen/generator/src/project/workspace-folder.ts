import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * Returns the folder in which a configuration may write. This is the surrounding repository or
 * workspace of npm, pnpm or Yarn, or else the surrounding package. Otherwise it is the parent of
 * the configuration's folder, or the working directory if the working directory contains that
 * parent.
 */
export function workspaceFolder(configPath: string, cwd: string = process.cwd()): string {
  const folder = dirname(configPath);
  const above = ancestors(folder);
  const around = dirname(folder);
  const found =
    above.find(isWorkspace) ??
    above.slice(1).find((each) => existsSync(join(each, "package.json")));
  if (found !== undefined) return found;
  const start = resolve(cwd);
  // Programs in containers often start in the root, which is not a workspace.
  return dirname(start) !== start && isInside(around, start) ? start : around;
}

/** Returns whether a path is a folder or below it, after symbolic links are resolved. */
export function isInside(path: string, folder: string): boolean {
  return isBelow(path, folder) && isBelow(realPath(path), realPath(folder));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** Follows the links of a path, whose end may not exist yet. */
function realPath(path: string): string {
  const existing = ancestors(path).find((each) => existsSync(each)) ?? path;
  return resolve(realpathSync(existing), relative(existing, path));
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function isWorkspace(folder: string): boolean {
  if ([".git", "pnpm-workspace.yaml"].some((name) => existsSync(join(folder, name)))) return true;
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null && "workspaces" in manifest;
  } catch {
    return false;
  }
}
