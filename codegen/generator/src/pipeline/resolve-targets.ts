import { createRequire } from "node:module";
import { dirname, join, posix, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@tinsmith/smithy";
import * as v from "valibot";
import type { Generator } from "../generator.js";
import { artifactNames } from "./artifacts.js";
import type { ArtifactName } from "./artifacts.js";
import { pluginSchema } from "../project/build-config.js";
import type { BuildConfig } from "../project/build-config.js";
import { messages, reasonOf } from "../project/build-messages.js";
import { checkPart } from "../project/check-config.js";
import { closest } from "../project/closest.js";
import type { JsonDocument } from "../project/json-document.js";
import type { ConfigPath, Projection, ProjectionPlugin } from "../project/projections.js";
import { runOptions } from "./run-plugin.js";
import type { RunPlugin } from "./run-plugin.js";
import { builtInTargets } from "./target-registry.js";

/** A plugin of a projection with its generator. */
export interface ResolvedTarget {
  /** The key in `plugins`. */
  readonly key: string;
  readonly projection: string;
  /** Where the plugin stands in the configuration. */
  readonly at: ConfigPath;
  readonly generator: Generator;
  readonly options: unknown;
  readonly service: string | undefined;
  readonly packageName: string | undefined;
  /** Absolute. */
  readonly output: string;
}

/** A use of the plugin `run`, with its place. */
export type ResolvedRun = RunPlugin & { readonly at: ConfigPath };

/** A use of one of the plugins that tell what the build knows. */
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

/** Finds the generators of all projections and checks the options of their plugins. */
export async function resolveTargets(
  projections: readonly Projection[],
  config: BuildConfig,
  document: JsonDocument,
  configPath: string,
): Promise<ResolvedPlugins> {
  const targets: ResolvedTarget[] = [];
  const runs: ResolvedRun[] = [];
  const artifacts: ResolvedArtifact[] = [];
  const diagnostics: Diagnostic[] = [];
  const outputs = new Map<string, string>();
  const folder = dirname(configPath);
  const all = projections.flatMap((projection) =>
    projection.plugins.map((plugin) => ({ projection, plugin })),
  );
  for (const { projection, plugin } of all) {
    const { key, at } = plugin;
    const resolved = isRun(key)
      ? resolveRun(projection, plugin, document, folder)
      : (resolveArtifact(projection, plugin, document, folder) ??
        (await resolveTarget(projection, plugin, { config, document, configPath })));
    if ("diagnostics" in resolved) {
      diagnostics.push(...resolved.diagnostics);
      continue;
    }
    const other = outputs.get(resolved.output);
    if (other !== undefined) {
      const span = document.spanOf([...at, "output"]);
      diagnostics.push(messages.sharedOutput(other, key, { span }));
    }
    outputs.set(resolved.output, key);
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
  {
    config,
    document,
    configPath,
  }: {
    readonly config: BuildConfig;
    readonly document: JsonDocument;
    readonly configPath: string;
  },
): Promise<ResolvedTarget | Failed> {
  const { key, at, value } = plugin;
  const generator = await findGenerator(key, configPath);
  if ("reason" in generator) {
    const { ignoreMissingPlugins } = config;
    const place = { span: document.spanOf(at, "key") };
    return { diagnostics: [unresolved(key, generator.reason, place, ignoreMissingPlugins)] };
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

const isRun = (key: string): boolean => key.split("::")[0] === "run";

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

const artifactOptions = v.strictObject({
  /** Where the files go, relative to the configuration. */
  output: v.optional(v.string()),
});

function resolveArtifact(
  projection: Projection,
  plugin: ProjectionPlugin,
  document: JsonDocument,
  folder: string,
): ResolvedArtifact | Failed | undefined {
  const { key, at, value } = plugin;
  const name = key.split("::")[0];
  const artifact = artifactNames.find((each) => each === name);
  if (artifact === undefined) return undefined;
  const checked = checkPart(artifactOptions, value, document, at);
  if ("diagnostics" in checked) return checked;
  const output = outputOf(projection, plugin, checked.value.output, folder);
  return { key, artifact, projection: projection.name, output };
}

/** The folder that a plugin names for itself, or else one named after it below its projection's. */
const outputOf = (
  projection: Projection,
  { key, ownsOutput }: ProjectionPlugin,
  output: string | undefined,
  folder: string,
): string =>
  output !== undefined && ownsOutput
    ? resolve(folder, output)
    : join(projection.folder, artifactOf(key));

/** `types::second` makes `second`; `./plugins/mine.js` makes `mine`. Nothing leads out of a folder. */
function artifactOf(key: string): string {
  const [plugin = "", artifact = posix.parse(plugin).name] = key.split("::");
  return artifact.replace(/[^A-Za-z0-9\-_.]/g, "-").replace(/^\.+/, "") || "plugin";
}

const generatorSchema = v.object({
  name: v.string(),
  options: v.custom<Generator["options"]>((value) =>
    v.is(v.object({ kind: v.literal("schema") }), value),
  ),
  generate: v.custom<Generator["generate"]>((value) => typeof value === "function"),
});

/** A target of this package, or else a module: a path relative to the configuration, or a package. */
async function findGenerator(
  key: string,
  configPath: string,
): Promise<Generator | { readonly reason: "missing" | "not a generator" | Error }> {
  // As in the reference, `types::second` is another use of the target `types`.
  const name = key.split("::")[0] ?? key;
  const builtIn = Object.hasOwn(builtInTargets, name) ? builtInTargets[name] : undefined;
  if (builtIn !== undefined) return builtIn();
  let location: string;
  try {
    location = createRequire(configPath).resolve(name);
  } catch {
    return { reason: "missing" };
  }
  try {
    const loaded: unknown = await import(pathToFileURL(location).href);
    const result = v.safeParse(v.object({ default: v.unknown() }), loaded);
    // A CommonJS module that was compiled from ESM has its default one level down.
    const exported = result.success ? result.output.default : undefined;
    for (const candidate of [
      exported,
      v.is(v.object({ default: v.unknown() }), exported) && exported.default,
    ]) {
      const generator = v.safeParse(generatorSchema, candidate);
      if (generator.success) return generator.output;
    }
    return { reason: "not a generator" };
  } catch (error) {
    return { reason: error instanceof Error ? error : new Error(reasonOf(error)) };
  }
}

function unresolved(
  key: string,
  reason: "missing" | "not a generator" | Error,
  place: Parameters<typeof messages.notAGenerator>[1],
  ignoreMissing = false,
): Diagnostic {
  if (reason instanceof Error) return messages.targetFailed(key, reason.message, place);
  if (reason === "not a generator") return messages.notAGenerator(key, place);
  if (ignoreMissing) return messages.targetIgnored(key, place);
  const names = [...Object.keys(builtInTargets), ...artifactNames];
  const near = closest(key, names);
  const hint =
    near === undefined
      ? `Targets are ${names.join(", ")}; a generator of your own is named by its module`
      : `Did you mean ${JSON.stringify(near)}?`;
  return messages.unknownTarget(key, hint, place);
}
