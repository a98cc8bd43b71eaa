import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";

/** The last and longest of all test runs: when it ends, the other packages have left both cores to it. */
export default mergeConfig(shared, { test: { maxWorkers: 2 } });
