import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { defaultRanges } from "./default-ranges.js";

/**
 * Finds ranges for dependencies that their target leaves open. Packages of the same workspace, and
 * those that this run generates, are `workspace:^` where the package manager knows that form.
 * Everything else has the range that the caller names, or one of `defaultRanges`. Without either,
 * any version will do: a range that names none is better than one that no release matches.
 *
 * @param output - the folder of the package
 * @param ranges - ranges by package name, over those of `defaultRanges`
 * @param siblings - names of the packages which this run generates
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
  /** Whether the package manager reads `workspace:^`. */
  readonly hasProtocol: boolean;
  readonly versions: ReadonlyMap<string, string>;
}

async function findWorkspace(output: string): Promise<Workspace | undefined> {
  // Only a run that adds a dependency pays for loading this.
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
