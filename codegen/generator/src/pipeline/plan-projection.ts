import { haveFailed } from "@tinsmith/smithy";
import { planService } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import type { Diagnostic, SourceText } from "@tinsmith/smithy";
import { restoreDiagnostics, storeDiagnostics } from "../cache/stored-diagnostics.js";
import type { StoredDiagnostics } from "../cache/stored-diagnostics.js";
import { hashOf } from "../project/build-cache.js";
import { sourceProjection } from "../project/projections.js";
import { chooseServices } from "./choose-services.js";
import type { PlannedTarget, ProjectionRun } from "./generator-run.js";
import { planTargets, unusedShapes } from "./plan-targets.js";
import type { ResolvedTarget } from "./resolve-targets.js";

interface Planning {
  readonly planned: readonly PlannedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The result of planning in an earlier run, without the plans. */
interface StoredPlanning {
  /** The keys of the targets with their services. */
  readonly planned: readonly (readonly [key: string, service: string])[];
  readonly diagnostics: StoredDiagnostics;
}

/**
 * Chooses the service of each target of a projection, and plans it. If an earlier run did so for
 * the same model and configuration, a plan is made on first use.
 */
export async function planProjection(
  run: ProjectionRun,
  targets: readonly ResolvedTarget[],
): Promise<Planning> {
  const { project, projection, options } = run;
  const { disk } = options.cache;
  const { document } = project;
  if (document === undefined) return { planned: [], diagnostics: [] };
  const files: readonly SourceText[] = [
    ...projection.sources,
    ...(document.file === undefined ? [] : [document.file]),
  ];
  const slot = `plan ${project.configPath} ${projection.name}`;
  const key = hashOf(
    projection.modelHash,
    document.file?.text ?? "",
    JSON.stringify(project.plugins.protocols),
    JSON.stringify(targets.map(describeTarget)),
  );
  const kept = disk?.read(slot);
  if (kept?.key === key) {
    // This function wrote the entry, see below.
    const stored = kept.value as StoredPlanning;
    const services = new Map(stored.planned);
    const planned = targets.flatMap((target) => {
      const service = services.get(target.key);
      return service === undefined ? [] : [lazily(target, service, run)];
    });
    return { planned, diagnostics: restoreDiagnostics(stored.diagnostics, files) };
  }
  const chosen = chooseServices(projection.model, targets, document);
  const { planned, ...reported } = await planTargets(run, chosen.choices);
  const isSource = projection.name === sourceProjection;
  const diagnostics = [
    ...chosen.diagnostics,
    ...reported.diagnostics,
    ...(isSource ? unusedShapes(projection.model, planned) : []),
  ];
  const stored = haveFailed(diagnostics) ? undefined : storeDiagnostics(diagnostics, files);
  if (stored !== undefined) {
    const value: StoredPlanning = {
      planned: planned.map(({ target, service }) => [target.key, service]),
      diagnostics: stored,
    };
    disk?.write(slot, { key, value, bytes: Buffer.alloc(0) });
  }
  return { planned, diagnostics };
}

const describeTarget = ({ key, service, generator }: ResolvedTarget) => [
  key,
  service,
  generator.name,
  generator.needsProtocol,
];

function lazily(target: ResolvedTarget, service: string, run: ProjectionRun): PlannedTarget {
  const { projection, project, options } = run;
  const { protocols } = project.plugins;
  let plan: ServicePlan | undefined;
  return {
    target,
    service,
    get plan() {
      return (plan ??= options.cache.plans.getNow(
        hashOf(projection.modelHash, service, JSON.stringify(protocols)),
        () => planService(projection.model, service, { protocols }),
      ));
    },
  };
}
