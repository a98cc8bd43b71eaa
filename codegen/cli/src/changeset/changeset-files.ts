import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bumpAtVersion, bumpOf, describeRelease } from "@tinsmith/service/release";
import type { Bump, Release } from "@tinsmith/service/release";

import type { ReleasedPackage } from "./released-packages.js";

const ranks: Readonly<Record<Bump, number>> = { patch: 1, minor: 2, major: 3 };

/** The changesets that a release needs, by file name; one for each side. */
export function changesetsFor(
  release: Release,
  packages: readonly ReleasedPackage[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const side of ["both", "client", "server", "docs"] as const) {
    const ofSide = packages.filter((one) => one.side === side);
    const lines = ofSide.flatMap((one) => {
      const bump = neededBump(release, one);
      return bump === undefined ? [] : [`${JSON.stringify(one.name)}: ${bump}`];
    });
    if (lines.length === 0) continue;
    const text = side === "docs" ? "The model changed.\n" : describeRelease(release, users(side));
    files.set(fileNames[side], `---\n${lines.join("\n")}\n---\n\n${text}`);
  }
  return files;
}

const fileNames = {
  both: "tinsmith-model.md",
  client: "tinsmith-client.md",
  server: "tinsmith-server.md",
  docs: "tinsmith-docs.md",
} as const;

const users = (side: "both" | "client" | "server") => (side === "both" ? undefined : side);

/** The bump of a package. A changed documentation site breaks nobody's code, so it is a patch. */
export function neededBump(release: Release, { side, version }: ReleasedPackage): Bump | undefined {
  const bump = bumpOf(release, side === "client" || side === "server" ? side : undefined);
  if (bump === undefined) return undefined;
  return side === "docs" ? "patch" : bumpAtVersion(bump, version);
}

/** Finds the folder `.changeset` of a workspace, here or above. */
export function findChangesets(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, ".changeset");
    if (existsSync(join(candidate, "config.json"))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The packages that a release changes and that no changeset covers with a sufficient bump. */
export async function uncoveredPackages(
  folder: string,
  release: Release,
  packages: readonly ReleasedPackage[],
): Promise<readonly { readonly name: string; readonly bump: Bump }[]> {
  const planned = await plannedBumps(folder);
  return packages.flatMap((one) => {
    const bump = neededBump(release, one);
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
    const [, head = ""] = /^---\r?\n([^]*?)\r?\n---/.exec(text) ?? [];
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

/** Writes the changesets of a model, and removes those of an earlier run that it no longer needs. */
export async function writeChangesets(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  for (const name of Object.values(fileNames)) {
    const text = files.get(name);
    if (text === undefined) await rm(join(folder, name), { force: true });
    else await writeFile(join(folder, name), text);
  }
  return [...files.keys()];
}
