import { basename, resolve } from "node:path";
import type { Diagnostic } from "@tinsmith/smithy";
import type { GeneratedPackage, GeneratorContext, SiblingPackage } from "../generator.js";
import { modelAccess } from "../model-access.js";
import { planChanges } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { hashOf } from "../project/build-cache.js";
import { messages } from "../project/build-messages.js";
import type { GeneratorRun, PlannedTarget, ProjectionRun } from "./generator-run.js";
import { checkPaths, prepareOutput } from "./prepare-output.js";
import { printPackage } from "./print-package.js";
import type { PrintedPackage } from "./print-package.js";
import { artifactFiles } from "./artifacts.js";
import type { ResolvedArtifact, ResolvedRun } from "./resolve-targets.js";
import { planFiles } from "./output-files.js";
import { runPlugin } from "./run-plugin.js";
import { timed, uncached } from "../project/timing.js";
import { describeFileError } from "../output/file-error.js";

export interface BuildTarget {
  /** The key in `plugins`. */
  readonly name: string;
  /** The projection of the target; `source` if the configuration has no others. */
  readonly projection: string;
  readonly packageName: string | undefined;
  /** Absolute. */
  readonly output: string;
  /** The number of generated files. */
  readonly files: number;
}

/** The changes of a target, or its errors. */
export type MadeTarget =
  | { readonly changes: readonly Change[]; readonly target: BuildTarget }
  | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Generates the code of one target. Other threads then format its files while the next target is
 * generated.
 */
export async function makeTarget(
  planned: PlannedTarget,
  run: GeneratorRun,
): Promise<{ readonly compared: Promise<MadeTarget> }> {
  const { target } = planned;
  const fail = (error: unknown): MadeTarget => {
    const span = run.project.document?.spanOf(target.at, "key");
    return { diagnostics: [messages.targetFailed(target.key, describeFileError(error), { span })] };
  };
  try {
    const generated = await emitTarget(planned, run);
    const diagnostics = checkPaths(target.key, generated);
    if (diagnostics.length > 0) return { compared: Promise.resolve({ diagnostics }) };
    const compared = printTarget(planned, generated, run).then((printed) =>
      compareTarget(planned, { generated, printed }, run),
    );
    return { compared: compared.catch(fail) };
  } catch (error) {
    return { compared: Promise.resolve(fail(error)) };
  }
}

interface PrintedTarget {
  readonly generated: GeneratedPackage;
  readonly printed: PrintedPackage;
}

function printTarget(
  { target }: PlannedTarget,
  generated: GeneratedPackage,
  { project, options }: GeneratorRun,
): Promise<PrintedPackage> {
  const source = options.config === undefined ? basename(project.configPath) : "the model";
  return timed(options.onTiming, "print", target.key, async () => {
    const result = await printPackage(generated, source, options.cache);
    return { result, cached: result.cached };
  });
}

async function compareTarget(
  { target }: PlannedTarget,
  { generated, printed }: PrintedTarget,
  { project, planned, options }: GeneratorRun,
): Promise<MadeTarget> {
  const siblings = new Map(
    planned.flatMap(({ target: { packageName, output } }) =>
      packageName === undefined ? [] : [[packageName, output] as const],
    ),
  );
  const output = await prepareOutput(target, generated, printed, {
    ranges: { ...project.plugins.ranges, ...options.dependencyRanges },
    siblings,
    configPath: project.configPath,
    owner: project.config?.npm ?? {},
    cache: options.cache,
  });
  if ("diagnostics" in output) return output;
  return {
    changes: planChanges(output.tree),
    target: {
      name: target.key,
      projection: target.projection,
      packageName: target.packageName,
      output: target.output,
      files: printed.files.length + printed.tests.length + printed.rootFiles.length,
    },
  };
}

async function emitTarget(
  { target, service, plan }: PlannedTarget,
  { project, projection, options, planned }: GeneratorRun,
): Promise<GeneratedPackage> {
  const { model, modelHash, name } = projection;
  const plugins = Object.fromEntries(projection.plugins.map(({ key, value }) => [key, value]));
  const siblings = new Map<string, SiblingPackage>(
    planned.flatMap(({ target: other }) =>
      other.key === target.key || other.packageName === undefined
        ? []
        : [[other.key, { target: other.key, packageName: other.packageName }]],
    ),
  );
  const context: GeneratorContext<unknown> = {
    ...modelAccess(model),
    options: target.options,
    packageName: target.packageName ?? target.key,
    siblings,
    plugins,
  };
  const key = hashOf(
    modelHash,
    name,
    service,
    target.key,
    JSON.stringify([plugins, project.plugins.protocols]),
  );
  return timed(options.onTiming, "emit", target.key, () =>
    options.cache.packages.get(key, () => target.generator.generate(plan, context)),
  );
}

/** Runs the program of a plugin `run` and compares its output with the disk. */
export async function runTarget(plugin: ResolvedRun, run: ProjectionRun): Promise<MadeTarget> {
  const { project, options, projection } = run;
  const { cwd = process.cwd(), env = process.env, onTiming } = options;
  const place = { span: project.document?.spanOf([...plugin.at, "command"]) };
  const { signal, cache } = options;
  const { model } = projection;
  const context = { model, cache, root: resolve(cwd), environment: env, place, signal };
  const made = await timed(onTiming, "emit", plugin.key, () =>
    uncached(runPlugin(plugin, context)),
  );
  if ("diagnostics" in made) return made;
  const { key, output } = plugin;
  const target = { name: key, projection: plugin.projection, packageName: undefined, output };
  return { changes: made.changes, target: { ...target, files: made.files } };
}

/** Creates a file from data of the build, and compares it with the disk. */
export async function artifactTarget(
  { key, artifact, output }: ResolvedArtifact,
  { project, options, projection }: ProjectionRun,
): Promise<MadeTarget> {
  const made = await timed(options.onTiming, "emit", key, () =>
    uncached(planFiles(key, output, artifactFiles(artifact, project, projection), options.cache)),
  );
  if ("diagnostics" in made) return made;
  const target = { name: key, projection: projection.name, packageName: undefined, output };
  return { changes: made.changes, target: { ...target, files: made.files } };
}
