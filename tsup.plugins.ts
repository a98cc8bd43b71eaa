import type { Options } from "tsup";

export type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Makes a build fail when one of the plugin's patterns matches nothing. Without this check, a plugin
 * that replaces a dependency's internal file by its path would silently stop working when a new
 * version of the dependency moves the file. Add the plugin only to builds in which it must match.
 *
 * @param plugin - a plugin whose `onResolve` and `onLoad` callbacks return a result for modules that
 *   they replace and `undefined` for all others
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
 * Makes the lazy import of event streams in `@smithy/core` external. The protocols here never reach
 * it, and bundlers would otherwise include the whole implementation of event streams.
 */
export const withoutLazyEventStreams: EsbuildPlugin = mustMatch({
  name: "without-lazy-event-streams",
  setup: (build) =>
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
});

/**
 * Removes whitespace and comments. Names stay, because stack traces and errors print them.
 * `@__PURE__` annotations stay, because bundlers need them to remove unused code. esbuild removes
 * the annotations together with the whitespace, so they are written as a call in between.
 */
export const compact: EsbuildPlugin = {
  name: "compact",
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const file of outputFiles.filter(({ path }) => /\.c?js$/.test(path))) {
        const marked = file.text
          // Without its parentheses, the annotation of `(new Date()).getTime()` would include the method.
          .replaceAll(/(?<![\w$)\]])(?<!extends )\(\/\* @__PURE__ \*\/ /g, "(")
          .replaceAll(/\/\* @__PURE__ \*\/ new ([\w$.]+)/g, "new (__PURE__($1))")
          .replaceAll(/\/\* @__PURE__ \*\/ ([\w$.]+)/g, "__PURE__($1)");
        if (marked.includes("@__PURE__")) {
          throw new Error("An annotation @__PURE__ must be before a name or `new`.");
        }
        const { code } = await build.esbuild.transform(marked, {
          minifyWhitespace: true,
          minifySyntax: true,
        });
        const restored = code
          .replaceAll(/new ?\(__PURE__\(([\w$.]+)\)\)/g, "/* @__PURE__ */new $1")
          .replaceAll(/__PURE__\(([\w$.]+)\)/g, "/* @__PURE__ */$1");
        if (restored.includes("__PURE__(")) {
          throw new Error(
            "A `/* @__PURE__ */` annotation was not restored: the output still contains `__PURE__(`.",
          );
        }
        file.contents = new TextEncoder().encode(restored);
      }
    });
  },
};
