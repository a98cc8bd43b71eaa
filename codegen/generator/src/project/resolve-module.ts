import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageOf } from "../package-of.js";

/** Matches a package name such as `@acme/common-model`, but no path. */
const packageName = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/;

/** Finds the folder of an installed npm package by Node's resolution, starting at a file. */
export async function packageFolder(name: string, from: string): Promise<string | undefined> {
  if (!packageName.test(name)) return undefined;
  for (const modules of createRequire(from).resolve.paths(name) ?? []) {
    const folder = join(modules, name);
    const found = await stat(join(folder, "package.json")).catch(() => undefined);
    if (found?.isFile()) return folder;
  }
  return undefined;
}

/** Finds the file of a module: a path relative to another file, or a specifier. */
export async function resolveModule(specifier: string, from: string): Promise<string | undefined> {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    // `require` does not resolve entries that a package exports only for `import`.
    return resolveImport(specifier, from);
  }
}

async function resolveImport(specifier: string, from: string): Promise<string | undefined> {
  const name = packageOf(specifier);
  const folder = await packageFolder(name, from);
  if (folder === undefined) return undefined;
  const manifest = await readManifest(folder);
  const path = `.${specifier.slice(name.length)}`;
  const exported = property(manifest, "exports");
  const entry = path === "." ? (property(exported, path) ?? exported) : property(exported, path);
  const target = targetOf(entry);
  return target === undefined ? undefined : join(folder, target);
}

/** Returns the version of an installed package. */
export async function installedVersion(name: string, from: string): Promise<string | undefined> {
  const folder = await packageFolder(name, from);
  if (folder === undefined) return undefined;
  const version = property(await readManifest(folder), "version");
  return typeof version === "string" ? version : undefined;
}

async function readManifest(folder: string): Promise<unknown> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return manifest;
  } catch {
    return undefined;
  }
}

/** Returns the file of an entry under the conditions of `import`. */
function targetOf(entry: unknown): string | undefined {
  if (typeof entry === "string") return entry;
  if (typeof entry !== "object" || entry === null) return undefined;
  for (const [condition, target] of Object.entries(entry)) {
    const found = ["node", "import", "default"].includes(condition) ? targetOf(target) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
