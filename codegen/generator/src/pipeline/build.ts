import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { compareText, haveFailed, sortDiagnostics } from "@tinsmith/smithy";
import type { Diagnostic, Model } from "@tinsmith/smithy";
import { applyChanges } from "../output/apply-changes.js";
import type { Change } from "../output/changes.js";
import { sweepStagingFolders } from "../output/staging-folder.js";
import { createBuildCache, endRun } from "../project/build-cache.js";
import { checkSelection, selects } from "../project/build-selection.js";
import { messages } from "../project/build-messages.js";
import { loadProject } from "../project/load-project.js";
import type { Project, ProjectOptions } from "../project/load-project.js";
import { artifactTarget, makeTarget, runTarget } from "./make-target.js";
import type { PackageOptions } from "./generator-run.js";
import type { BuildTarget, MadeTarget } from "./make-target.js";
import { projectionsOf } from "../project/projections.js";
import { planProjection } from "./plan-projection.js";
import { resolveTargets } from "./resolve-targets.js";
import type { ResolvedPlugins } from "./resolve-targets.js";
import { timed, uncached } from "../project/timing.js";
import { workspaceFolder } from "../project/workspace-folder.js";
import { describeFileError } from "../output/file-error.js";

export interface BuildOptions extends ProjectOptions, PackageOptions {
  /** Reports what would change without writing. */
  readonly check?: boolean;
  /**
   * Allows outputs outside of the workspace of the configuration file: the surrounding repository,
   * or workspace of npm or pnpm. Default: false. Outputs of a configuration without a file may be
   * anywhere.
   */
  readonly allowOutside?: boolean;
}

export interface BuildChange {
  readonly kind: "create" | "update" | "delete";
  /** Absolute. */
  readonly path: string;
}

export interface BuildResult {
  /** True if no diagnostic is an error, and with `check` no file would change. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The written files, or with `check` the files that would be written, sorted by path. Empty after
   * an error.
   */
  readonly changes: readonly BuildChange[];
  readonly targets: readonly BuildTarget[];
  readonly model: Model | undefined;
  /** Absolute. */
  readonly configPath: string;
  /** The absolute paths of files and folders whose edits require another build. */
  readonly inputs: readonly string[];
}

/**
 * Builds the projections of a `smithy-build.json`, or of a configuration without a file, in order:
 * read, load, transform, plan, emit, print, write. After any error, nothing is written. Problems of
 * the model, the configuration, a target or the disk are diagnostics and never thrown.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const cache = options.cache ?? createBuildCache();
  const run = async (attempts: number): Promise<BuildResult> => {
    const project = await loadProject({ ...options, cache });
    const isLast = attempts === 1;
    const result = await buildProject(project, { ...options, cache }, isLast);
    return result === "stale" ? run(attempts - 1) : result;
  };
  const result = await run(mostAttempts);
  endRun(cache);
  cache.disk?.endRun();
  return result;
}

/** The number of times that a build starts again because its sources were edited meanwhile. */
const mostAttempts = 5;

type Prepared = BuildOptions & { readonly cache: NonNullable<BuildOptions["cache"]> };

/**
 * Builds a project. Returns `stale`, and writes nothing, if its sources were edited meanwhile.
 * Another build may already have written the result of the edit, and this build would undo it.
 */
async function buildProject(
  project: Project,
  options: Prepared,
  isLast: boolean,
): Promise<BuildResult | "stale"> {
  const diagnostics = [...project.diagnostics];
  const { config, document, configPath, inputs } = project;
  const finish = (
    changes: readonly BuildChange[] = [],
    targets: readonly BuildTarget[] = [],
  ): BuildResult => ({
    ok: !haveFailed(diagnostics) && !(options.check === true && changes.length > 0),
    diagnostics: sortDiagnostics(diagnostics),
    changes,
    targets,
    get model() {
      return project.model;
    },
    configPath,
    inputs,
  });
  if (config === undefined || document === undefined) return finish();

  const { only } = options;
  const configured = projectionsOf(config, dirname(configPath));
  diagnostics.push(...checkSelection(only, configured));
  const projections = project.projections.filter(({ name }) => selects(only, { projection: name }));
  const isBounded = options.config === undefined && options.allowOutside !== true;
  const resolved = await resolveTargets(configured, {
    config,
    document,
    configPath,
    run: options.run !== false,
    workspace: isBounded ? workspaceFolder(configPath, options.cwd) : undefined,
    modules: project.plugins.byKey,
  });
  diagnostics.push(...resolved.diagnostics);
  if (haveFailed(diagnostics)) return finish();

  if (options.check !== true) await sweep(resolved);
  const changes: Change[] = [];
  const targets: BuildTarget[] = [];
  const add = (made: MadeTarget) => {
    if ("diagnostics" in made) diagnostics.push(...made.diagnostics);
    else {
      changes.push(...made.changes);
      diagnostics.push(...(made.warnings ?? []));
      targets.push(made.target);
    }
  };
  for (const projection of projections) {
    const own = resolved.targets.filter((target) => target.projection === projection.name);
    const context = { project, options, projection };
    const { planned, ...reported } = await planProjection(context, own);
    diagnostics.push(...reported.diagnostics);
    const run = { ...context, planned };
    const made: Promise<MadeTarget>[] = [];
    // Each target is formatted and compared with the disk while the next one is generated.
    for (const one of planned) {
      if (selects(only, one.target)) made.push((await makeTarget(one, run)).compared);
    }
    for (const one of made) add(await one);
    for (const plugin of resolved.artifacts) {
      const isOwn = plugin.projection === projection.name;
      if (isOwn && selects(only, plugin)) add(await artifactTarget(plugin, run));
    }
  }
  // Programs may have side effects, so they only run if there are no errors.
  if (haveFailed(diagnostics)) return finish();
  const { guard = (work) => work() } = options;
  for (const plugin of resolved.runs.filter((each) => selects(only, each))) {
    const projection = projections.find(({ name }) => name === plugin.projection);
    if (projection) add(await guard(() => runTarget(plugin, { project, options, projection })));
  }
  if (haveFailed(diagnostics)) return finish();

  if (options.check !== true) {
    try {
      const isCurrent = () => (isLast ? Promise.resolve(true) : project.isCurrent());
      const { signal } = options;
      const isWritten = await timed(options.onTiming, "write", undefined, () =>
        uncached(guard(() => applyChanges(changes, { signal, isCurrent }))),
      );
      if (!isWritten) return "stale";
    } catch (error) {
      diagnostics.push(messages.writeFailed(describeFileError(error)));
      return finish();
    }
  }
  return finish(sortChanges(changes), targets);
}

/** Removes the leftovers of killed builds and of the programs that they ran. */
async function sweep({ targets, artifacts, runs }: ResolvedPlugins): Promise<void> {
  const folders = new Set([...targets, ...artifacts, ...runs].map(({ output }) => output));
  if (runs.length > 0) folders.add(tmpdir());
  for (const folder of folders) await sweepStagingFolders(folder);
}

function sortChanges(changes: readonly Change[]): readonly BuildChange[] {
  return changes
    .map(({ kind, path }) => ({ kind, path }))
    .sort((a, b) => compareText(a.path, b.path));
}
