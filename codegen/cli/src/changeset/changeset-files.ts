import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeRelease } from "@tinsmith/service/release";
import type { Bump } from "@tinsmith/service/release";

import { neededBump } from "./package-releases.js";
import type { PackageRelease } from "./package-releases.js";
import type { ReleasedPackage } from "./released-packages.js";

const ranks: Readonly<Record<Bump, number>> = { patch: 1, minor: 2, major: 3 };

/** Returns the changesets that releases need, by file name; one for each side of a service. */
export function changesetsFor(packages: readonly PackageRelease[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const release of new Set(packages.map((one) => one.release))) {
    for (const side of ["both", "client", "server", "docs"] as const) {
      const ofSide = packages.filter((one) => one.side === side && one.release === release);
      const lines = ofSide.flatMap((one) => {
        const bump = neededBump(one);
        return bump === undefined ? [] : [`${JSON.stringify(one.name)}: ${bump}`];
      });
      const [first] = ofSide;
      if (first === undefined || lines.length === 0) continue;
      const text = side === "docs" ? "The model changed.\n" : describeRelease(release, users(side));
      files.set(fileName(side, first, files), `---\n${lines.join("\n")}\n---\n\n${text}`);
    }
  }
  return files;
}

const stems = { both: "model", client: "client", server: "server", docs: "docs" } as const;

/** Returns a unique file name, which contains the projection and the service if necessary. */
function fileName(
  side: ReleasedPackage["side"],
  { projection, service = "" }: ReleasedPackage,
  taken: ReadonlyMap<string, string>,
): string {
  const further = [projection, service.replace(/^.*#/, ""), String(taken.size)];
  let name = `tinsmith-${stems[side]}`;
  for (const part of further) {
    if (!taken.has(`${name}.md`)) break;
    name += `-${part.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
  }
  return `${name}.md`;
}

/** Matches the file names that {@link changesetsFor} returns. */
const ownName = new RegExp(`^tinsmith-(?:${Object.values(stems).join("|")})(?:-[a-z0-9-]*)?\\.md$`);

const users = (side: "both" | "client" | "server") => (side === "both" ? undefined : side);

/** Finds the folder `.changeset` of a workspace, here or above. */
export function findChangesets(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, ".changeset");
    if (existsSync(join(candidate, "config.json"))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Returns the packages that changed and that no changeset covers with a sufficient bump. */
export async function uncoveredPackages(
  folder: string,
  packages: readonly PackageRelease[],
): Promise<readonly { readonly name: string; readonly bump: Bump }[]> {
  const planned = await plannedBumps(folder);
  return packages.flatMap((one) => {
    const bump = neededBump(one);
    const found = planned.get(one.name);
    const isCovered = bump === undefined || (found !== undefined && ranks[found] >= ranks[bump]);
    return isCovered ? [] : [{ name: one.name, bump }];
  });
}

/** The largest bump that the changesets of a folder state for each package. */
async function plannedBumps(folder: string): Promise<ReadonlyMap<string, Bump>> {
  const planned = new Map<string, Bump>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".md")) continue;
    const text = await readFile(join(folder, name), "utf8");
    const [, head = ""] = /^\uFEFF?---\r?\n([^]*?)\r?\n---/.exec(text) ?? [];
    for (const line of head.split(/\r?\n/)) {
      const match = /^\s*(["']?)(.+?)\1\s*:\s*(major|minor|patch)\s*$/.exec(line);
      const [, , packageName = "", bump] = match ?? [];
      const found = planned.get(packageName);
      if (!isBump(bump) || (found !== undefined && ranks[found] >= ranks[bump])) continue;
      planned.set(packageName, bump);
    }
  }
  return planned;
}

const isBump = (text: string | undefined): text is Bump => text !== undefined && text in ranks;

/**
 * Writes the changesets of a model, and removes changesets of an earlier run that are no longer
 * needed.
 */
export async function writeChangesets(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  for (const name of await readdir(folder)) {
    if (ownName.test(name) && !files.has(name)) await rm(join(folder, name));
  }
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return [...files.keys()];
}
