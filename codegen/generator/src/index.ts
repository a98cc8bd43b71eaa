export { build } from "./pipeline/build.js";
export type { BuildChange, BuildOptions, BuildResult } from "./pipeline/build.js";
export { recordProject } from "./pipeline/record.js";
export type { RecordedFile, RecordResult } from "./pipeline/record.js";
export type { PackageOptions } from "./pipeline/generator-run.js";
export type { BuildTarget } from "./pipeline/make-target.js";
export { createBuildCache } from "./project/build-cache.js";
export type { Environment } from "./project/environment.js";
export type { BuildCache } from "./project/build-cache.js";
export type { BuildSelection } from "./project/build-selection.js";
export type { BuildConfig, BuildConfigInput, MavenConfig } from "./project/build-config.js";
export { configName, loadProject } from "./project/load-project.js";
export type { Project, ProjectOptions } from "./project/load-project.js";
export type {
  DependencyModels,
  DependencyReader,
  DependencyRequest,
} from "./project/maven-models.js";
export { withNeededTargets } from "./pipeline/target-registry.js";
export { targetNames } from "./project/plugin-names.js";
export type { LoadedProjection } from "./project/load-projections.js";
export type { ConfigPath, Projection, ProjectionPlugin } from "./project/projections.js";
export type { OnTiming, Stage, Timing } from "./project/timing.js";

export { code, declare, join, raw, symbol } from "./code/code.js";
export type { Code, CodeList, CodeSymbol, Declaration, Hole, SymbolOptions } from "./code/code.js";
export { doc } from "./code/doc.js";
export type { Doc, DocOptions } from "./code/doc.js";
export { literal, propertyKey } from "./code/literal.js";

export { defineGenerator } from "./generator.js";
export type {
  GeneratedFile,
  GeneratedPackage,
  Generator,
  GeneratorContext,
  KeptModel,
  ModelChange,
  ModelVersion,
  PackageDependency,
  PackageFacts,
  RecordingSettings,
  SiblingPackage,
  StarterFile,
} from "./generator.js";

export { defineProtocol } from "./protocol.js";
export type { ProtocolDefinition } from "./protocol.js";

export { planService } from "@tinsmith/service";
/** The types of the plan that generators receive. */
export type * from "@tinsmith/service";

export { isPackageName, packageNameRule } from "./package-name.js";
export { defaultRanges } from "./package/default-ranges.js";

export { documentationToMarkdown } from "./print/markdown.js";
export { makeFolder } from "./output/make-folder.js";
export { formatText, printFile } from "./print/print-file.js";
export type { PrintOptions } from "./print/print-file.js";
