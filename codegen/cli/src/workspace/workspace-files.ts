import { configName, defaultRanges } from "@tinsmith/codegen";

import { version } from "../version.js";
import { sampleModel, sampleTest } from "./sample-model.js";
import { workspaceReadme } from "./workspace-readme.js";

/** A file of a new workspace: its path from the root, with `/`, and its unformatted text. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
}

/** The targets that a new workspace generates, each into `packages/<target>`. */
export const workspaceTargets = ["types", "client", "mock-server", "docs"] as const;

/**
 * Returns the hand-written files of a workspace, from which its packages are generated.
 *
 * @param name - the name of the workspace, valid as an npm name; its packages are `@<name>/…`
 */
export function workspaceFiles(name: string): readonly WorkspaceFile[] {
  const scope = `@${name}`;
  return [
    { path: ".gitignore", text: "node_modules/\ndist/\n" },
    { path: "README.md", text: workspaceReadme(name, scope) },
    { path: `model/${configName}`, text: json(buildConfig(scope)) },
    { path: "model/main.smithy", text: sampleModel },
    { path: "package.json", text: json(packageJson(name, scope)) },
    { path: "pnpm-workspace.yaml", text: pnpmWorkspace },
    { path: "test/tasks.test.ts", text: sampleTest(scope) },
    { path: "tsconfig.json", text: json(tsconfig) },
  ];
}

/** Returns the name of a workspace for a folder: `My API` → `my-api`. */
export function workspaceName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name === "" ? "my-api" : name;
}

const buildConfig = (scope: string) => ({
  version: "1.0",
  sources: ["."],
  plugins: Object.fromEntries(
    workspaceTargets.map((target) => [
      target,
      { package: `${scope}/${target}`, output: `../packages/${target}` },
    ]),
  ),
});

const packageJson = (name: string, scope: string) => ({
  name,
  version: "0.0.0",
  private: true,
  type: "module",
  scripts: {
    generate: "tinsmith build",
    build: 'tinsmith build && pnpm --recursive --filter "./packages/*" run build',
    test: "pnpm run build && tsc --noEmit && vitest run",
  },
  devDependencies: {
    [`${scope}/client`]: "workspace:^",
    [`${scope}/mock-server`]: "workspace:^",
    "@types/node": defaultRanges["@types/node"],
    tinsmith: `^${version()}`,
    typescript: defaultRanges["typescript"],
    vitest: defaultRanges["vitest"],
  },
  engines: { node: ">=20.19" },
});

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
