import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the workspace. */
export const workspaceRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** The relevant part of a `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly keywords?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
  readonly module?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly alias?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Returns the published packages, sorted by name. */
export function publishedPackages(): readonly WorkspacePackage[] {
  const groups = ["codegen", "packages", "packages/runtime", "tools"].flatMap((group) =>
    readdirSync(join(workspaceRoot, group)).map((name) => join(workspaceRoot, group, name)),
  );
  return [join(workspaceRoot, "model"), ...groups]
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * Runs pnpm: the pnpm that runs this process, or else the version that the workspace requires.
 * Throws if it fails.
 */
export function pnpm(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  const running = process.env["npm_execpath"];
  const isPnpm = running !== undefined && /pnpm[^/\\]*$/.test(running);
  const { packageManager }: { packageManager: string } = JSON.parse(
    readFileSync(join(workspaceRoot, "package.json"), "utf8"),
  );
  const [command, first]: [string, string[]] = !isPnpm
    ? ["npx", ["-y", packageManager]]
    : /\.[cm]?js$/.test(running)
      ? [process.execPath, [running]]
      : [running, []];
  return run(command, [...first, ...args], cwd, env);
}

/** Runs a program to its end and returns its output. Throws with the output if it fails. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", NODE_NO_WARNINGS: "1", ...env },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(" ")} failed in ${cwd}\n${error?.message ?? ""}${stdout}${stderr}`,
    );
  return stdout;
}
