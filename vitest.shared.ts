import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Runs `test/**` and leaves a machine-readable report for the total that CI prints. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    setupFiles: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url))],
    testTimeout: 30_000,
  },
});
