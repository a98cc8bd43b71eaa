import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  build,
  configName,
  createBuildCache,
  isPackageName,
  loadProject,
  packageNameRule,
  planService,
  withNeededTargets,
} from "@tinsmith/codegen";
import type { BuildConfigInput } from "@tinsmith/codegen";
import { closest, isAtLeast } from "@tinsmith/smithy";
import type { Model, ShapeId } from "@tinsmith/smithy";

import { describeProblems, reportOutcome } from "../build-report.js";
import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { recorder } from "../recorder.js";
import { runtimeRanges } from "../runtime-ranges.js";
import { splitTargetsAndPaths } from "../targets-and-paths.js";
import type { Terminal } from "../terminal.js";

export interface GenerateOptions {
  readonly out: string;
  /** The id of the service, or its name if that is unique. */
  readonly service?: string;
  readonly packageName?: string;
  /** Modules of custom protocols, by path or by package. */
  readonly protocol?: readonly string[];
}

/**
 * Generates targets without a build file, from a configuration that the command line defines.
 *
 * @param words - targets, then paths
 * @throws Error if the command line is invalid
 */
export async function generate(
  words: readonly string[],
  options: GenerateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const start = performance.now();
  const { cwd } = terminal;
  const named = splitTargetsAndPaths(words, (path) => existsSync(resolve(cwd, path)));
  checkPackageName(options.packageName);
  if (statSync(resolve(cwd, options.out), { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Error(`--out ${options.out} is a file: name the folder to write to`);
  }
  const targets = await withNeededTargets(named.targets);
  const outputs = new Map(
    targets.map((target) => [target, targets.length > 1 ? join(options.out, target) : options.out]),
  );
  const config = (pluginOf: (target: string) => Record<string, string> = () => ({})) =>
    ({
      version: "1.0",
      sources: [...named.paths],
      plugins: {
        ...Object.fromEntries((options.protocol ?? []).map((module) => [module, {}])),
        ...Object.fromEntries(
          [...outputs].map(([target, output]) => [target, { output, ...pluginOf(target) }]),
        ),
      },
    }) satisfies BuildConfigInput;
  const project = {
    configPath: join(cwd, configName),
    cwd,
    cache: createBuildCache(),
    signal: terminal.stopped,
    guard: <Result>(work: () => Promise<Result>) => terminal.guard(work),
  };

  // Only the model determines the service, and thereby the names of the packages.
  const { model, diagnostics } = await loadProject({ ...project, config: config() });
  const isBroken = diagnostics.some(({ severity }) => isAtLeast(severity, "DANGER"));
  if (model === undefined || isBroken) {
    terminal.err(describeProblems(diagnostics, terminal));
    reportOutcome({ ok: false, diagnostics, changes: [], targets: [] }, 0, terminal);
    return exitCodes.failed;
  }
  const services = model.shapesOfType("service").map(({ id }) => id);
  if (services.length === 0) {
    const { red } = terminal.colors;
    terminal.err(
      `${red("error")}: The model has no service to generate from: define one in ${named.paths.join(", ")}, or name its file too\n`,
    );
    return exitCodes.failed;
  }
  const service = chooseService(services, options.service);
  const nameOf = packageNames(model, service, targets, options.packageName);
  const result = await build({
    ...project,
    dependencyRanges: runtimeRanges,
    recorder,
    config: config((target) => ({ service, package: nameOf(target) })),
  });
  terminal.err(describeProblems(result.diagnostics, terminal));
  const added = targets.filter((target) => !named.targets.includes(target));
  if (result.ok && added.length > 0) {
    terminal.note(`${added.join(", ")} is generated too: ${named.targets.join(", ")} imports it\n`);
  }
  reportOutcome(result, performance.now() - start, terminal);
  return result.ok ? exitCodes.ok : exitCodes.failed;
}

function chooseService(services: readonly ShapeId[], wanted: string | undefined): ShapeId {
  const [only] = services;
  if (wanted === undefined) {
    if (only !== undefined && services.length === 1) return only;
    throw new Error(
      `The model has ${services.length} services. Choose one with --service: ${services.join(", ")}`,
    );
  }
  const matching = services.filter((id) => id === wanted || id.endsWith(`#${wanted}`));
  const [found] = matching;
  if (found !== undefined && matching.length === 1) return found;
  if (matching.length > 1) {
    throw new Error(
      `The model has ${matching.length} services ${wanted}. Choose one with --service: ${matching.join(", ")}`,
    );
  }
  const near = closest(wanted, services) ?? (services.length === 1 ? only : undefined);
  const advice =
    near === undefined ? `Expected one of: ${services.join(", ")}` : `Did you mean ${near}?`;
  throw new Error(`The model has no service ${wanted}. ${advice}`);
}

/**
 * Returns the names of the packages: `weather-types`, or the given name, followed by the target if
 * there are several.
 */
function packageNames(
  model: Model,
  service: ShapeId,
  targets: readonly string[],
  given: string | undefined,
): (target: string) => string {
  if (given !== undefined && targets.length === 1) return () => given;
  const base = given ?? planService(model, service).names.file;
  return (target) => `${base}-${target}`;
}

function checkPackageName(name: string | undefined): void {
  if (name === undefined || isPackageName(name)) return;
  throw new Error(
    `--package-name ${JSON.stringify(name)} is not an npm package name. Expected ${packageNameRule}`,
  );
}
