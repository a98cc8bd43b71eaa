import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { library } from "../../../tsup.shared.js";

/** The options of esbuild plugins, as tsup types them. */
type EsbuildPlugin = NonNullable<
  NonNullable<Parameters<typeof library>[1]>["esbuildPlugins"]
>[number];

/**
 * Replaces imports that end in `?raw` with the text of the file. The inspector sends these files to
 * browsers.
 */
const rawText: EsbuildPlugin = {
  name: "raw-text",
  setup({ onLoad, onResolve }) {
    // The suffix is kept. Without it, a style sheet would be processed as part of this package.
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace: "raw-text",
    }));
    onLoad({ filter: /\?raw$/, namespace: "raw-text" }, async ({ path }) => ({
      contents: await readFile(path.replace(/\?raw$/, ""), "utf8"),
      loader: "text",
    }));
  },
};

export default library(
  {
    index: "src/entries/index.ts",
    cli: "src/entries/cli.ts",
    control: "src/entries/control.ts",
    fetch: "src/entries/fetch.ts",
    matchers: "src/entries/matchers/index.ts",
    "matchers/vitest": "src/entries/matchers/vitest.ts",
    "matchers/jest": "src/entries/matchers/jest.ts",
    recording: "src/entries/recording.ts",
    "request-handler": "src/entries/request-handler.ts",
    samples: "src/entries/samples.ts",
    state: "src/entries/state.ts",
    "generated/v1": "src/entries/generated/v1/index.ts",
    "generated/v1/resources": "src/entries/generated/v1/resources.ts",
    "generated/v1/samples": "src/entries/generated/v1/samples.ts",
  },
  {
    esbuildPlugins: [inlineSchemaReads, rawText],
    // Optional dependencies. By default, tsup would bundle them.
    external: ["@libsql/client", "selfsigned", "vitest"],
  },
);
