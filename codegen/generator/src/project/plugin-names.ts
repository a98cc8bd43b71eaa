const targets = ["types", "client", "mock-server", "protocol-tests", "docs", "model"] as const;

/** The name of a built-in target. */
export type TargetName = (typeof targets)[number];

/** The names of the built-in targets, in the order of lists. */
export const targetNames: readonly string[] = targets;

/**
 * The plugins without a generator, which write data of the build for other tools. The reference
 * always runs them (https://smithy.io/2.0/guides/smithy-build-json.html#plugins).
 */
export const artifactNames = ["build-info", "sources"] as const;

export type ArtifactName = (typeof artifactNames)[number];

/**
 * Returns the part of a key of `plugins` before `::`: `types::second` is another use of `types`.
 */
export function pluginNameOf(key: string): string {
  return key.split("::")[0] ?? key;
}

const builtIn: ReadonlySet<string> = new Set([...targetNames, ...artifactNames, "run"]);

/** Plugins of the reference implementation that write other languages and formats. */
const javaPlugins: ReadonlySet<string> = new Set([
  "aws-iam",
  "cloudformation",
  "docgen",
  "jsonschema",
  "openapi",
]);

/**
 * Reports whether a plugin is known to need the JVM. Such a plugin belongs to the reference
 * implementation, or its name follows the convention for generators (`java-client-codegen`,
 * `python-codegen`).
 */
export function isJavaPlugin(key: string): boolean {
  const name = pluginNameOf(key);
  return javaPlugins.has(name) || /^[a-z0-9-]+-codegen$/.test(name);
}

/** The allowed keys of `plugins`, for messages. */
export const targetHint = `Expected one of: ${[...targets, ...artifactNames].join(", ")}; or the module of a custom generator or protocol`;

/** Reports whether a key of `plugins` names a module instead of a built-in plugin. */
export function namesModule(key: string): boolean {
  return !builtIn.has(pluginNameOf(key));
}
