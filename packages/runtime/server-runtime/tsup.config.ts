import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { library } from "../../../tsup.shared.js";

/** The library's options, as far as they are asked for here. */
type EsbuildPlugin = NonNullable<
  NonNullable<Parameters<typeof library>[1]>["esbuildPlugins"]
>[number];

/** Imports that end in `?raw` are the text of the file: what the inspector sends to browsers. */
const rawText: EsbuildPlugin = {
  name: "raw-text",
  setup({ onLoad, onResolve }) {
    // The suffix stays: without it a style sheet would be taken for one of this package.
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
    index: "src/index.ts",
    cli: "src/cli.ts",
    samples: "src/samples.ts",
    resources: "src/resources.ts",
    state: "src/state.ts",
    fetch: "src/fetch.ts",
    "request-handler": "src/request-handler.ts",
    matchers: "src/matchers.ts",
    "matchers/vitest": "src/matchers/vitest.ts",
    "matchers/jest": "src/matchers/jest.ts",
  },
  {
    esbuildPlugins: [inlineSchemaReads, rawText],
    // Optional dependencies, which tsup does not leave alone by itself.
    external: ["@libsql/client", "selfsigned", "vitest"],
  },
);
