import { configName, defaultRanges } from "@tinsmith/codegen";

import { version } from "../version.js";
import { mergeManifest, ownerOf } from "./existing-project.js";
import type { ExistingProject, Manifest } from "./existing-project.js";
import { runScript } from "./package-manager.js";
import type { PackageManager } from "./package-manager.js";
import { changesetsConfig, firstChangeset, releaseScripts, workflow } from "./release-files.js";
import { sampleModel, sampleTest } from "./sample-model.js";
import { workspaceReadme } from "./workspace-readme.js";

/** A file of a new workspace: its path from the root, with `/`, and its unformatted text. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
}

/** The targets that a new workspace generates, each into `packages/<target>`. */
export const workspaceTargets = ["types", "client", "mock-server", "docs"] as const;

/** The circumstances of a new workspace. */
export interface WorkspaceOptions {
  /** The name of the workspace, valid as an npm name; its packages are `@<name>/…`. */
  readonly name: string;
  readonly manager: PackageManager;
  readonly project: ExistingProject;
}

/**
 * Returns the hand-written files of a workspace, from which its packages are generated. In an
 * existing project, these are the merged `package.json` and the files that the project lacks.
 */
export function workspaceFiles(options: WorkspaceOptions): readonly WorkspaceFile[] {
  const { name, manager, project } = options;
  const scope = `@${name}`;
  const needed: readonly WorkspaceFile[] = [
    { path: `model/${configName}`, text: json(buildConfig(scope, ownerOf(project.manifest))) },
    { path: "model/main.smithy", text: sampleModel },
    { path: "package.json", text: json(rootManifest(options, scope)) },
    { path: "test/tasks.test.ts", text: sampleTest(scope) },
  ];
  const packages = workspaceTargets.map((target) => `${scope}/${target}`);
  const others: readonly WorkspaceFile[] = [
    { path: ".gitignore", text: "node_modules/\ndist/\n" },
    { path: "README.md", text: workspaceReadme(name, scope, manager) },
    { path: "tsconfig.json", text: json(tsconfig) },
    ...(manager === "pnpm" ? [{ path: "pnpm-workspace.yaml", text: pnpmWorkspace }] : []),
    { path: ".changeset/config.json", text: json(changesetsConfig(scope)) },
    { path: `.changeset/first-release-of-${name}.md`, text: firstChangeset(packages) },
    {
      path: ".github/workflows/tinsmith.yml",
      text: workflow(manager, runScript[manager], scriptNames(project).test),
    },
  ];
  return [...needed, ...others.filter(({ path }) => !project.has(path))].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/**
 * The scripts of the workspace. In an existing project, other scripts may already have the short
 * names.
 */
export function scriptNames({ manifest }: ExistingProject) {
  const prefix = manifest === undefined ? "" : "api:";
  return { generate: `${prefix}generate`, build: `${prefix}build`, test: `${prefix}test` };
}

/** Returns the name of a workspace for a folder: `My API` → `my-api`. */
export function workspaceName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name === "" ? "my-api" : name;
}

const buildConfig = (scope: string, owner: Manifest) => ({
  version: "1.0",
  sources: ["."],
  npm: owner,
  plugins: Object.fromEntries(
    workspaceTargets.map((target) => [
      target,
      { package: `${scope}/${target}`, output: `../packages/${target}` },
    ]),
  ),
});

/** The command that builds the packages in the order of their dependencies. */
const buildPackages: Readonly<Record<PackageManager, string>> = {
  npm: "npm run build --workspaces --if-present",
  pnpm: 'pnpm --recursive --filter "./packages/*" run build',
};

function rootManifest({ name, manager, project }: WorkspaceOptions, scope: string): Manifest {
  const { manifest } = project;
  const names = scriptNames(project);
  const check = manifest === undefined || !project.has("tsconfig.json") ? "tsc --noEmit && " : "";
  const file = manifest === undefined ? "" : " test/tasks.test.ts";
  const added = {
    // npm builds workspaces in the listed order.
    ...(manager === "npm" && { workspaces: workspaceTargets.map((one) => `packages/${one}`) }),
    scripts: {
      [names.generate]: "tinsmith build",
      [names.build]: `tinsmith build && ${buildPackages[manager]}`,
      [names.test]: `${manager} run ${names.build} && ${check}vitest run${file}`,
      ...releaseScripts[manager](names.build),
    },
    devDependencies: {
      // npm links the packages of its workspaces regardless of their ranges.
      ...(manager === "pnpm" && {
        [`${scope}/client`]: "workspace:^",
        [`${scope}/mock-server`]: "workspace:^",
      }),
      "@changesets/cli": "^2.29.0",
      "@types/node": defaultRanges["@types/node"],
      tinsmith: `^${version()}`,
      typescript: defaultRanges["typescript"],
      vitest: defaultRanges["vitest"],
    },
  };
  if (manifest !== undefined) return mergeManifest(manifest, added);
  const { workspaces, scripts, devDependencies } = added;
  return {
    name,
    version: "0.0.0",
    private: true,
    type: "module",
    ...(workspaces !== undefined && { workspaces }),
    scripts,
    devDependencies,
    engines: { node: ">=20.19" },
  };
}

const pnpmWorkspace = `packages:
  - packages/*

# Scripts install first if node_modules is missing or out of date.
verifyDepsBeforeRun: install

# Packages that may run a build step at install.
allowBuilds:
  esbuild: true
`;

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "ESNext.Disposable"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["test"],
};

const json = (value: object): string => JSON.stringify(value, undefined, 2);
