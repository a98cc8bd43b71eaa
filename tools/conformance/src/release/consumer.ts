import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { pnpm, publishedPackages, readManifest, run, workspaceRoot } from "../workspace.js";
import type { LocalRegistry } from "./registry.js";

export type PackageManager = "npm" | "pnpm";

/** An empty folder into which packages are installed from a registry. */
export interface Consumer {
  readonly folder: string;
  readonly manager: PackageManager;
  readonly registry: LocalRegistry;
}

export function makeConsumer(
  folder: string,
  manager: PackageManager,
  registry: LocalRegistry,
): Consumer {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  registry.use(folder);
  return { folder, manager, registry };
}

/** Installs packages in their newest versions, or in the versions of the specifiers. */
export function install(
  { folder, manager, registry }: Consumer,
  packages: readonly string[],
): void {
  if (manager === "pnpm") {
    pnpm(["add", ...packages], folder, registry.env);
    return;
  }
  run("npm", ["install", "--no-audit", "--no-fund", ...packages], folder, registry.env);
}

/** Updates all packages to the newest versions that the ranges in `package.json` allow. */
export function update({ folder, manager, registry }: Consumer): void {
  if (manager === "pnpm") pnpm(["update"], folder, registry.env);
  else run("npm", ["update", "--no-audit", "--no-fund"], folder, registry.env);
}

const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "esnext.disposable"],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  types: ["node"],
  outDir: "out",
};

/**
 * Type-checks a program as an ES module and as CommonJS. Throws if the check fails.
 *
 * @param options - compiler options in addition to those of a strict project
 */
export function compileProgram(
  { folder }: Consumer,
  program: string,
  options: Readonly<Record<string, unknown>> = {},
): void {
  copyFileSync(program, join(folder, "esm.mts"));
  copyFileSync(program, join(folder, "cjs.cts"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, ...options },
      files: ["esm.mts", "cjs.cts"],
    }),
  );
  run(process.execPath, ["node_modules/typescript/bin/tsc"], folder);
}

/** Runs the compiled program in both formats, and returns the output of each. */
export function runProgram({ folder }: Consumer): readonly string[] {
  return ["out/esm.mjs", "out/cjs.cjs"].map((file) => run(process.execPath, [file], folder));
}

/**
 * Matches entries that register matchers in a test framework. They can only be loaded in its tests.
 */
const forFrameworks = /\/matchers\/(?:jest|vitest)$/;

/**
 * Lists the entries of packages from their API reports. The reports are independent of the
 * `exports` in a manifest.
 */
export function promisedEntries(): readonly string[] {
  return publishedPackages()
    .map(({ folder }) => join(folder, "etc"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")),
    )
    .flatMap((report) =>
      Array.from(report.matchAll(/^- `([^`]+)` @\w+$/gm), ([, entry = ""]) => entry),
    )
    .filter((entry) => !forFrameworks.test(entry));
}

/** Lists the entries that cannot be imported or required. */
export function brokenEntries({ folder }: Consumer, entries: readonly string[]): readonly string[] {
  const program = `
    const { createRequire } = await import("node:module");
    const require = createRequire(process.cwd() + "/x.js");
    const broken = [];
    for (const entry of ${JSON.stringify(entries)}) {
      await import(entry).catch((error) => broken.push("import " + entry + ": " + error.message));
      try { require(entry); } catch (error) { broken.push("require " + entry + ": " + error.message); }
    }
    console.log(JSON.stringify(broken));`;
  return JSON.parse(run(process.execPath, ["--input-type=module", "-e", program], folder));
}

/** Returns the folders in which a package manager installed packages. */
export function installedFolders(
  { folder, manager }: Consumer,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const found = names.map((name) => {
    const direct = join(folder, "node_modules", name);
    if (manager === "npm" || existsSync(direct)) return [name, direct] as const;
    return [name, join(folder, "node_modules/.pnpm/node_modules", name)] as const;
  });
  return new Map(found);
}

/** Matches ranges that are valid only inside a workspace. */
const workspaceRange = /^(?:workspace|catalog|file|link):/;

/** Lists the differences between an installed package and its folder in the workspace. */
export function packageProblems(
  installed: string,
  source: string,
  version: string,
): readonly string[] {
  const manifest = readManifest(installed);
  const problems: string[] = [];
  if (manifest.version !== version) problems.push(`version ${manifest.version}, not ${version}`);
  for (const kind of ["dependencies", "peerDependencies"] as const) {
    for (const [name, range] of Object.entries(manifest[kind] ?? {})) {
      if (workspaceRange.test(range)) problems.push(`${kind}: ${name} ${range}`);
    }
  }
  // Skips the dependencies, because the package manager installed them into the folder.
  const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.startsWith("node_modules"),
  );
  for (const name of ["LICENSE", "README.md", "package.json"]) {
    if (!files.includes(name)) problems.push(`${name} is missing`);
  }
  const shown = relative(workspaceRoot, source);
  for (const file of files) {
    if (/(?:^|\/)(?:src|test|etc)(?:\/|$)|(?:tsconfig|\.config|\.test)\./.test(file)) {
      problems.push(`${file} of ${shown} is published`);
    }
  }
  return problems;
}
