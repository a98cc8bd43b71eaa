import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";
import { assetsForVite } from "./bundle-assets.js";

export default mergeConfig(shared, { plugins: [assetsForVite] });
