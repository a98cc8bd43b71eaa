import { mergeConfig } from "vitest/config";
import shared from "../../../vitest.shared.js";

// Styles are empty in tests otherwise, also where they are imported as text.
export default mergeConfig(shared, { test: { css: true } });
