import { dirname, join, posix, resolve } from "node:path";
import { closest } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";
import * as v from "valibot";
import type { Generator } from "../generator.js";
import { outputOption, pluginSchema } from "../project/build-config.js";
import type { BuildConfig } from "../project/build-config.js";
import { messages } from "../project/build-messages.js";
import { checkPart } from "../project/check-config.js";
import type { JsonDocument } from "../project/json-document.js";
import { isInside } from "../project/workspace-folder.js";
import type { PluginModule } from "../project/plugin-modules.js";
import {
  artifactNames,
  isJavaPlugin,
  pluginNameOf,
  targetHint,
  targetNames,
} from "../project/plugin-names.js";
import type { ArtifactName } from "../project/plugin-names.js";
import type { ConfigPath, Projection, ProjectionPlugin } from "../project/projections.js";
import { runOptions } from "./run-plugin.js";
import type { RunPlugin } from "./run-plugin.js";
import { builtInTargets, isTargetName } from "./target-registry.js";

/** A plugin of a projection with its generator. */
export interface ResolvedTarget {
  /** The key in `plugins`. */
  readonly key: string;
  readonly projection: string;
  /** The location of the plugin in the configuration. */
  readonly at: ConfigPath;
  readonly generator: Generator;
  readonly options: unknown;
  readonly service: string | undefined;
  readonly packageName: string | undefined;
  /** Absolute. */
  readonly output: string;
}

/** A use of the plugin `run`, with its location. */
export type ResolvedRun = RunPlugin & { readonly at: ConfigPath };

/** A use of a plugin that writes data of the build. */
export interface ResolvedArtifact {
  /** The key in `plugins`. */
  readonly key: string;
  readonly artifact: ArtifactName;
  readonly projection: string;
  /** Absolute. */
  readonly output: string;
}

export interface ResolvedPlugins {
  readonly targets: readonly ResolvedTarget[];
  readonly artifacts: readonly ResolvedArtifact[];
  readonly runs: readonly ResolvedRun[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The context in which the plugins of a configuration are resolved. */
export interface PluginContext {
  readonly config: BuildConfig;
  readonly document: JsonDocument;
  readonly configPath: string;
  /** Runs the programs of the configuration if true. */
  readonly run: boolean;
  /** The folder in which outputs have to be; absent if they may be anywhere. */
  readonly workspace: string | undefined;
  /** The modules that plugins name, by key. */
  readonly modules: ReadonlyMap<string, PluginModule>;
}

/** Finds the generators of all projections and checks the options of their plugins. */
export async function resolveTargets(
  projections: readonly Projection[],
  context: PluginContext,
): Promise<ResolvedPlugins> {
  const { document, configPath, modules } = context;
  const targets: ResolvedTarget[] = [];
  const runs: ResolvedRun[] = [];
  const artifacts: ResolvedArtifact[] = [];
  const diagnostics: Diagnostic[] = [];
  /** The first use of each output folder and package name. */
  const used = new Map<string, Parameters<typeof messages.shared>[1]>();
  const folder = dirname(configPath);
  const all = projections.flatMap((projection) =>
    projection.plugins.map((plugin) => ({ projection, plugin })),
  );
  for (const { projection, plugin } of all) {
    const { key, at } = plugin;
    const kind = modules.get(key)?.kind;
    // Protocols write nothing, and skipped or broken modules were reported when the project was loaded.
    if (kind === "protocol" || kind === "broken" || kind === "skipped") continue;
    if (isRun(key) && !context.run) {
      diagnostics.push(messages.notRun(key, { span: document.spanOf(at, "key") }));
      continue;
    }
    const resolved = isRun(key)
      ? resolveRun(projection, plugin, document, folder)
      : (resolveArtifact(projection, plugin, document, folder) ??
        (await resolveTarget(projection, plugin, context)));
    if ("diagnostics" in resolved) {
      diagnostics.push(...resolved.diagnostics);
      continue;
    }
    const use = (what: string, field: string, value: string) => {
      const place = { span: document.spanOf([...at, field]) ?? document.spanOf(at, "key") };
      const other = used.get(`${what} ${value}`);
      if (other === undefined) used.set(`${what} ${value}`, { key, ...place });
      else diagnostics.push(messages.shared(what, other, key, place));
    };
    use("output", "output", resolved.output);
    if ("packageName" in resolved && resolved.packageName !== undefined) {
      use("package name", "package", `${projection.name} ${resolved.packageName}`);
    }
    if (context.workspace !== undefined && !isInside(resolved.output, context.workspace)) {
      const place = { span: document.spanOf([...at, "output"]) };
      diagnostics.push(messages.outsideWorkspace(key, resolved.output, context.workspace, place));
    }
    if ("generator" in resolved) targets.push(resolved);
    else if ("options" in resolved) runs.push(resolved);
    else artifacts.push(resolved);
  }
  return { targets, artifacts, runs, diagnostics };
}

type Failed = { readonly diagnostics: readonly Diagnostic[] };

async function resolveTarget(
  projection: Projection,
  plugin: ProjectionPlugin,
  { config, document, configPath, modules }: PluginContext,
): Promise<ResolvedTarget | Failed> {
  const { key, at, value } = plugin;
  const generator = await findGenerator(key, modules);
  if (generator === undefined) {
    const place = { span: document.spanOf(at, "key") };
    return { diagnostics: [unresolved(key, place, config.ignoreMissingPlugins)] };
  }
  const common = checkPart(pluginSchema, value, document, at);
  if ("diagnostics" in common) return common;
  const { service, package: packageName, output, ...rest } = common.value;
  const options = checkPart(generator.options, rest, document, at);
  if ("diagnostics" in options) return options;
  return {
    key,
    projection: projection.name,
    at,
    generator,
    options: options.value,
    service,
    packageName,
    output: outputOf(projection, plugin, output, dirname(configPath)),
  };
}

const isRun = (key: string): boolean => pluginNameOf(key) === "run";

function resolveRun(
  projection: Projection,
  plugin: ProjectionPlugin,
  document: JsonDocument,
  folder: string,
): ResolvedRun | Failed {
  const { key, at, value } = plugin;
  const [, artifact = ""] = key.split("::");
  if (artifact === "") {
    return { diagnostics: [messages.artifactMissing({ span: document.spanOf(at, "key") })] };
  }
  const checked = checkPart(runOptions, value, document, at);
  if ("diagnostics" in checked) return checked;
  const options = checked.value;
  const output = outputOf(projection, plugin, options.output, folder);
  return { key, artifact: artifactOf(key), projection: projection.name, at, options, output };
}

/** The options of the plugins that write data of the build. */
export const artifactOptions = v.strictObject({ output: outputOption });

function resolveArtifact(
  projection: Projection,
  plugin: ProjectionPlugin,
  document: JsonDocument,
  folder: string,
): ResolvedArtifact | Failed | undefined {
  const { key, at, value } = plugin;
  const name = pluginNameOf(key);
  const artifact = artifactNames.find((each) => each === name);
  if (artifact === undefined) return undefined;
  const checked = checkPart(artifactOptions, value, document, at);
  if ("diagnostics" in checked) return checked;
  const output = outputOf(projection, plugin, checked.value.output, folder);
  return { key, artifact, projection: projection.name, output };
}

/**
 * Returns the output folder of a plugin. Default: a folder below that of the projection, named
 * after the plugin.
 */
const outputOf = (
  projection: Projection,
  { key, ownsOutput }: ProjectionPlugin,
  output: string | undefined,
  folder: string,
): string =>
  output !== undefined && ownsOutput
    ? resolve(folder, output)
    : join(projection.folder, artifactOf(key));

/**
 * Returns `second` for `types::second` and `mine` for `./plugins/mine.js`, never a path outside of
 * the folder.
 */
function artifactOf(key: string): string {
  const [plugin = "", artifact = posix.parse(plugin).name] = key.split("::");
  return artifact.replace(/[^A-Za-z0-9\-_.]/g, "-").replace(/^\.+/, "") || "plugin";
}

/** Returns a built-in target, or one from a module. */
async function findGenerator(
  key: string,
  modules: ReadonlyMap<string, PluginModule>,
): Promise<Generator | undefined> {
  const name = pluginNameOf(key);
  if (isTargetName(name)) return builtInTargets[name]();
  const module = modules.get(key);
  return module?.kind === "generator" ? module.generator : undefined;
}

function unresolved(
  key: string,
  place: Parameters<typeof messages.unknownTarget>[2],
  ignoreMissing = false,
): Diagnostic {
  if (isJavaPlugin(key)) return messages.javaPluginSkipped(key, place);
  if (ignoreMissing) return messages.targetIgnored(key, place);
  const names = [...targetNames, ...artifactNames];
  const near = closest(key, names);
  const hint = near === undefined ? targetHint : `Did you mean ${JSON.stringify(near)}?`;
  return messages.unknownTarget(key, hint, place);
}
