import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { GuideProgram } from "./guide-programs.js";

/** A folder in which programs import the generated packages, and those of the workspace. */
export interface ProgramFolder {
  readonly path: string;
  /** Returns the file of a module that programs import; `undefined` if it is not installed. */
  resolve(specifier: string): string | undefined;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Creates a folder for programs below the `node_modules` nearest to the configuration, so that the
 * programs can import the packages that are installed there.
 *
 * @param packages - the folders of the generated packages, by npm name
 */
export async function createProgramFolder(
  configFolder: string,
  packages: ReadonlyMap<string, string>,
): Promise<ProgramFolder> {
  const base = join(nearestModules(configFolder) ?? tmpdir(), ".cache/tinsmith");
  await mkdir(base, { recursive: true });
  // The compiler reports real paths.
  const path = await realpath(await mkdtemp(join(base, "verify-")));
  for (const [name, folder] of packages) {
    const link = join(path, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(folder, link, "junction");
  }
  await writeFile(join(path, "package.json"), JSON.stringify({ type: "module", private: true }));
  const require = createRequire(join(path, "package.json"));
  return {
    path,
    resolve: (specifier) => {
      try {
        return require.resolve(specifier);
      } catch {
        // Modules that only support `import`, or only contain types, are installed too.
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
        const folders = require.resolve.paths(name) ?? [];
        return folders
          .map((folder) => join(folder, name, "package.json"))
          .find((file) => existsSync(file));
      }
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** Writes the programs, with another endpoint than the documented one. */
export async function writePrograms(
  programs: readonly GuideProgram[],
  folder: ProgramFolder,
  endpoint: { readonly documented: string; readonly actual: string | undefined },
): Promise<void> {
  for (const { path, text } of programs) {
    const file = join(folder.path, path);
    await mkdir(dirname(file), { recursive: true });
    const { documented, actual = documented } = endpoint;
    await writeFile(file, text.replaceAll(documented, actual));
  }
}

function nearestModules(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return modules;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestModules(parent);
}
