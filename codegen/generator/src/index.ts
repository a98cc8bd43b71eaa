export { build } from "./build/build.js";
export type { BuildChange, BuildOptions, BuildResult } from "./build/build.js";
export type { BuildTarget } from "./build/make-target.js";
export { createBuildCache } from "./build/build-cache.js";
export type { Environment } from "./build/environment.js";
export type { BuildCache } from "./build/build-cache.js";
export type { BuildConfig, BuildConfigInput } from "./build/build-config.js";
export { closest } from "./build/closest.js";
export { configName, loadProject } from "./build/load-project.js";
export type { Project, ProjectOptions } from "./build/load-project.js";
export { targetNames, withNeededTargets } from "./build/target-registry.js";
export type { LoadedProjection } from "./build/load-projections.js";
export type { ConfigPath, Projection, ProjectionPlugin } from "./build/projections.js";
export type { OnTiming, Stage, Timing } from "./build/timing.js";

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
  PackageDependency,
  PackageFacts,
  SiblingPackage,
  StarterFile,
} from "./generator.js";

export { planService } from "@tinsmith/service";
/** The plan that generators get. */
export type * from "@tinsmith/service";

export { defaultRanges } from "./package/package-versions.js";

export { documentationToMarkdown } from "./print/markdown.js";
export { makeFolder } from "./output/make-folder.js";
export { formatText, printFile } from "./print/print-file.js";
export type { PrintOptions } from "./print/print-file.js";
