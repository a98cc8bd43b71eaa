const targets = ["types", "client", "mock-server", "protocol-tests", "docs", "model"] as const;

/** The name of a target that comes with the generator. */
export type TargetName = (typeof targets)[number];

/** The targets that come with the generator, in the order in which they are listed. */
export const targetNames: readonly string[] = targets;

/**
 * The plugins that need no generator: they tell what the build knows, for tools that come after it.
 * The reference runs them unasked (https://smithy.io/2.0/guides/smithy-build-json.html#plugins).
 */
export const artifactNames = ["build-info", "sources"] as const;

export type ArtifactName = (typeof artifactNames)[number];

/** What a key of `plugins` names, before `::`: `types::second` is another use of `types`. */
export function pluginNameOf(key: string): string {
  return key.split("::")[0] ?? key;
}

const builtIn: ReadonlySet<string> = new Set([...targetNames, ...artifactNames, "run"]);

/** Tells whether a key of `plugins` names a module, rather than something that the build has. */
export function namesModule(key: string): boolean {
  return !builtIn.has(pluginNameOf(key));
}
