import { defineConfig } from "vitest/config";

/** Runs `test/**` and leaves a machine-readable report for the total that CI prints. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    testTimeout: 30_000,
  },
});
