import { basename, dirname, resolve } from "node:path";
import type { Diagnostic } from "@tinsmith/smithy";
import type { GeneratedPackage, GeneratorContext, SiblingPackage } from "../generator.js";
import { modelAccess } from "../model-access.js";
import { planChanges } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { hashOf } from "../project/build-cache.js";
import { messages } from "../project/build-messages.js";
import type { GeneratorRun, PlannedTarget, ProjectionRun } from "./generator-run.js";
import { checkPaths, prepareOutput } from "./prepare-output.js";
import { keepPackage, restorePackage, seedTexts } from "./kept-package.js";
import type { PrintedTarget } from "./kept-package.js";
import type { FormattedManifest } from "./output-files.js";
import { compareVersions } from "./history.js";
import { printPackage } from "./print-package.js";
import { readInputs } from "./read-inputs.js";
import {
  keptRecordings,
  needsModules,
  noRecordings,
  readRecordings,
  recordCalls,
} from "./recordings.js";
import type { KeptRecordings } from "./recordings.js";
import type { PrintedPackage } from "./print-package.js";
import { artifactFiles } from "./artifacts.js";
import type { ResolvedArtifact, ResolvedRun } from "./resolve-targets.js";
import { planFiles } from "./output-files.js";
import { runPlugin } from "./run-plugin.js";
import { isTargetName } from "./target-registry.js";
import { timed, uncached } from "../project/timing.js";
import { pluginNameOf } from "../project/plugin-names.js";
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
  | {
      readonly changes: readonly Change[];
      readonly target: BuildTarget;
      readonly warnings?: readonly Diagnostic[];
    }
  | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Generates the code of one target, unless an earlier run did so from the same input. Other threads
 * then format its files while the next target is generated.
 */
export async function makeTarget(
  planned: PlannedTarget,
  run: GeneratorRun,
): Promise<{ readonly compared: Promise<MadeTarget> }> {
  const { target } = planned;
  const { cache, onTiming } = run.options;
  const fail = (error: unknown): MadeTarget => {
    const span = run.project.document?.spanOf(target.at, "key");
    return { diagnostics: [messages.targetFailed(target.key, describeFileError(error), { span })] };
  };
  try {
    const inputs = await inputsOf(planned, run);
    // The code of other generators, and of servers that are recorded, may have changed since.
    const isPure =
      isTargetName(target.generator.name) &&
      (inputs.recordings !== undefined || !needsModules(target, run.project));
    const disk = isPure ? cache.disk : undefined;
    const slot = `package ${run.project.configPath} ${run.projection.name} ${target.key}`;
    const key = hashOf(
      emitKey(planned, inputs, run),
      headerSource(run),
      JSON.stringify([...siblingsOf(planned, run)]),
    );
    const kept = disk?.read(slot);
    if (kept?.key === key) {
      onTiming?.({ stage: "emit", target: target.key, milliseconds: 0, cached: true });
      return {
        compared: compareTarget(planned, restorePackage(kept, cache), run).then(madeOf, fail),
      };
    }
    const generated = await emitTarget(planned, inputs, run);
    const diagnostics = checkPaths(target.key, generated);
    if (diagnostics.length > 0) return { compared: Promise.resolve({ diagnostics }) };
    if (kept !== undefined) seedTexts(kept, cache);
    const compared = printTarget(planned, generated, run).then(async (printed) => {
      const { folder, package: facts, warnings } = generated;
      const result = {
        generated: {
          ...(folder && { folder }),
          ...(facts && { package: facts }),
          ...(warnings && { warnings }),
        },
        printed,
      };
      const made = await compareTarget(planned, result, run);
      if ("target" in made) disk?.write(slot, keepPackage(key, result, made.manifest));
      return madeOf(made);
    });
    return { compared: compared.catch(fail) };
  } catch (error) {
    return { compared: Promise.resolve(fail(error)) };
  }
}

/** A target that was compared with the disk, with its manifest before and after formatting. */
type ComparedTarget = MadeTarget & { readonly manifest?: FormattedManifest | undefined };

const madeOf = (made: ComparedTarget): MadeTarget =>
  "diagnostics" in made
    ? made
    : { changes: made.changes, target: made.target, warnings: made.warnings ?? [] };

const headerSource = ({ project, options }: GeneratorRun): string =>
  options.config === undefined ? basename(project.configPath) : "the model";

function printTarget(
  { target }: PlannedTarget,
  generated: GeneratedPackage,
  run: GeneratorRun,
): Promise<PrintedPackage> {
  const { onTiming, cache } = run.options;
  return timed(onTiming, "print", target.key, async () => {
    const result = await printPackage(generated, headerSource(run), cache);
    return { result, cached: result.cached };
  });
}

async function compareTarget(
  { target }: PlannedTarget,
  { generated, printed }: PrintedTarget,
  { project, planned, options }: GeneratorRun,
): Promise<ComparedTarget> {
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
  const span = project.document?.spanOf(target.at, "key");
  return {
    changes: planChanges(output.tree),
    manifest: output.manifest,
    warnings: (generated.warnings ?? []).map((warning) =>
      messages.targetWarning(target.key, warning, { span }),
    ),
    target: {
      name: target.key,
      projection: target.projection,
      packageName: target.packageName,
      output: target.output,
      files: printed.files.length + printed.tests.length + printed.rootFiles.length,
    },
  };
}

function siblingsOf(
  { target }: PlannedTarget,
  { planned }: GeneratorRun,
): ReadonlyMap<string, SiblingPackage> {
  const suffix = target.key.slice(pluginNameOf(target.key).length);
  const siblings = planned.flatMap(({ target: other }) =>
    other.key === target.key || other.packageName === undefined
      ? []
      : [[other.key, { target: other.key, packageName: other.packageName }] as const],
  );
  // `client::a` finds `types::a` as its `types`.
  const paired = siblings.flatMap(([key, sibling]) => {
    const name = pluginNameOf(key);
    return suffix !== "" && key === name + suffix ? [[name, sibling] as const] : [];
  });
  return new Map([...siblings, ...paired]);
}

const pluginsOf = ({ projection }: GeneratorRun) =>
  Object.fromEntries(projection.plugins.map(({ key, value }) => [key, value]));

/** The files beside the model that a target reads. */
interface TargetInputs {
  readonly files: ReadonlyMap<string, string>;
  readonly recordings: KeptRecordings | undefined;
}

async function inputsOf({ target }: PlannedTarget, { project }: GeneratorRun) {
  const folder = dirname(project.configPath);
  const paths = target.generator.reads?.(target.options) ?? [];
  return {
    files: await readInputs(paths, folder),
    recordings: await keptRecordings(target, folder),
  };
}

/** The hash of everything that the code of a target depends on. */
function emitKey({ target, service }: PlannedTarget, inputs: TargetInputs, run: GeneratorRun) {
  const { modelHash, name } = run.projection;
  const { files, recordings } = inputs;
  const { protocols } = run.project.plugins;
  const configuration = [pluginsOf(run), protocols, [...files], recordings?.text];
  return hashOf(modelHash, name, service, target.key, JSON.stringify(configuration));
}

function emitTarget(
  one: PlannedTarget,
  inputs: TargetInputs,
  run: GeneratorRun,
): Promise<GeneratedPackage> {
  const { target } = one;
  const { onTiming, cache } = run.options;
  return timed(onTiming, "emit", target.key, () =>
    cache.packages.get(emitKey(one, inputs, run), async () => {
      const { recordings = noRecordings, warning } =
        inputs.recordings === undefined
          ? { recordings: await recordCalls(one, run) }
          : readRecordings(inputs.recordings, one.plan);
      const context: GeneratorContext<unknown> = {
        ...modelAccess(run.projection.model),
        options: target.options,
        packageName: target.packageName ?? target.key,
        siblings: siblingsOf(one, run),
        plugins: pluginsOf(run),
        files: inputs.files,
        recordings,
        history: compareVersions(
          target.generator.history?.(target.options) ?? [],
          inputs.files,
          run.projection.model,
        ),
      };
      const generated = await target.generator.generate(one.plan, context);
      return warning === undefined
        ? generated
        : { ...generated, warnings: [warning, ...(generated.warnings ?? [])] };
    }),
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
