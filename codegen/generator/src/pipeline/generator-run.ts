import type { Recorder, ServicePlan } from "@tinsmith/service";
import type { BuildCache } from "../project/build-cache.js";
import type { Project, ProjectOptions } from "../project/load-project.js";
import type { LoadedProjection } from "../project/load-projections.js";
import type { ServiceChoice } from "./choose-services.js";

/** The options of generated packages. */
export interface PackageOptions {
  /**
   * Ranges of dependencies by package name, which override `defaultRanges`. The program that ships
   * the generator with the runtimes knows their compatible releases.
   */
  readonly dependencyRanges?: Readonly<Record<string, string>>;
  /**
   * Runs the examples of a service for its documentation: `record` of `@tinsmith/recorder`. Without
   * it, pages show recorded calls only if a file of recordings is configured.
   */
  readonly recorder?: Recorder;
}

/** The context that all targets of a projection share. */
export interface ProjectionRun {
  readonly project: Project;
  readonly options: ProjectOptions & PackageOptions & { readonly cache: BuildCache };
  readonly projection: LoadedProjection;
}

/** A target with the plan of its service. */
export interface PlannedTarget extends ServiceChoice {
  readonly plan: ServicePlan;
}

/** The context of a run of generators. */
export interface GeneratorRun extends ProjectionRun {
  /** All targets that are generated. */
  readonly planned: readonly PlannedTarget[];
}
