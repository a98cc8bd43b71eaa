import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { formatText } from "@tinsmith/codegen";
import { publishedPackages, workspaceRoot } from "../workspace.js";

/** The command that updates the manifests. */
export const updateCommand = "pnpm manifests";

/** The part of the root `package.json` that every published package repeats. */
export interface RootFields {
  readonly author: string;
  readonly license: string;
  /** The address of the repository. It is written nowhere else. */
  readonly repository: { readonly type: "git"; readonly url: string };
}

export function rootFields(): RootFields {
  return JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8"));
}

/** Returns the address of the repository for browsers. */
export function webAddress({ repository }: RootFields): string {
  return repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
}

function addressesOf(root: RootFields) {
  const address = webAddress(root);
  return { homepage: `${address}#readme`, bugs: `${address}/issues` };
}

/** Returns the fields of a package in a folder. The path of the folder is relative to the root. */
export function fieldsOf(root: RootFields, folder: string): Readonly<Record<string, unknown>> {
  return {
    author: root.author,
    license: root.license,
    ...addressesOf(root),
    repository: { ...root.repository, directory: folder },
  };
}

/** Returns the files that `pnpm manifests` writes, with their contents, by path from the root. */
export async function expectedFiles(): Promise<ReadonlyMap<string, string>> {
  const root = rootFields();
  const files = new Map<string, string>();
  const add = async (path: string, fields: Readonly<Record<string, unknown>>, at?: string) => {
    const value = JSON.parse(readFileSync(join(workspaceRoot, path), "utf8"));
    const next = at === undefined ? { ...value, ...fields } : { ...value, [at]: fields };
    files.set(path, await formatText(path, `${JSON.stringify(next, null, 2)}\n`));
  };
  const license = readFileSync(join(workspaceRoot, "LICENSE"), "utf8");
  for (const { folder } of publishedPackages()) {
    const path = relative(workspaceRoot, folder).split(sep).join(posix.sep);
    files.set(`${path}/LICENSE`, license);
    await add(`${path}/package.json`, fieldsOf(root, path));
  }
  await add("package.json", addressesOf(root));
  // Generated packages get these fields from the configuration of their build.
  await add("model/smithy-build.json", fieldsOf(root, "model"), "npm");
  return files;
}

/** Lists the files whose contents differ from the expected contents. */
export async function staleFiles(): Promise<readonly string[]> {
  return [...(await expectedFiles())]
    .filter(([path, content]) => {
      const file = join(workspaceRoot, path);
      return !existsSync(file) || readFileSync(file, "utf8") !== content;
    })
    .map(([path]) => path);
}

/** Writes the files that differ and returns their paths. */
export async function updateFiles(): Promise<readonly string[]> {
  const stale = await staleFiles();
  const files = await expectedFiles();
  for (const path of stale) writeFileSync(join(workspaceRoot, path), files.get(path) ?? "");
  return stale;
}
