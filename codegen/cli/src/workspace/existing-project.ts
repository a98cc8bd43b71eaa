import { existsSync } from "node:fs";
import { join } from "node:path";
import { isNodeObject } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import { readJson } from "../read-json.js";
import type { PackageManager } from "./package-manager.js";

/** A value of a `package.json`. */
export type Manifest = Readonly<Record<string, unknown>>;

/** The project in the folder of a new workspace. */
export interface ExistingProject {
  /** Its `package.json`; absent if there is none. */
  readonly manifest: Manifest | undefined;
  /** The package manager that it uses, if its files show which one. */
  readonly manager: PackageManager | undefined;
  /** Reports whether it has a file or folder. */
  has(path: string): boolean;
}

/** @throws Error if `package.json` is not a JSON object */
export function existingProject(root: string): ExistingProject {
  const has = (path: string): boolean => existsSync(join(root, path));
  const manifest = has("package.json") ? readManifest(join(root, "package.json")) : undefined;
  return { manifest, manager: managerOf(manifest, has), has };
}

function readManifest(path: string): Manifest {
  const value = readJson(path, path);
  if (isObject(value)) return value;
  throw new Error(`${path} is not a JSON object`);
}

function managerOf(
  manifest: Manifest | undefined,
  has: (path: string) => boolean,
): PackageManager | undefined {
  const stated = String(manifest?.["packageManager"] ?? "");
  if (stated.startsWith("pnpm@") || has("pnpm-lock.yaml") || has("pnpm-workspace.yaml")) {
    return "pnpm";
  }
  return stated.startsWith("npm@") || has("package-lock.json") ? "npm" : undefined;
}

/**
 * Merges the fields of a workspace into the `package.json` of a project. Existing settings take
 * precedence; the folders of workspaces are added to the existing ones.
 */
export function mergeManifest(existing: Manifest, added: Manifest): Manifest {
  const merged: Record<string, unknown> = { ...existing };
  for (const key of ["scripts", "devDependencies"]) {
    merged[key] = { ...objectOf(added[key]), ...objectOf(existing[key]) };
  }
  const { workspaces } = added;
  if (Array.isArray(workspaces)) merged["workspaces"] = withFolders(existing, workspaces);
  return merged;
}

function withFolders(existing: Manifest, folders: readonly unknown[]): unknown {
  const { workspaces } = existing;
  const union = (present: readonly unknown[]) =>
    present.includes("packages/*") ? present : [...new Set([...present, ...folders])];
  if (Array.isArray(workspaces)) return union(workspaces);
  const { packages } = objectOf(workspaces);
  if (!Array.isArray(packages)) return folders;
  return { ...objectOf(workspaces), packages: union(packages) };
}

/** Narrows a value that comes from JSON, or that becomes JSON. */
const isObject = (value: unknown): value is Manifest =>
  isNodeObject(value as NodeValue | undefined);

const objectOf = (value: unknown): Manifest => (isObject(value) ? value : {});

/** Returns the owner of the project as the configuration states it for generated packages. */
export function ownerOf(manifest: Manifest | undefined): Manifest {
  const names = ["license", "author", "homepage", "bugs", "repository"] as const;
  const owner = Object.fromEntries(
    names.flatMap((name) => {
      const value = manifest?.[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const { repository } = owner;
  return {
    // Nobody else may use the packages until the owner chooses a license.
    license: "UNLICENSED",
    ...owner,
    ...(isObject(repository) && {
      repository: {
        ...repository,
        directory: [repository["directory"], "model"]
          .filter((part) => part !== undefined)
          .join("/"),
      },
    }),
  };
}
