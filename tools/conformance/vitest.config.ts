import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";
import { keptPaths } from "./src/kept-packages.js";

/** The sources of the kept packages, by complete specifier. */
const alias = Object.entries(keptPaths()).map(([name, replacement]) => ({
  find: new RegExp(`^${name}$`),
  replacement,
}));

/**
 * The number of workers is higher here, because this test run is the last and longest: the other
 * packages no longer use the cores when it starts.
 */
export default mergeConfig(shared, {
  // Tests that an earlier version generated run unchanged.
  test: { maxWorkers: 2, include: ["generated-v1/*/*/test/generated/**/*.test.ts"] },
  resolve: { alias },
});
