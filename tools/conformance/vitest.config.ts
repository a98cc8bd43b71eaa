import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";

/**
 * This is the last and longest test run: by the time it runs, the other packages no longer use the
 * cores.
 */
export default mergeConfig(shared, { test: { maxWorkers: 2 } });
