import { basename } from "node:path";
import { sortDiagnostics } from "@tinsmith/smithy";
import type { Diagnostic, Model } from "@tinsmith/smithy";
import type { GeneratedPackage, GeneratorContext, SiblingPackage } from "../generator.js";
import { applyChanges } from "../output/apply-changes.js";
import { planChanges } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { planService } from "../plan/plan-service.js";
import type { ServicePlan } from "../plan/service-plan.js";
import { createBuildCache, endRun, hashOf } from "./build-cache.js";
import { hasErrors, messages, reasonOf } from "./build-messages.js";
import { chooseServices } from "./choose-services.js";
import type { ServiceChoice } from "./choose-services.js";
import { loadProject } from "./load-project.js";
import type { Project, ProjectOptions } from "./load-project.js";
import { checkPaths, prepareOutput } from "./prepare-output.js";
import { printPackage } from "./print-package.js";
import { resolveTargets } from "./resolve-targets.js";
import { timed, uncached } from "./timing.js";

export interface BuildOptions extends ProjectOptions {
  /** Write nothing, only say what would change. */
  readonly check?: boolean;
}

export interface BuildChange {
  readonly kind: "create" | "update" | "delete";
  /** Absolute. */
  readonly path: string;
}

export interface BuildTarget {
  /** The key in `plugins`. */
  readonly name: string;
  readonly packageName: string | undefined;
  /** Absolute. */
  readonly output: string;
  /** How many generated files it has. */
  readonly files: number;
}

export interface BuildResult {
  /** No diagnostic is an error, and with `check` nothing would change. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** What was written, or with `check` what would be, sorted by path. Empty after an error. */
  readonly changes: readonly BuildChange[];
  readonly targets: readonly BuildTarget[];
  readonly model: Model | undefined;
  /** Absolute. */
  readonly configPath: string;
  /** Files and folders whose edits ask for another build, absolute. */
  readonly inputs: readonly string[];
}

/**
 * Builds what a `smithy-build.json`, or a configuration without a file, asks for: read, load, plan, emit, print, write. Nothing is
 * written where anything is an error. Problems of the model, the configuration, a target or the
 * disk are diagnostics; it throws for none of them.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const cache = options.cache ?? createBuildCache();
  const project = await loadProject({ ...options, cache });
  const result = await buildProject(project, { ...options, cache });
  endRun(cache);
  return result;
}

type Prepared = BuildOptions & { readonly cache: NonNullable<BuildOptions["cache"]> };

async function buildProject(project: Project, options: Prepared): Promise<BuildResult> {
  const diagnostics = [...project.diagnostics];
  const { config, document, model, configPath, inputs } = project;
  const finish = (
    changes: readonly BuildChange[] = [],
    targets: readonly BuildTarget[] = [],
  ): BuildResult => ({
    ok: !hasErrors(diagnostics) && !(options.check === true && changes.length > 0),
    diagnostics: sortDiagnostics(diagnostics),
    changes,
    targets,
    model,
    configPath,
    inputs,
  });
  if (config === undefined || document === undefined) return finish();

  const resolved = await resolveTargets(config, document, configPath);
  diagnostics.push(...resolved.diagnostics);
  if (model === undefined || hasErrors(diagnostics)) return finish();
  const chosen = chooseServices(model, resolved.targets, document);
  diagnostics.push(...chosen.diagnostics);
  if (hasErrors(diagnostics)) return finish();

  const run = { project, options, model, choices: chosen.choices };
  const changes: Change[] = [];
  const targets: BuildTarget[] = [];
  for (const choice of chosen.choices) {
    const made = await makeTarget(choice, run);
    if ("diagnostics" in made) {
      diagnostics.push(...made.diagnostics);
      continue;
    }
    changes.push(...made.changes);
    targets.push(made.target);
  }
  if (hasErrors(diagnostics)) return finish();

  if (options.check !== true) {
    try {
      await timed(options.onTiming, "write", undefined, () => uncached(applyChanges(changes)));
    } catch (error) {
      diagnostics.push(messages.writeFailed(reasonOf(error)));
      return finish();
    }
  }
  return finish(sortChanges(changes), targets);
}

interface Run {
  readonly project: Project;
  readonly options: Prepared;
  readonly model: Model;
  readonly choices: readonly ServiceChoice[];
}

type MadeTarget =
  | { readonly changes: readonly Change[]; readonly target: BuildTarget }
  | { readonly diagnostics: readonly Diagnostic[] };

async function makeTarget(choice: ServiceChoice, run: Run): Promise<MadeTarget> {
  const { target } = choice;
  const { cache, onTiming } = run.options;
  try {
    const plan = await timed(onTiming, "plan", target.key, () =>
      cache.plans.get(hashOf(run.project.modelHash, choice.service), () =>
        planService(run.model, choice.service),
      ),
    );
    const generated = await emitTarget(choice, plan, run);
    const problems = checkPaths(target.key, generated);
    if (problems.length > 0) return { diagnostics: problems };
    const isFile = run.options.config === undefined;
    const source = isFile ? basename(run.project.configPath) : "the model";
    const printed = await timed(onTiming, "print", target.key, async () => {
      const result = await printPackage(generated, source, cache);
      return { result, cached: result.cached };
    });
    const siblings = new Set(run.choices.flatMap((other) => other.target.packageName ?? []));
    const { configPath } = run.project;
    const output = await prepareOutput(target, generated, printed, siblings, configPath);
    if ("diagnostics" in output) return output;
    return {
      changes: await planChanges(output.tree),
      target: {
        name: target.key,
        packageName: target.packageName,
        output: target.output,
        files: printed.files.length + printed.rootFiles.length,
      },
    };
  } catch (error) {
    const span = run.project.document?.spanOf(["plugins", target.key], "key");
    return { diagnostics: [messages.targetFailed(target.key, reasonOf(error), { span })] };
  }
}

async function emitTarget(
  { target, service }: ServiceChoice,
  plan: ServicePlan,
  { project, options, model, choices }: Run,
): Promise<GeneratedPackage> {
  const plugins = project.config?.plugins ?? {};
  const siblings = new Map<string, SiblingPackage>(
    choices.flatMap(({ target: other }) =>
      other.key === target.key || other.packageName === undefined
        ? []
        : [[other.key, { target: other.key, packageName: other.packageName }]],
    ),
  );
  const context: GeneratorContext<unknown> = {
    model,
    options: target.options,
    packageName: target.packageName ?? target.key,
    siblings,
    plugins: plugins,
  };
  const key = hashOf(project.modelHash, service, target.key, JSON.stringify(plugins));
  return timed(options.onTiming, "emit", target.key, () =>
    options.cache.packages.get(key, () => target.generator.generate(plan, context)),
  );
}

function sortChanges(changes: readonly Change[]): readonly BuildChange[] {
  return changes
    .map(({ kind, path }) => ({ kind, path }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
