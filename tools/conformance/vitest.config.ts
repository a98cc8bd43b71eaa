import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";
import { keptPaths } from "./src/kept-packages.js";

/** The sources of kept packages, by whole specifiers. */
const alias = Object.entries(keptPaths()).map(([name, replacement]) => ({
  find: new RegExp(`^${name}$`),
  replacement,
}));

/** The last and longest of all test runs: when it ends, the other packages have left both cores to it. */
export default mergeConfig(shared, {
  // Tests that an earlier version generated run as they are.
  test: { maxWorkers: 2, include: ["generated-v1/*/*/test/generated/**/*.test.ts"] },
  resolve: { alias },
});
