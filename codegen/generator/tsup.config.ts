import { library } from "../../tsup.shared.js";
import { assetsForEsbuild } from "./bundle-assets.js";

export default library(["src/index.ts"], { esbuildPlugins: [assetsForEsbuild] });
