import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A JavaScript runtime that can be installed with npm. */
export interface Runtime {
  readonly name: string;
  /** The npm package that contains the runtime. */
  readonly dependency: readonly [name: string, range: string];
  /** Finds the program below the project, for the machine's platform. */
  readonly findProgram: (project: string) => string | undefined;
  /** The arguments before the path of a program. */
  readonly args: readonly string[];
}

/** Returns a major version of Node. npm has one package for each platform. */
const node = (major: number): Runtime => ({
  name: `Node ${major}`,
  dependency: [`node-${major}`, `npm:node-${process.platform}-${process.arch}@${major}`],
  findProgram: (project) => existing(join(project, "node_modules", `node-${major}`, "bin/node")),
  args: [],
});

export const bun: Runtime = {
  name: "Bun",
  dependency: ["bun", "^1.2.0"],
  findProgram: (project) => programOf(project, "@oven", "bin/bun"),
  args: [],
};

export const deno: Runtime = {
  name: "Deno",
  dependency: ["deno", "^2.2.0"],
  findProgram: (project) => programOf(project, "@deno", "deno"),
  args: ["run", "--allow-all", "--quiet"],
};

export const workerd: Runtime = {
  name: "workerd",
  dependency: ["workerd", "^1.20250101.0"],
  findProgram: (project) => programOf(project, "@cloudflare", "bin/workerd"),
  args: [],
};

/** The runtimes that run the program of the test, in addition to the runtime of the test itself. */
export const processRuntimes: readonly Runtime[] = [node(20), node(22), node(24), bun, deno];

/** Returns the version of a runtime, as its program prints it. */
export function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return /\d+[\d.-]*/.exec(stdout)?.[0] ?? "unknown";
}

/** Finds the program in the package for this platform. npm installs at most one such package. */
function programOf(project: string, scope: string, path: string): string | undefined {
  const folder = join(project, "node_modules", scope);
  if (!existsSync(folder)) return undefined;
  const paths = readdirSync(folder).map((name) => join(folder, name, path));
  return paths.find((program) => existsSync(program) && versionOf(program) !== "unknown");
}

const existing = (path: string): string | undefined => (existsSync(path) ? path : undefined);
