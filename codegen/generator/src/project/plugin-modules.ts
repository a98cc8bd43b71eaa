import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { protocolName } from "@tinsmith/service";
import type { ProtocolExtension } from "@tinsmith/service";
import type { Diagnostic } from "@tinsmith/smithy";
import * as v from "valibot";
import type { Generator } from "../generator.js";
import { packageOf } from "../package-of.js";
import type { ProtocolDefinition } from "../protocol.js";
import { messages } from "./build-messages.js";
import { checkPart } from "./check-config.js";
import type { JsonDocument } from "./json-document.js";
import { namesModule, pluginNameOf } from "./plugin-names.js";
import type { ConfigPath, Projection, ProjectionPlugin } from "./projections.js";
import { installedVersion, resolveModule } from "./resolve-module.js";
import { describeFileError } from "../output/file-error.js";

/** The export of a plugin's module. */
export type PluginModule =
  | { readonly kind: "generator"; readonly generator: Generator }
  | { readonly kind: "protocol" }
  | { readonly kind: "missing" }
  /** Installed, but not loaded because the build may run no code of the configuration. */
  | { readonly kind: "skipped" }
  /** The diagnostics of the project have the reason. */
  | { readonly kind: "broken" };

/** The modules that the plugins of a configuration name, and their contributions to all targets. */
export interface PluginModules {
  /** The modules by the key in `plugins`. */
  readonly byKey: ReadonlyMap<string, PluginModule>;
  readonly protocols: readonly ProtocolExtension[];
  /** Models of the protocols, with the place of the plugin. */
  readonly models: readonly PluginModel[];
  /**
   * Ranges of the packages of the protocols: the versions that are installed, and compatible ones.
   */
  readonly ranges: Readonly<Record<string, string>>;
  /** Plugins whose modules were not found. */
  readonly missing: readonly ProjectionPlugin[];
  readonly diagnostics: readonly Diagnostic[];
}

interface PluginModel {
  /** Absolute. */
  readonly path: string;
  readonly at: ConfigPath;
}

/**
 * Loads the modules that plugins name anywhere in the configuration, each once.
 *
 * @param run - whether they may be loaded
 */
export async function loadPluginModules(
  projections: readonly Projection[],
  document: JsonDocument,
  configPath: string,
  run = true,
): Promise<PluginModules> {
  const plugins = new Map<string, ProjectionPlugin>();
  for (const plugin of projections.flatMap((projection) => projection.plugins)) {
    if (namesModule(plugin.key) && !plugins.has(plugin.key)) plugins.set(plugin.key, plugin);
  }
  const byKey = new Map<string, PluginModule>();
  const protocols = new Map<string, ProtocolExtension>();
  const definedBy = new Map<string, string>();
  const models: PluginModel[] = [];
  const ranges: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  for (const { key, at, value } of plugins.values()) {
    const place = { span: document.spanOf(at, "key") };
    if (!run && (await resolveModule(pluginNameOf(key), configPath)) !== undefined) {
      byKey.set(key, { kind: "skipped" });
      diagnostics.push(messages.notRun(key, place));
      continue;
    }
    const loaded = await loadModule(pluginNameOf(key), configPath);
    const problem = problemOf(loaded, key, place);
    if (problem !== undefined) diagnostics.push(problem);
    if (loaded.kind !== "protocol") {
      byKey.set(key, "reason" in loaded ? { kind: "broken" } : loaded);
      continue;
    }
    byKey.set(key, { kind: "protocol" });
    const { definition, location } = loaded;
    const { trait } = definition;
    const other = definedBy.get(trait);
    if (other !== undefined) diagnostics.push(messages.protocolTwice(trait, other, key, place));
    const options = checkPart(v.strictObject({}), value, document, at);
    if ("diagnostics" in options) diagnostics.push(...options.diagnostics);
    protocols.set(trait, extensionOf(definition));
    definedBy.set(trait, key);
    models.push(...modelsOf(definition, location, at));
    Object.assign(ranges, await rangesOf(definition, configPath));
  }
  return {
    byKey,
    protocols: [...protocols.values()],
    models,
    ranges,
    missing: [...plugins.values()].filter(({ key }) => byKey.get(key)?.kind === "missing"),
    diagnostics,
  };
}

function problemOf(
  loaded: Loaded,
  key: string,
  place: Parameters<typeof messages.notAPlugin>[1],
): Diagnostic | undefined {
  switch (loaded.kind) {
    case "failed":
      return messages.moduleFailed(key, loaded.reason, place);
    case "invalid":
      return messages.badProtocol(key, loaded.reason, place);
    case "other":
      return messages.notAPlugin(key, place);
    default:
      return undefined;
  }
}

const generatorSchema = v.object({
  name: v.string(),
  options: v.custom<Generator["options"]>((value) =>
    v.is(v.object({ kind: v.literal("schema") }), value),
  ),
  generate: v.custom<Generator["generate"]>((value) => typeof value === "function"),
});

type Loaded =
  | { readonly kind: "generator"; readonly generator: Generator }
  | {
      readonly kind: "protocol";
      readonly definition: ProtocolDefinition;
      readonly location: string;
    }
  | { readonly kind: "missing" }
  | { readonly kind: "failed" | "invalid" | "other"; readonly reason: string };

/** Loads a module: a path relative to the configuration, or one of an installed package. */
async function loadModule(name: string, configPath: string): Promise<Loaded> {
  const location = await resolveModule(name, configPath);
  if (location === undefined) return { kind: "missing" };
  try {
    const loaded: unknown = await import(pathToFileURL(location).href);
    const exported = defaultOf(loaded);
    // A CommonJS module that was compiled from ESM has its default one level down.
    for (const candidate of [exported, defaultOf(exported)]) {
      const generator = v.safeParse(generatorSchema, candidate);
      if (generator.success) return { kind: "generator", generator: generator.output };
      if (typeof candidate === "object" && candidate !== null && "trait" in candidate) {
        const definition = checkDefinition(candidate);
        return typeof definition === "string"
          ? { kind: "invalid", reason: definition }
          : { kind: "protocol", definition, location };
      }
    }
    return { kind: "other", reason: "neither a generator nor a protocol" };
  } catch (error) {
    return { kind: "failed", reason: describeFileError(error) };
  }
}

function defaultOf(module: unknown): unknown {
  return v.is(v.object({ default: v.unknown() }), module) ? module.default : undefined;
}

const shapeId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_][\w.]*#[A-Za-z_]\w*$/, "expected an absolute shape id"),
);
const factory = v.strictObject({
  module: v.pipe(
    v.string(),
    v.regex(/^[^./]/, "expected the module of a package, which generated packages can import"),
  ),
  name: v.pipe(v.string(), v.regex(/^[A-Za-z_$][\w$]*$/, "expected the name of an export")),
});
const definitionSchema = v.strictObject({
  trait: v.pipe(
    shapeId,
    v.check(
      (id) => protocolName(id) === undefined,
      "expected a protocol other than the built-in ones",
    ),
  ),
  client: factory,
  server: factory,
  schemaTraits: v.exactOptional(v.array(shapeId)),
  refinements: v.exactOptional(
    v.strictObject({
      patterns: v.exactOptional(
        v.record(shapeId, v.pipe(v.string(), v.check(isRegExp, "expected a regular expression"))),
      ),
      openEnums: v.exactOptional(v.array(shapeId)),
      nullable: v.exactOptional(v.array(shapeId)),
      untaggedUnions: v.exactOptional(v.array(shapeId)),
    }),
  ),
  models: v.exactOptional(v.array(v.union([v.string(), v.instance(URL)]))),
  title: v.exactOptional(v.string()),
  summary: v.exactOptional(v.string()),
});

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text, "u").unicode;
  } catch {
    return false;
  }
}

/** Validates a protocol that a module exports. Returns a text if it is invalid. */
function checkDefinition(exported: object): ProtocolDefinition | string {
  const { success, output, issues } = v.safeParse(definitionSchema, exported);
  if (success) return output;
  return issues.map(wording).join("; ");
}

function wording(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? "";
  if (issue.received === "undefined") return `${path} is missing`;
  if (issue.expected === "never") return `${path} is unknown`;
  const expected = issue.kind === "schema" ? `expected ${issue.expected}` : issue.message;
  return `${path}: ${expected}, found ${issue.received}`;
}

function extensionOf({
  trait,
  client,
  server,
  schemaTraits,
  refinements,
  title,
  summary,
}: ProtocolDefinition): ProtocolExtension {
  return {
    trait,
    factories: { client, server },
    ...(schemaTraits !== undefined && { schemaTraits }),
    ...(refinements !== undefined && { refinements }),
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { summary }),
  };
}

function modelsOf(
  { models = [] }: ProtocolDefinition,
  location: string,
  at: ConfigPath,
): readonly PluginModel[] {
  return models.map((model) => {
    const path = model instanceof URL ? fileURLToPath(model) : resolve(dirname(location), model);
    return { path, at };
  });
}

/** Returns ranges for the installed versions of packages, as dependencies of generated packages. */
async function rangesOf(
  { client, server }: ProtocolDefinition,
  configPath: string,
): Promise<Record<string, string>> {
  const ranges: Record<string, string> = {};
  for (const { module } of [client, server]) {
    const name = packageOf(module);
    const version = await installedVersion(name, configPath);
    if (version !== undefined) ranges[name] = `^${version}`;
  }
  return ranges;
}
