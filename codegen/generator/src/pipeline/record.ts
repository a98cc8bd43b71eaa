import { dirname, join } from "node:path";
import type { Recordings, UnrecordedCall } from "@tinsmith/service";
import { sortDiagnostics } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";
import { applyChanges } from "../output/apply-changes.js";
import { readIfPresent } from "../output/changes.js";
import type { Change } from "../output/changes.js";
import { formatText } from "../print/print-file.js";
import { createBuildCache } from "../project/build-cache.js";
import { describeFileError } from "../output/file-error.js";
import { hasErrors, messages } from "../project/build-messages.js";
import { loadProject } from "../project/load-project.js";
import { projectionsOf } from "../project/projections.js";
import type { BuildChange, BuildOptions } from "./build.js";
import { chooseServices } from "./choose-services.js";
import type { PlannedTarget, ProjectionRun } from "./generator-run.js";
import { planTargets } from "./plan-targets.js";
import { recordCalls, recordingsFile } from "./recordings.js";
import { resolveTargets } from "./resolve-targets.js";

/** A written file of recordings. */
export interface RecordedFile {
  /** Absolute. */
  readonly path: string;
  readonly calls: number;
  readonly unrecorded: readonly UnrecordedCall[];
}

/** The result of {@link recordProject}. */
export interface RecordResult {
  /** True if no diagnostic is an error, and with `check` no file would change. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly RecordedFile[];
  readonly changes: readonly BuildChange[];
}

/**
 * Runs the examples of the services whose targets keep recordings, and writes the files. With
 * `check` it writes nothing.
 */
export async function recordProject(
  options: BuildOptions & Required<Pick<BuildOptions, "recorder">>,
): Promise<RecordResult> {
  const cache = options.cache ?? createBuildCache();
  const project = await loadProject({ ...options, cache });
  const diagnostics = [...project.diagnostics];
  const changes: Change[] = [];
  const files: RecordedFile[] = [];
  const { config, document, configPath } = project;
  if (config !== undefined && document !== undefined && !hasErrors(diagnostics)) {
    const resolved = await resolveTargets(projectionsOf(config, dirname(configPath)), {
      config,
      document,
      configPath,
      run: options.run !== false,
      workspace: undefined,
      modules: project.plugins.byKey,
    });
    diagnostics.push(...resolved.diagnostics);
    for (const projection of project.projections) {
      const own = resolved.targets.filter((target) => target.projection === projection.name);
      const chosen = chooseServices(projection.model, own, document);
      const run = { project, projection, options: { ...options, cache } };
      const { planned, ...reported } = await planTargets(run, chosen.choices);
      diagnostics.push(...chosen.diagnostics, ...reported.diagnostics);
      for (const target of planned) {
        const made = await recordTarget(target, run);
        if (made === undefined) continue;
        if ("diagnostic" in made) diagnostics.push(made.diagnostic);
        else {
          files.push(made.file);
          if (made.change) changes.push(made.change);
        }
      }
    }
    if (files.length === 0 && !hasErrors(diagnostics)) {
      diagnostics.push(messages.nothingToRecord({}));
    }
  }
  const failed = hasErrors(diagnostics);
  if (!failed && options.check !== true) await applyChanges(changes);
  return {
    ok: !failed && !(options.check === true && changes.length > 0),
    diagnostics: sortDiagnostics(diagnostics),
    files,
    changes: changes.map(({ kind, path }) => ({ kind, path })),
  };
}

type MadeFile =
  | { readonly file: RecordedFile; readonly change: Change | undefined }
  | { readonly diagnostic: Diagnostic };

async function recordTarget(
  planned: PlannedTarget,
  run: ProjectionRun,
): Promise<MadeFile | undefined> {
  const { target, plan } = planned;
  const file = target.generator.recordings?.(target.options).file;
  if (file === undefined) return undefined;
  try {
    const recordings: Recordings | undefined = await recordCalls(planned, run);
    if (recordings === undefined) return undefined;
    const path = join(dirname(run.project.configPath), file);
    const text = await formatText(path, recordingsFile(plan, recordings));
    const content = new TextEncoder().encode(text);
    const previous = readIfPresent(path);
    const kind = previous === undefined ? "create" : "update";
    const folder = dirname(path);
    return {
      file: { path, calls: recordings.calls.length, unrecorded: recordings.unrecorded },
      change:
        previous !== undefined && Buffer.compare(previous, content) === 0
          ? undefined
          : { kind, path, root: folder, folder, content, previous },
    };
  } catch (error) {
    const span = run.project.document?.spanOf(target.at, "key");
    return { diagnostic: messages.targetFailed(target.key, describeFileError(error), { span }) };
  }
}
