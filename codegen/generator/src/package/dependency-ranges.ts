import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { defaultRanges } from "./default-ranges.js";

/**
 * Finds version ranges for dependencies whose target defines none. Packages of the same workspace
 * and of this run get `workspace:^` if the package manager supports it. All others get the range
 * from `ranges` or `defaultRanges`, and otherwise a range that allows any version, so that an
 * unpublished version cannot prevent the installation.
 *
 * @param output - the folder of the package
 * @param ranges - ranges by package name, which override those of `defaultRanges`
 * @param siblings - names of the packages that this run generates
 */
export async function findRanges(
  names: readonly string[],
  output: string,
  ranges: Readonly<Record<string, string>>,
  siblings: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const workspace = names.length === 0 ? undefined : await findWorkspace(output);
  return new Map(
    names.map((name) => {
      const isLocal = siblings.has(name) || workspace?.versions.has(name) === true;
      if (isLocal && workspace?.hasProtocol === true) return [name, "workspace:^"];
      const version = workspace?.versions.get(name) ?? (siblings.has(name) ? "0.0.0" : undefined);
      const known = ranges[name] ?? defaultRanges[name];
      return [name, known ?? (version === undefined ? "*" : `^${version}`)];
    }),
  );
}

interface Workspace {
  /** True if the package manager supports `workspace:^`. */
  readonly hasProtocol: boolean;
  readonly versions: ReadonlyMap<string, string>;
}

async function findWorkspace(output: string): Promise<Workspace | undefined> {
  // This import is slow, so only a run that adds a dependency loads it.
  const { getPackages } = await import("@manypkg/get-packages");
  try {
    const { tool, packages } = await getPackages(await existingFolder(output));
    return {
      hasProtocol: tool.type === "pnpm" || tool.type === "yarn",
      versions: new Map(
        packages.map(({ packageJson: { name, version } }) => [name, version] as const),
      ),
    };
  } catch {
    return undefined;
  }
}

async function existingFolder(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch {
    const parent = dirname(path);
    return parent === path ? path : existingFolder(parent);
  }
}
