import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";
import { generatedFolder, sourcePaths } from "./test/generated-packages.js";

export default mergeConfig(
  shared,
  defineConfig({
    // The generated packages are not built: their names stand for their sources.
    resolve: { alias: sourcePaths },
    test: {
      globalSetup: "test/generate.ts",
      include: [`${generatedFolder}/protocol-tests/test/**/*.test.ts`],
    },
  }),
);
