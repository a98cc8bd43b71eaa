import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pnpm, publishedPackages } from "../workspace.js";

/** The packages that a program with the Metering client and its mock server needs. */
const packed = [
  "@marketplace-metering/client",
  "@marketplace-metering/mock-server",
  "@marketplace-metering/types",
  "@tinsmith/client-runtime",
  "@tinsmith/protocols",
  "@tinsmith/server-runtime",
  "@tinsmith/validation",
] as const;

/** Packs the packages into a folder. Returns the path of each tarball by the package's name. */
export function packPackages(folder: string): Readonly<Record<string, string>> {
  const tarballs: Record<string, string> = {};
  for (const { folder: cwd, manifest } of publishedPackages()) {
    if (!packed.some((name) => name === manifest.name)) continue;
    const tarball = join(folder, `${manifest.name.replace("@", "").replace("/", "-")}.tgz`);
    pnpm(["pack", "--out", tarball], cwd);
    tarballs[manifest.name] = `file:${tarball}`;
  }
  return tarballs;
}

/**
 * Creates a project and installs the packages and some packages of the registry, with the flat
 * `node_modules` of npm.
 */
export function installProject(
  folder: string,
  tarballs: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>>,
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: { ...tarballs, ...dependencies } }),
  );
  // The packages depend on each other by version, and these versions are not in a registry yet.
  const overrides = Object.entries(tarballs).map(([name, path]) => `  "${name}": "${path}"`);
  writeFileSync(
    join(folder, "pnpm-workspace.yaml"),
    ["packages: []", "nodeLinker: hoisted", "overrides:", ...overrides, ""].join("\n"),
  );
  pnpm(["install", "--prefer-offline", "--ignore-scripts"], folder);
}
