import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly name: string;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Sums the file sizes, in bytes, of a package and of everything that is installed with it. Each
 * package counts once.
 */
export function installedSize(name: string): number {
  const folders = new Map<string, Manifest>();
  collect(name, fileURLToPath(new URL("..", import.meta.url)), folders);
  let bytes = 0;
  for (const [folder, manifest] of folders) bytes += packageSize(folder, manifest);
  return bytes;
}

function collect(name: string, from: string, folders: Map<string, Manifest>): void {
  const folder = findPackage(name, from);
  if (folders.has(folder)) return;
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  folders.set(folder, manifest);
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    collect(dependency, folder, folders);
  }
}

/** Finds a package as Node does: in the nearest `node_modules` folder, searching upwards. */
function findPackage(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}.`);
  }
}

/**
 * An installed package is counted in full. For a package in this workspace, only the published
 * files are counted.
 */
function packageSize(folder: string, { files }: Manifest): number {
  if (folder.includes("node_modules") || files === undefined) return folderSize(folder);
  const published = ["package.json", "README.md", "LICENSE", ...files];
  return published
    .map((file) => join(folder, file))
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + folderSize(path), 0);
}

function folderSize(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path)
    .filter((name) => name !== "node_modules")
    .reduce((sum, name) => sum + folderSize(join(path, name)), 0);
}
