import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";
import { generate } from "./test/generate.js";
import { generatedFolder, sourcePaths } from "./test/generated-packages.js";

// Generates here, because vitest looks for tests before its global setup, and some tests are
// generated.
await generate();

export default mergeConfig(
  shared,
  defineConfig({
    // The generated packages are not built, so their names resolve to their sources.
    resolve: { alias: sourcePaths },
    test: { include: [`${generatedFolder}/protocol-tests/test/**/*.test.ts`] },
  }),
);
