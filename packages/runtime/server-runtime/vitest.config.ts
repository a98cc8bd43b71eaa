import { mergeConfig } from "vitest/config";
import shared from "../../../vitest.shared.js";

// Without this option, style sheets are empty in tests, even if they are imported as text.
export default mergeConfig(shared, { test: { css: true } });
