import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../../vitest.shared.js";
import { generate } from "./test/generate.js";
import { generatedFolder, sourcePaths } from "./test/generated-packages.js";

// Here, because a global setup of vitest runs after it has looked for tests, and some are generated.
await generate();

export default mergeConfig(
  shared,
  defineConfig({
    // The generated packages are not built: their names stand for their sources.
    resolve: { alias: sourcePaths },
    test: { include: [`${generatedFolder}/protocol-tests/test/**/*.test.ts`] },
  }),
);
