import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { bundledLicenses } from "./bundled-licenses.js";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
);

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Resolves an import to something else. */
const redirect = (filter: RegExp, target: { path: string; external?: boolean }): EsbuildPlugin => ({
  name: "redirect",
  setup: (build) => build.onResolve({ filter }, () => ({ ...target, sideEffects: false })),
});

/**
 * The parts of `@smithy/*` and `@aws-sdk/*` that are used are carried along, tree-shaken: that decides how long an
 * import takes. Types come from `@smithy/types` alone, which stays a dependency. What is loaded apart is built apart:
 * chunks that builds had in common would be loaded with the rest.
 */
const build = (
  entry: Record<string, string>,
  format: "esm" | "cjs",
  options: Options = {},
): Options => ({
  entry,
  format: [format],
  define: { RUNTIME_VERSION: JSON.stringify(version) },
  target: "es2022",
  platform: "node",
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  noExternal: [/^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
  // Only protocols of the AWS SDK would load it, and those that are carried along have no event streams.
  external: ["@smithy/core/event-streams"],
  outExtension: () => ({ js: extensions[format] }),
  ...options,
  esbuildPlugins: [bundledLicenses, ...(options.esbuildPlugins ?? [])],
});

/** What clients can do beyond calls: entries that cost nothing where they are not imported, each a file of its own. */
const extras = {
  logging: "src/logging/index.ts",
  plugins: "src/plugins/index.ts",
  stubs: "src/stubs/index.ts",
  telemetry: "src/telemetry/index.ts",
};

const extensions = { esm: ".js", cjs: ".cjs" } as const;
const browserPlatform = fileURLToPath(new URL("src/browser/platform.ts", import.meta.url));

export default defineConfig(
  (["esm", "cjs"] as const).flatMap((format) => [
    build({ index: "src/index.ts" }, format, {
      dts: { entry: { index: "src/index.ts", ...extras } },
      esbuildPlugins: ["credential-chain", "node-http-handler"].map((name) =>
        redirect(new RegExp(`^\\./${name}\\.js$`), {
          path: `./${name}${extensions[format]}`,
          external: true,
        }),
      ),
    }),
    // They are the same everywhere, so nothing of Node may be in them.
    ...Object.entries(extras).map(([name, path]) =>
      build({ [name]: path }, format, { platform: "browser" }),
    ),
    build({ "credential-chain": "src/node/credential-chain.ts" }, format),
    build({ "node-http-handler": "src/node/node-http-handler.ts" }, format),
    build({ "index.browser": "src/index.ts" }, format, {
      platform: "browser",
      esbuildPlugins: [redirect(/\/node\/platform\.js$/, { path: browserPlatform })],
    }),
  ]),
);
