import type { Options } from "tsup";

export type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Makes a build fail when one of the plugin's patterns replaces nothing in it. A plugin that
 * replaces a dependency's internals by a path would otherwise stop working in silence when a new
 * version of the dependency moves a file. Pass the plugin only to builds that it is for.
 *
 * @param plugin - A plugin whose `onResolve` and `onLoad` callbacks return a result for what they
 *   replace and nothing for what they leave alone.
 */
export function mustMatch(plugin: EsbuildPlugin): EsbuildPlugin {
  return {
    name: plugin.name,
    async setup(build) {
      const unmatched = new Set<string>();

      function watch<Args, Result>(
        { filter, namespace }: { filter: RegExp; namespace?: string },
        callback: (args: Args) => Result | Promise<Result>,
      ): (args: Args) => Promise<Result> {
        const pattern = `${filter}${namespace === undefined ? "" : ` in namespace "${namespace}"`}`;
        unmatched.add(pattern);
        return async (args) => {
          const result = await callback(args);
          if (result !== undefined && result !== null) unmatched.delete(pattern);
          return result;
        };
      }

      await plugin.setup({
        ...build,
        onResolve: (options, callback) => build.onResolve(options, watch(options, callback)),
        onLoad: (options, callback) => build.onLoad(options, watch(options, callback)),
      });
      build.onEnd(({ errors }) => {
        // A build that failed for another reason may have ended before anything could match.
        if (errors.length > 0) return undefined;
        return {
          errors: [...unmatched].map((pattern) => ({
            text: `Plugin "${plugin.name}" replaces nothing: no import matches ${pattern}.`,
          })),
        };
      });
    },
  };
}

/**
 * Keeps a protocol of `@smithy/core` from loading streams of events when it first needs them.
 * The protocols here never do, and everything that event streams are would stay in the bundle.
 */
export const withoutLazyEventStreams: EsbuildPlugin = mustMatch({
  name: "without-lazy-event-streams",
  setup: (build) =>
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
});
