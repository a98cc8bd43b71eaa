import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";

/**
 * Two builds of the same source: for Node, and for browsers and workers. Both carry the parts of `@smithy/*` that they
 * use inside, tree-shaken: that decides how long an import takes. Their types come from `@smithy/types`, which stays a
 * dependency.
 */
const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
);

const shared = {
  define: { RUNTIME_VERSION: JSON.stringify(version) },
  format: ["esm", "cjs"],
  target: "es2022",
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  noExternal: [/^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
  // Only protocols of the AWS SDK would load it, and those that are carried along have no event streams.
  external: ["@smithy/core/event-streams"],
  outExtension: ({ format }: { format: string }) => ({ js: format === "cjs" ? ".cjs" : ".js" }),
} as const;

export default defineConfig([
  {
    ...shared,
    format: [...shared.format],
    noExternal: [...shared.noExternal],
    external: [...shared.external],
    entry: ["src/index.ts"],
    dts: true,
    clean: true,
    platform: "node",
  },
  {
    ...shared,
    format: [...shared.format],
    noExternal: [...shared.noExternal],
    external: [...shared.external],
    entry: { "index.browser": "src/index.ts" },
    platform: "browser",
    esbuildPlugins: [
      {
        name: "browser-platform",
        setup: (build) =>
          build.onResolve({ filter: /\/node\/platform\.js$/ }, () => ({
            path: fileURLToPath(new URL("src/browser/platform.ts", import.meta.url)),
            sideEffects: false,
          })),
      },
    ],
  },
]);
