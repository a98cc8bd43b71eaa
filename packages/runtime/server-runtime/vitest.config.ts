import { mergeConfig } from "vitest/config";
import shared from "../../../vitest.shared.js";

// Without this option styles are empty in tests, even when they are imported as text.
export default mergeConfig(shared, { test: { css: true } });
