import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@tinsmith/smithy";
import * as v from "valibot";
import type { Generator } from "../generator.js";
import { checkPart, pluginSchema } from "./build-config.js";
import type { BuildConfig } from "./build-config.js";
import { messages, reasonOf } from "./build-messages.js";
import { closest } from "./closest.js";
import type { JsonDocument } from "./json-document.js";
import { builtInTargets } from "./target-registry.js";

/** A plugin of the configuration with its generator. */
export interface ResolvedTarget {
  /** The key in `plugins`. */
  readonly key: string;
  readonly generator: Generator;
  readonly options: unknown;
  readonly service: string | undefined;
  readonly packageName: string | undefined;
  /** Absolute. */
  readonly output: string;
}

/** Finds the generators of a configuration and checks their options. */
export async function resolveTargets(
  config: BuildConfig,
  document: JsonDocument,
  configPath: string,
): Promise<{
  readonly targets: readonly ResolvedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const targets: ResolvedTarget[] = [];
  const diagnostics: Diagnostic[] = [];
  const outputs = new Map<string, string>();
  for (const [key, value] of Object.entries(config.plugins)) {
    const at = ["plugins", key];
    const generator = await findGenerator(key, configPath);
    if ("reason" in generator) {
      diagnostics.push(unresolved(key, generator.reason, document, config.ignoreMissingPlugins));
      continue;
    }
    const common = checkPart(pluginSchema, value, document, at);
    if ("diagnostics" in common) {
      diagnostics.push(...common.diagnostics);
      continue;
    }
    const { service, package: packageName, output, ...rest } = common.value;
    const options = checkPart(generator.options, rest, document, at);
    if ("diagnostics" in options) {
      diagnostics.push(...options.diagnostics);
      continue;
    }
    if (output === undefined) {
      diagnostics.push(
        messages.configValue(`${at.join(".")}.output`, "is missing: the folder to write to", {
          span: document.spanOf(at, "key"),
        }),
      );
      continue;
    }
    const folder = resolve(dirname(configPath), output);
    const other = outputs.get(folder);
    if (other !== undefined) {
      const span = document.spanOf([...at, "output"]);
      diagnostics.push(messages.sharedOutput(other, key, { span }));
    }
    outputs.set(folder, key);
    targets.push({
      key,
      generator,
      options: options.value,
      service,
      packageName,
      output: folder,
    });
  }
  return { targets, diagnostics };
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
  document: JsonDocument,
  ignoreMissing = false,
): Diagnostic {
  const place = { span: document.spanOf(["plugins", key], "key") };
  if (reason instanceof Error) return messages.targetFailed(key, reason.message, place);
  if (reason === "not a generator") return messages.notAGenerator(key, place);
  if (ignoreMissing) return messages.targetIgnored(key, place);
  const names = Object.keys(builtInTargets);
  const near = closest(key, names);
  const hint =
    near === undefined
      ? `Targets are ${names.join(", ")}; a generator of your own is named by its module`
      : `Did you mean ${JSON.stringify(near)}?`;
  return messages.unknownTarget(key, hint, place);
}
